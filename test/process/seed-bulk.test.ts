import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymousMemory } from '../support/anonymous-memory.ts';
import { article, incident, named } from '../support/articles.ts';
import type { RunningCommand } from '../support/command.ts';
import { createDesks, type Desk, type Desks } from '../support/desk.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** Large inputs take long on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
/** Shared by tests that read only their own articles. */
let shared: TestStore;

beforeAll(async () => {
  desks = createDesks();
  shared = await openTestStore();
}, 120_000);

afterAll(async () => {
  await shared?.close();
  desks?.remove();
});

/** The size of the file for the memory test. The documented size is 1000, which takes minutes. */
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

/** Writes `different` articles as NDJSON, repeatedly until the file has its size. Returns the number of lines. */
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
 * Returns the peak of the anonymous memory (`RssAnon`) of the seeder and its store together, in MB. Memory-mapped files
 * do not count.
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

describe('a large input', () => {
  it.skipIf(process.platform !== 'linux')(
    `of ${bulkMegabytes} MB of NDJSON is seeded in less than ${maxMemoryMegabytes} MB of memory`,
    () =>
      desks.use({}, async ({ path, env }) => {
        const count = writeBulk(join(path, 'bulk.ndjson'), 400, bulkMegabytes);
        const running = desks.commands.start('seed', ['bulk.ndjson'], { cwd: path, env });
        const memory = await watchMemory(running);
        const { code, stdout } = await running.ended;
        expect({ code, summary: stdout.split('\n')[0]?.replace(/ into [^;]+/, '') }).toEqual({
          code: 0,
          summary: `Seeded 400 articles; ${count - 400} unchanged, 0 skipped, 0 rejected`,
        });
        expect(memory).toBeGreaterThan(20);
        expect(memory).toBeLessThan(maxMemoryMegabytes);
      }),
    bulkMegabytes * 2_000 + 60_000,
  );

  it.skipIf(process.platform !== 'linux')(
    'that is a gzip bomb is rejected in little memory, without affecting other articles',
    () => {
      const bomb = `${text(article('before-bomb'))}\n{"text":"${'0'.repeat(200_000_000)}\n${text(article('after-bomb'))}`;
      return desks.use(
        { 'bomb.ndjson.gz': gzipSync(bomb), 'bomb.json.gz': gzipSync(Buffer.alloc(200_000_000, 0x5b)) },
        async ({ path, env }) => {
          const running = desks.commands.start('seed', ['.'], { cwd: path, env });
          const memory = await watchMemory(running);
          const { code, stdout, stderr } = await running.ended;
          expect(stderr.replace(/^(Reading|Writing): .*\n/gm, '')).toBe(
            'bomb.json.gz:1:1 must be at most 67108864 bytes, but got: more bytes when unpacked\n' +
              'bomb.ndjson.gz:2:1 must be an article of at most 8388608 bytes, but got: 200000009 bytes\n',
          );
          expect(stdout).toMatch(/^Seeded 2 articles into [^;\n]+; 0 unchanged, 0 skipped, 2 rejected\n/);
          expect(code).toBe(65);
          expect(memory).toBeLessThan(maxMemoryMegabytes);
        },
        shared,
      );
    },
    60_000,
  );

  it('has the same result with several threads as with one', async () => {
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

describe('many rejections', () => {
  const tenThousand = Array.from({ length: 10_000 }, (_, index) => article(`wrong-${index}`, { language: 7 }));

  it('are all counted, and the first 20 are shown', () =>
    desks.use(
      { 'wrong.json': text(tenThousand), 'right.json': text(article('right-one')) },
      async ({ seed }) => {
        const { code, stdout, stderr } = await seed('--json', '.');
        const lines = stderr.trimEnd().split('\n');
        expect(lines).toHaveLength(21);
        expect(lines[0]).toMatch(/^wrong\.json:1:\d+ \/0\/language must be /);
        expect(lines[19]).toMatch(/^wrong\.json:1:\d+ \/19\/language must be /);
        expect(lines[20]).toBe('and 9980 more rejections; --json reports the first 1000');
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
  ])('stop the run with %j, and nothing is written', (flags, count) =>
    desks.use(
      { 'a.ndjson': `${text(article('unwritten'))}\n${tenThousand.map(text).join('\n')}` },
      async ({ seed, store }) => {
        const { code, stdout, stderr } = await seed(...flags, 'a.ndjson');
        const lines = stderr.trimEnd().split('\n');
        const noun = count === 1 ? 'rejection' : 'rejections';
        expect(lines.map((line) => line.slice(0, 11))).toEqual([
          ...Array.from({ length: count }, (_, index) => `a.ndjson:${index + 2}:`),
          'Stopped aft',
        ]);
        expect(lines.at(-1)).toBe(
          `Stopped after ${count} ${noun} because of --max-errors or --fail-fast; nothing was written`,
        );
        expect(stdout).toMatch(/^Seeded 0 articles into [^;\n]+; /);
        expect(code).toBe(65);
        expect(await store.database.collection('articles').countDocuments({ 'source.id': 'unwritten' })).toBe(0);
      },
      shared,
    ),
  );

  it('do not stop the run below --max-errors', () =>
    desks.use(
      { 'a.json': text([...tenThousand.slice(0, 2), article('written')]) },
      async ({ seed }) => {
        const { code, stdout } = await seed('--max-errors', '3', 'a.json');
        expect(stdout).toMatch(/^Seeded 1 article into [^;\n]+; 0 unchanged, 0 skipped, 2 rejected\n/);
        expect(code).toBe(65);
      },
      shared,
    ));

  it.each(['0', '65', '1e1'])('exit 2 with an invalid --concurrency %s', async (count) => {
    const { code, stderr } = await desks.commands.run('seed', [`--concurrency=${count}`, 'a'], { cwd: desks.root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: option '--concurrency <count>' argument '${count}' is invalid. It must be a whole number from 1 to 64.\n`,
    );
  });

  it.each(['0', '-1', '1.5', 'some'])('exit 2 with an invalid --max-errors %s', async (count) => {
    const { code, stderr } = await desks.commands.run('seed', [`--max-errors=${count}`, 'a'], { cwd: desks.root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: option '--max-errors <count>' argument '${count}' is invalid. It must be a whole number, 1 or more.\n`,
    );
  });
});

describe.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s', (signal, expected) => {
  it('stops the run after the batches in progress, and the same command continues it', () => {
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
      expect(stderr).toContain(
        `${signal}: stopping after the batches in progress; a second signal stops immediately\n`,
      );
      expect(stderr).toContain(
        `Stopped with ${3_000 - written} articles left. Run the same command again to continue\n`,
      );
      expect(stdout).toMatch(
        new RegExp(`^Seeded ${written} articles into [^;\n]+; 0 unchanged, 0 skipped, 0 rejected\n`),
      );
      expect(code).toBe(expected);
      const again = await seed('a.ndjson');
      expect(again.code).toBe(0);
      expect(again.stderr).toMatch(
        /^(Warning: .* NO_EVIDENCE .*\n)*and [\d,]+ more warnings; --lint prints all of them\n$/,
      );
      expect(again.stdout).toMatch(
        new RegExp(`^Seeded ${3_000 - written} articles into [^;\n]+; ${written} unchanged, 0 skipped, 0 rejected\n`),
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
