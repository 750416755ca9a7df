import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymousMemory } from '../../scripts/anonymous-memory.ts';
import { article, incident, named } from '../support/articles.ts';
import type { RunningCommand } from '../support/command.ts';
import { createDesks, type Desk, type Desks } from '../support/desk.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** What is much takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
/** For the tests that look at their own articles only. */
let shared: TestStore;

beforeAll(async () => {
  desks = createDesks();
  shared = await openTestStore();
}, 120_000);

afterAll(async () => {
  await shared?.close();
  desks?.remove();
});

/** How large the file is that is to be read in little memory; 1000 is what is promised, and takes minutes. */
const bulkMegabytes = Number(process.env.TEST_BULK_MB ?? 60);
const maxMemoryMegabytes = 300;

const text = (value: unknown) => JSON.stringify(value);

/** An article of about 2 kB. */
function sizable(id: string): object {
  return article(id, {
    text: `What ${id} says. ${'Words and words. '.repeat(100)}`,
    actors: [named('iran')],
    incidents: [incident(`raid-${id}`, { participants: [{ actor: 'iran', role: 'TARGET' }] })],
  });
}

/** Lines of NDJSON of so many different articles, over and over, until the file has its size. */
function writeBulk(path: string, different: number, megabytes: number): number {
  const lines = Array.from({ length: different }, (_, index) => `${text(sizable(`bulk-${index}`))}\n`);
  const block = Buffer.from(lines.join(''));
  const file = openSync(path, 'w');
  const blocks = Math.ceil((megabytes * 1e6) / block.length);
  for (let count = 0; count < blocks; count++) writeSync(file, block);
  closeSync(file);
  return blocks * different;
}

/**
 * Of the seeder and its store together, without what they share with the files that they have open (`RssAnon`): in MB, the
 * most that was seen.
 */
function watchMemory({ child, ended }: RunningCommand): Promise<number> {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, anonymousMemory(child.pid) / 2 ** 20);
  }, 20);
  return ended.then(() => {
    clearInterval(timer);
    return most;
  });
}

describe('much at once', () => {
  it.skipIf(process.platform !== 'linux')(
    `${bulkMegabytes} MB of NDJSON take less than ${maxMemoryMegabytes} MB of memory`,
    () =>
      desks.use({}, async ({ path, env }) => {
        const count = writeBulk(join(path, 'bulk.ndjson'), 400, bulkMegabytes);
        const running = desks.commands.start('seed', ['bulk.ndjson'], { cwd: path, env });
        const memory = await watchMemory(running);
        const { code, stdout } = await running.ended;
        expect({ code, summary: stdout.split('\n')[0] }).toEqual({
          code: 0,
          summary: `Took 400 articles; ${count - 400} unchanged, 0 skipped, 0 refused`,
        });
        expect(memory).toBeGreaterThan(20);
        expect(memory).toBeLessThan(maxMemoryMegabytes);
      }),
    bulkMegabytes * 2_000 + 60_000,
  );

  it.skipIf(process.platform !== 'linux')(
    'a gzip bomb is refused in little memory, and what stands beside it taken',
    () => {
      const bomb = `${text(article('before-bomb'))}\n{"text":"${'0'.repeat(200_000_000)}\n${text(article('after-bomb'))}`;
      return desks.use(
        { 'bomb.ndjson.gz': gzipSync(bomb), 'bomb.json.gz': gzipSync(Buffer.alloc(200_000_000, 0x5b)) },
        async ({ path, env }) => {
          const running = desks.commands.start('seed', ['.'], { cwd: path, env });
          const memory = await watchMemory(running);
          const { code, stdout, stderr } = await running.ended;
          expect(stderr.replace(/^(Reading|Writing): .*\n/gm, '')).toBe(
            'bomb.json.gz:1:1 must be at most 67108864 bytes, but got: more, from gzip\n' +
              'bomb.ndjson.gz:2:1 must be an article of at most 8388608 bytes, but got: 200000009 bytes\n',
          );
          expect(stdout).toMatch(/^Took 2 articles; 0 unchanged, 0 skipped, 2 refused\n/);
          expect(code).toBe(65);
          expect(memory).toBeLessThan(maxMemoryMegabytes);
        },
        shared,
      );
    },
    60_000,
  );

  it('several threads do what one does, in the same order', async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) =>
      index % 50 === 7 ? `{"id":"bad-${index}"}` : text(sizable(`t-${index % 1_700}`)),
    );
    const files = { 'a.ndjson': lines.join('\n'), 'b.json': text([article('t-1', { title: 'Another' })]) };
    await desks.use(files, async ({ seed }) => {
      const one = await seed('--dry-run', '--json', '.');
      const three = await seed('--dry-run', '--json', '--concurrency', '3', '.');
      expect(one.code).toBe(65);
      expect(JSON.parse(one.stdout)).toMatchObject({ articles: { taken: 1_665, refused: 52, unchanged: 784 } });
      expect(three).toMatchObject({ code: one.code, stdout: one.stdout, stderr: one.stderr });
    });
  }, 120_000);
});

