import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyStore } from '../ingest/store-dump.ts';
import { article, incident, named } from '../support/articles.ts';
import { createDesks, type Desk, type Desks } from '../support/desk.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** Each test runs several commands, one after the other. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
let store: TestStore;

beforeAll(async () => {
  desks = createDesks();
  store = await openTestStore();
}, 120_000);
afterEach(() => emptyStore(store.database));
afterAll(async () => {
  await store?.close();
  desks?.remove();
});

const said = article('said', {
  locations: [named('iraq', { name: 'Iraq', kind: 'COUNTRY' })],
  actors: [
    { id: 'iran', name: 'Iran', kind: 'STATE', country: 'IR' },
    { id: 'tehran', name: 'Tehran', kind: 'STATE', aliases: ['Iran'] },
  ],
  incidents: [incident('raid', { participants: [{ actor: 'tehran', role: 'TARGET' }] })],
  statements: [{ id: 's', type: 'COMMENT', text: 'No', links: [{ type: 'ECHOES', statement: 'other.s' }] }],
});

/** A desk whose store holds `said`. */
function withSaid(use: (desk: Desk) => Promise<void>): Promise<void> {
  return desks.use(
    { 'said.json': JSON.stringify(said) },
    async (desk) => {
      expect((await desk.seed('said.json')).code).toBe(0);
      await use(desk);
    },
    store,
  );
}

const actorIds = async () => (await store.database.collection('actors').find().toArray()).map(({ _id }) => String(_id));

describe('--merge and --unmerge', () => {
  it('make one thing of two, say what changed, and make two of it again', () =>
    withSaid(async ({ seed }) => {
      const merged = await seed('--merge', 'actor:tehran=actor:iran');
      expect(merged).toMatchObject({ code: 0, stderr: '' });
      expect(merged.stdout).toMatch(
        /^actor:tehran now means actor:iran\n {2}Incidents +0 created, 1 updated, 0 removed\n/,
      );
      expect(merged.stdout).toContain('Actors     0 created, 1 updated, 1 removed');
      expect(await actorIds()).toEqual(['iran']);
      expect((await seed('--merge', 'Actor:tehran=Actor:iran')).stdout).toBe('actor:tehran meant actor:iran already\n');
      expect((await seed('--verify')).code).toBe(0);
      const unmerged = await seed('--unmerge', 'actor:tehran', '--json');
      expect(JSON.parse(unmerged.stdout)).toMatchObject({ unmerged: [{ type: 'Actor', from: 'tehran' }], merged: [] });
      expect(await actorIds()).toEqual(['iran', 'tehran']);
      expect((await seed('--unmerge', 'actor:tehran')).stdout).toBe('actor:tehran was not merged\n');
    }));

  it('take several at once, of things that are not stored yet', () =>
    withSaid(async ({ seed }) => {
      const { code, stdout } = await seed(
        '--merge',
        'location:a=location:b',
        '--merge',
        'incident:raid=incident:strike',
      );
      expect(code).toBe(0);
      expect(stdout).toMatch(/^location:a now means location:b\nincident:raid now means incident:strike\n/);
      expect(await store.database.collection('incidents').find().toArray()).toMatchObject([{ _id: 'strike' }]);
    }));

  it('say what an id means at last, after other merges and in a circle of them', () =>
    withSaid(async ({ seed }) => {
      const told = async (...merges: string[]) => (await seed(...merges.flatMap((it) => ['--merge', it]))).stdout;
      expect(await told('actor:b=actor:a', 'actor:d=actor:b')).toBe(
        'actor:b now means actor:a\nactor:d now means actor:a, as actor:b does\n',
      );
      expect(await told('actor:d=actor:b')).toBe('actor:d meant actor:a already, as actor:b did\n');
      for (const _ of ['at first', 'and again']) {
        expect(await told('actor:a=actor:b')).toBe(
          'actor:a goes on meaning itself, and actor:b means it too: of merges in a circle the smallest id stays\n',
        );
      }
    }));

  const merge = "error: option '--merge <from=into>' argument";
  it.each<[string[], string]>([
    [['--merge', 'actor:a'], `${merge} 'actor:a' is invalid. It must be two ids, as in actor:tehran=actor:iran.`],
    [
      ['--merge', 'actor:a=location:b'],
      `${merge} 'actor:a=location:b' is invalid. It must name two things of one type, but got: actor and location.`,
    ],
    [
      ['--merge', 'actor:a=actor:a'],
      `${merge} 'actor:a=actor:a' is invalid. It must name two things, but got one twice.`,
    ],
    [['--merge', 'a=b'], `${merge} 'a=b' is invalid. It must begin with actor:, location: or incident:, but got: "a".`],
    [
      ['--merge', 'article:a=article:b'],
      `${merge} 'article:a=article:b' is invalid. It must begin with actor:, location: or incident:, but got: "article:a".`,
    ],
    [
      ['--merge', 'actor:Iran=actor:b'],
      `${merge} 'actor:Iran=actor:b' is invalid. It must have an id of 1 to 120 of a-z, 0-9 and - after actor:, but got: "Iran".`,
    ],
    [
      ['--merge', 'actor:a\u202e=actor:b'],
      `${merge} 'actor:a\u202e=actor:b' is invalid. It must have an id of 1 to 120 of a-z, 0-9 and - after actor:, but got: "a\u202e".`,
    ],
    [
      ['--unmerge', 'a'],
      "error: option '--unmerge <id>' argument 'a' is invalid. It must begin with actor:, location: or incident:, but got: \"a\".",
    ],
    [['--verify', 'a.json'], 'error: --verify takes no paths'],
    [['--verify', '--rebuild'], 'error: --verify and --rebuild do not go together'],
    [['--merge', 'actor:a=actor:b', '--dry-run'], 'error: --merge and --dry-run do not go together'],
  ])('%j is a mistake of usage', async (args, message) => {
    const ended = await desks.commands.run('seed', args, { cwd: desks.root });
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: `${message}\n` });
  });
});

