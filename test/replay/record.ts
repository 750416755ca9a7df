import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { plural } from '../../src/text/plural.ts';
import { makeRecording } from './make-recording.ts';
import { recordingFile, writeRecording } from './recording.ts';

const recording = await makeRecording();
writeRecording(recording);
const commands = recording.sequences.reduce((sum, { steps }) => sum + steps.length, 0);
const kilobytes = Math.ceil(statSync(recordingFile).size / 1000);
process.stdout.write(`Wrote ${plural(commands, 'command')} to ${relative('', recordingFile)} (${kilobytes} kB)\n`);