describe('many refusals', () => {
  const tenThousand = Array.from({ length: 10_000 }, (_, index) => article(`wrong-${index}`, { language: 7 }));

  it('of 10,000 in one file the first 20 are shown, and all are counted', () =>
    desks.use(
      { 'wrong.json': text(tenThousand), 'right.json': text(article('right-one')) },
      async ({ seed }) => {
        const { code, stdout, stderr } = await seed('--json', '.');
        const lines = stderr.trimEnd().split('\n');
        expect(lines).toHaveLength(21);
        expect(lines[0]).toMatch(/^wrong\.json:1:\d+ \/0\/language must be /);
        expect(lines[19]).toMatch(/^wrong\.json:1:\d+ \/19\/language must be /);
        expect(lines[20]).toBe('and 9980 more refusals; --json tells the first 1000');
        expect(code).toBe(65);
        const report = JSON.parse(stdout);
        expect(report.refusals).toHaveLength(1_000);
        expect(report).toMatchObject({ articles: { taken: 1, refused: 10_000 }, refusalCount: 10_000 });
      },
      shared,
    ));

  it.each<[string[], number]>([
    [['--fail-fast'], 1],
    [['--max-errors', '3'], 3],
  ])('%j ends the run there, and writes nothing', (flags, count) =>
    desks.use(
      { 'a.ndjson': `${text(article('unwritten'))}\n${tenThousand.map(text).join('\n')}` },
      async ({ seed, store }) => {
        const { code, stdout, stderr } = await seed(...flags, 'a.ndjson');
        const lines = stderr.trimEnd().split('\n');
        const noun = count === 1 ? 'refusal' : 'refusals';
        expect(lines.map((line) => line.slice(0, 11))).toEqual([
          ...Array.from({ length: count }, (_, index) => `a.ndjson:${index + 2}:`),
          'Stopped at ',
        ]);
        expect(lines.at(-1)).toBe(
          `Stopped at ${count} ${noun}, as --max-errors or --fail-fast has it; nothing was written`,
        );
        expect(stdout).toMatch(/^Took 0 articles; /);
        expect(code).toBe(65);
        expect(await store.database.collection('articles').countDocuments({ 'source.id': 'unwritten' })).toBe(0);
      },
      shared,
    ),
  );

  it('fewer than --max-errors do not end the run', () =>
    desks.use(
      { 'a.json': text([...tenThousand.slice(0, 2), article('written')]) },
      async ({ seed }) => {
        const { code, stdout } = await seed('--max-errors', '3', 'a.json');
        expect(stdout).toMatch(/^Took 1 article; 0 unchanged, 0 skipped, 2 refused\n/);
        expect(code).toBe(65);
      },
      shared,
    ));

  it.each(['0', '65', '1e1'])('--concurrency %s is refused', async (count) => {
    const { code, stderr } = await desks.commands.run('seed', [`--concurrency=${count}`, 'a'], { cwd: desks.root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: option '--concurrency <count>' argument '${count}' is invalid. It must be a whole number from 1 to 64.\n`,
    );
  });

  it.each(['0', '-1', '1.5', 'some'])('--max-errors %s is refused', async (count) => {
    const { code, stderr } = await desks.commands.run('seed', [`--max-errors=${count}`, 'a'], { cwd: desks.root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: option '--max-errors <count>' argument '${count}' is invalid. It must be a whole number from 1.\n`,
    );
  });
});

describe.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s', (signal, expected) => {
  it('ends the run after the batches in hand, and the same command goes on', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => text(sizable(`s-${index}`)));
    return desks.use({ 'a.ndjson': lines.join('\n') }, async (desk) => {
      const { seed, path, env, store } = desk;
      const running = desks.commands.start('seed', ['a.ndjson'], { cwd: path, env });
      await untilWritten(desk);
      running.child.kill(signal);
      const { code, stdout, stderr } = await running.ended;
      const written = await store.database.collection('articles').countDocuments();
      expect(written % 250).toBe(0);
      expect(written).toBeLessThan(3_000);
      expect(stderr).toContain(`${signal}: ending after the batches in hand; once more ends at once\n`);
      expect(stderr).toContain(
        `Stopped with ${3_000 - written} articles left. Run the same command again to go on: what is stored stays as it is\n`,
      );
      expect(stdout).toMatch(new RegExp(`^Took ${written} articles; 0 unchanged, 0 skipped, 0 refused\n`));
      expect(code).toBe(expected);
      const again = await seed('a.ndjson');
      expect(again).toMatchObject({ code: 0, stderr: '' });
      expect(again.stdout).toMatch(
        new RegExp(`^Took ${3_000 - written} articles; ${written} unchanged, 0 skipped, 0 refused\n`),
      );
    });
  }, 120_000);
});

/** Waits until another process has written the first articles. */
async function untilWritten({ store }: Desk): Promise<void> {
  while (!(await store.database.collection('articles').findOne({}, { projection: { _id: 1 } }))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
