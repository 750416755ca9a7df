import { statSync } from 'node:fs';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownDifferences, omissions } from './known-differences.ts';
import { type Recording, readRecording, recordingFile, type Step } from './recording.ts';
import { type ReplayServer, startOwnServer } from './replay-server.ts';
import { runReplay } from './run-replay.ts';
import { shapeOf } from './shape.ts';

const recording = readRecording();
let server: ReplayServer;
beforeAll(async () => {
  const { TEST_MONGODB_URI: uri } = process.env;
  server = uri ? { uri, close: async () => {} } : await startOwnServer();
});
afterAll(() => server?.close());

async function replay(
  of: Recording,
  { onLine = () => {}, ...options }: { onLine?: (line: string) => void; signal?: AbortSignal } = {},
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    onLine(line);
  };
  const code = await runReplay({ uri: server.uri, recording: of, say, ...options });
  return { code, lines };
}

/** Returns the databases that a replay has left behind. Its first line names them. */
async function leftBy([line = '']: readonly string[]): Promise<string[]> {
  const [prefix = ''] = /incident-graph-replay-[0-9a-f]{8}/.exec(line) ?? [];
  expect(prefix).not.toBe('');
  const client = await new MongoClient(server.uri).connect();
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  await client.close();
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix));
}

describe('a replay', { timeout: 300_000 }, () => {
  it('gets the recorded answers, or answers that differ as known', async () => {
    const { code, lines } = await replay(recording);
    expect(lines.filter((line) => /^(differs|no longer differs):/.test(line))).toEqual([]);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^Replaying on the MongoDB at /);
    expect(lines.at(-1)).toMatch(/^5\d{3} commands, [45]\d{3} equal, \d+ differ \(known\), 0 differ$/);
    expect(await leftBy(lines)).toEqual([]);
  });

  it('reports each answer that is not the recorded one, and no other', async () => {
    const { changed, shapes } = withWrongAnswers();
    const { code, lines } = await replay(changed);
    const reported = lines.filter((line) => line.startsWith('differs: '));
    expect(reported).toHaveLength(shapes.length);
    for (const [i, shape] of shapes.entries()) expect(reported[i]).toContain(`: ${shape}`);
    expect(code).toBe(65);
    expect(await leftBy(lines)).toEqual([]);
  });

  it('drops its databases when it is stopped', async () => {
    const controller = new AbortController();
    const { changed } = withWrongAnswers();
    const { code, lines } = await replay(changed, {
      onLine: (line) => line.startsWith('differs') && controller.abort(),
      signal: controller.signal,
    });
    expect(code).toBe(0);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['Replaying', 'differs:']);
    expect(await leftBy(lines)).toEqual([]);
  });
});

describe('the recording', () => {
  it('is smaller than 2 MB', () => {
    expect(statSync(recordingFile).size).toBeLessThan(2e6);
  });

  it('has every kind of command that a store receives', () => {
    const names = recording.sequences.flatMap(({ steps }) => steps.map(({ command }) => Object.keys(command)[0]));
    for (const name of ['find', 'aggregate', 'count', 'insert', 'update', 'delete', 'findAndModify', 'createIndexes'])
      expect(names).toContain(name);
    for (const name of ['listCollections', 'listIndexes', 'create', 'hello', 'ping', 'commitTransaction'])
      expect(names).toContain(name);
  });
});

/** A short recording of which some answers are wrong, with the shapes of their commands, in order. */
function withWrongAnswers(): { changed: Recording; shapes: string[] } {
  const shapes: string[] = [];
  const sequences = recording.sequences
    .filter(({ name }) => name === 'mutations without transactions' || name === 'queries over the uneven')
    .map((sequence) => {
      const steps = sequence.steps.filter((_, index) => sequence.start === 'indexes' || index % 40 === 0);
      const wrong = new Set(fc.sample(fc.nat(steps.length - 1), { seed: 1, numRuns: 15 }));
      return {
        ...sequence,
        steps: steps.map((step, index) => {
          if (!wrong.has(index) || step.isSetup || isExempt(step)) return step;
          shapes.push(shapeOf(step));
          return { ...step, answer: wrongAnswer(step) };
        }),
      };
    });
  return { changed: { ...recording, sequences }, shapes };
}

/** Whether some server is not sent the command, or may answer it in any way. */
function isExempt(step: Step): boolean {
  const difference = { sequence: '', step, at: '', recorded: 'one', found: 'another' };
  return omissions.some(({ isIt }) => isIt(step)) || knownDifferences.some(({ isIt }) => isIt(difference));
}

function wrongAnswer({ answer }: Step): Step['answer'] {
  // Only the first contrast of an answer is reported, and a later one may be known.
  if ('documents' in answer) return { ...answer, documents: [{ _id: 'nothing' }, ...answer.documents] };
  if ('n' in answer) return { ...answer, n: answer.n + 1 };
  return { error: 1 };
}