describe('--duplicates', () => {
  it('lists pairs with what speaks for them, as lines that can be given back', () =>
    withSaid(async ({ seed }) => {
      const { code, stdout } = await seed('--duplicates');
      expect(code).toBe(0);
      expect(stdout).toBe(
        '# "Tehran" and "Iran": both are called "iran", both are of the kind STATE\n' +
          '--merge actor:tehran=actor:iran\n' +
          '# 1 pair of actors or places looks like one\n',
      );
      const lines = stdout.split('\n').filter((line) => line.startsWith('--'));
      expect((await seed(...lines.flatMap((line) => line.split(' ')))).code).toBe(0);
      expect(JSON.parse((await seed('--duplicates', '--json')).stdout)).toEqual({ duplicates: [] });
    }));
});

describe('--verify and --rebuild', () => {
  it('find a store whole, and tell what waits and which circles are broken', () =>
    withSaid(async ({ seed, path }) => {
      const place = (id: string, partOf: string) => ({ ...named(id), partOf });
      const circles = [
        article('c-1', { published: '2023-01-01', locations: [place('a', 'b'), named('b')] }),
        article('c-2', { published: '2023-01-02', locations: [place('b', 'a'), named('a')] }),
      ];
      const { writeFileSync } = await import('node:fs');
      writeFileSync(`${path}/circles.json`, JSON.stringify(circles));
      expect((await seed('circles.json')).code).toBe(0);
      const { code, stdout } = await seed('--verify');
      expect(stdout).toBe(
        'locations a is part of b, which closes a circle\n' +
          'statements said.s waits for other.s\n' +
          'The store is what follows from its articles and merges\n',
      );
      expect(code).toBe(0);
    }));

  it('find what differs, and repair it', () =>
    withSaid(async ({ seed }) => {
      const { database } = store;
      await database.collection<{ _id: string }>('actors').updateOne({ _id: 'iran' }, { $set: { name: 'Persia' } });
      await database.collection<{ _id: string }>('incidents').deleteOne({ _id: 'raid' });
      await database.collection<{ _id: string }>('locations').insertOne({ _id: 'nowhere' });
      const broken = await seed('--verify');
      expect(broken.code).toBe(65);
      expect(broken.stdout).toContain('actors iran differs in name\n');
      expect(broken.stdout).toContain('incidents raid is missing\n');
      expect(broken.stdout).toContain('locations nowhere follows from no article\n');
      expect(broken.stdout).toMatch(
        /\n3 documents differ from what follows from the articles and merges; --rebuild repairs\n$/,
      );
      expect(JSON.parse((await seed('--verify', '--json')).stdout)).toMatchObject({ faults: 3 });
      const rebuilt = await seed('--rebuild');
      expect(rebuilt.code).toBe(0);
      expect(rebuilt.stdout).toContain('Incidents  1 created, 0 updated, 0 removed');
      expect((await seed('--verify')).code).toBe(0);
      expect((await seed('--rebuild')).stdout).toBe('Rebuilt; what changed:\n  nothing\n');
    }));
});

it('--help tells all options and exit codes', async () => {
  const { code, stdout } = await desks.commands.run('seed', ['--help'], { cwd: desks.root });
  expect(code).toBe(0);
  for (const option of [
    '--dry-run',
    '--json',
    '--max-errors',
    '--fail-fast',
    '--concurrency',
    '--merge',
    '--unmerge',
  ]) {
    expect(stdout).toContain(option);
  }
  for (const option of ['--duplicates', '--verify', '--rebuild']) expect(stdout).toContain(option);
  for (const exit of [0, 1, 2, 65, 66, 69, 78, 130, 143]) expect(stdout).toMatch(new RegExp(`\\b${exit} `));
});
