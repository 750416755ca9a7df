import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRecording } from './make-recording.ts';
import { OtherRecording, type Recording, readRecording, writeRecording } from './recording.ts';
import { shapeOf } from './shape.ts';

const shapesIn = ({ sequences }: Recording) =>
  new Set(sequences.flatMap(({ steps }) => steps.filter(({ isSetup }) => !isSetup).map(shapeOf)));

const mend = 'If that is intended, run: npm run record';

/** The recording is made on the embedded store only. */
describe.skipIf(process.env.TEST_MONGODB_URI)('the recording', { timeout: 600_000 }, () => {
  it('has the shape of every command that the gateway and its tools send, and no other', async () => {
    const recorded = shapesIn(readRecording());
    const sent = shapesIn(await makeRecording());
    const missing = [...sent].filter((shape) => !recorded.has(shape));
    const unsent = [...recorded].filter((shape) => !sent.has(shape));
    expect(missing, `These are sent and not on record. ${mend}`).toEqual([]);
    expect(unsent, `These are on record and no longer sent. ${mend}`).toEqual([]);
  });
});

describe('the file of a recording', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives back what was written', () => {
    const file = join(folder, 'some.ndjson.gz');
    const recording: Recording = {
      worlds: { uneven: { actors: [{ _id: 'a', at: new Date(0), n: 1.5 }] } },
      sequences: [
        {
          name: 'queries',
          start: { world: 'uneven' },
          steps: [
            {
              command: { find: 'actors', filter: { at: { $gt: new Date(0) }, name: { $regex: '^a', $options: 'i' } } },
              answer: { documents: [] },
            },
          ],
        },
        { name: 'writes', start: 'nothing', steps: [{ command: { ping: 1 }, answer: { error: 13 } }] },
      ],
    };
    writeRecording(recording, file);
    expect(readRecording(file)).toEqual(recording);
  });

  it.each([
    [
      'of another version',
      gzipSync('{"format":99,"rules":1}\n'),
      'has format 99, rules version 1, but expected: format 1',
    ],
    ['that is no gzip', Buffer.from('{}'), 'cannot be read: incorrect header check'],
    ['that is no NDJSON', gzipSync('nonsense'), 'cannot be read: '],
  ])('is rejected in one line that says what to do, if it is one %s', (_title, bytes, message) => {
    const file = join(folder, 'other.ndjson.gz');
    writeFileSync(file, bytes);
    const read = () => readRecording(file);
    expect(read).toThrow(OtherRecording);
    expect(read).toThrow(message);
    expect(read).toThrow(/^[^\n]*\. Run npm run record$/);
  });
});
