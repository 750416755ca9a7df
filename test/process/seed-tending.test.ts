import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { emptyStore } from '../ingest/write/store-dump.ts';
import { article, incident, named } from '../support/articles.ts';
import { createDesks, type Desk, type Desks } from '../support/desk.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** Each test runs several commands in sequence. */
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

/** Runs `use` with a desk whose store contains the article `said`. */
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
  it('join two actors, report the changes, and separate them again', () =>
    withSaid(async ({ seed }) => {
      const merged = await seed('--merge', 'actor:tehran=actor:iran');
      expect(merged).toMatchObject({ code: 0, stderr: '' });
      expect(merged.stdout).toMatch(
        /^actor:tehran now resolves to actor:iran\n {2}Incidents +0 created, 1 updated, 0 removed\n/,
      );
      expect(merged.stdout).toContain('Actors     0 created, 1 updated, 1 removed');
      expect(await actorIds()).toEqual(['iran']);
      expect((await seed('--merge', 'Actor:tehran=Actor:iran')).stdout).toMatch(
        /^actor:tehran already resolves to actor:iran\nStore: [^\n]+\n$/,
      );
      expect((await seed('--verify')).code).toBe(0);
      const unmerged = await seed('--unmerge', 'actor:tehran', '--json');
      expect(JSON.parse(unmerged.stdout)).toMatchObject({ unmerged: [{ type: 'Actor', from: 'tehran' }], merged: [] });
      expect(await actorIds()).toEqual(['iran', 'tehran']);
      expect((await seed('--unmerge', 'actor:tehran')).stdout).toMatch(
        /^actor:tehran was not merged\nStore: [^\n]+\n$/,
      );
    }));

  it('accept several merges at once, of ids that are not stored', () =>
    withSaid(async ({ seed }) => {
      const { code, stdout, stderr } = await seed(
        '--merge',
        'location:a=location:b',
        '--merge',
        'incident:raid=incident:strike',
      );
      expect(code).toBe(0);
      expect(stdout).toMatch(/^location:a now resolves to location:b\nincident:raid now resolves to incident:strike\n/);
      const unknown = ['location:a', 'location:b', 'incident:strike'];
      expect(stderr).toBe(unknown.map((id) => `Warning: ${id} is not named in any article\n`).join(''));
      expect(await store.database.collection('incidents').find().toArray()).toMatchObject([{ _id: 'strike' }]);
    }));

  it('report the survivor, after other merges and in a circle of merges', () =>
    withSaid(async ({ seed }) => {
      const told = async (...merges: string[]) => (await seed(...merges.flatMap((it) => ['--merge', it]))).stdout;
      expect(await told('actor:b=actor:a', 'actor:d=actor:b')).toMatch(
        /^actor:b now resolves to actor:a\nactor:d now resolves to actor:a, like actor:b\nStore: /,
      );
      expect(await told('actor:d=actor:b')).toMatch(/^actor:d already resolves to actor:a, like actor:b\nStore: /);
      for (const _ of ['at first', 'and again']) {
        expect(await told('actor:a=actor:b')).toMatch(
          /^actor:a stays as it is, and actor:b now resolves to it: in a circle of merges, the smallest id survives\n/,
        );
      }
    }));

  const merge = "error: option '--merge <from=into>' argument";
  it.each<[string[], string]>([
    [['--merge', 'actor:a'], `${merge} 'actor:a' is invalid. It must be two ids, as in actor:tehran=actor:iran.`],
    [
      ['--merge', 'actor:a=location:b'],
      `${merge} 'actor:a=location:b' is invalid. It must be two ids of the same type, but got: actor and location.`,
    ],
    [['--merge', 'actor:a=actor:a'], `${merge} 'actor:a=actor:a' is invalid. It must be two different ids.`],
    [['--merge', 'a=b'], `${merge} 'a=b' is invalid. It must begin with actor:, location: or incident:, but got: "a".`],
    [
      ['--merge', 'article:a=article:b'],
      `${merge} 'article:a=article:b' is invalid. It must begin with actor:, location: or incident:, but got: "article:a".`,
    ],
    [
      ['--merge', 'actor:Iran=actor:b'],
      `${merge} 'actor:Iran=actor:b' is invalid. It must have 1 to 120 characters of a-z, 0-9 and - after actor:, but got: "Iran".`,
    ],
    [
      ['--merge', 'actor:a\u202e=actor:b'],
      `${merge} 'actor:a\u202e=actor:b' is invalid. It must have 1 to 120 characters of a-z, 0-9 and - after actor:, but got: "a\u202e".`,
    ],
    [
      ['--unmerge', 'a'],
      "error: option '--unmerge <id>' argument 'a' is invalid. It must begin with actor:, location: or incident:, but got: \"a\".",
    ],
    [['--verify', 'a.json'], 'error: --verify takes no paths'],
    [['--verify', '--rebuild'], 'error: --verify and --rebuild cannot be combined'],
    [['--merge', 'actor:a=actor:b', '--dry-run'], 'error: --merge and --dry-run cannot be combined'],
  ])('exit 2 for invalid arguments: %j', async (args, message) => {
    const ended = await desks.commands.run('seed', args, { cwd: desks.root });
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: `${message}\n` });
  });
});

describe('--duplicates', () => {
  it('lists pairs with the reasons, as --merge options', () =>
    withSaid(async ({ seed }) => {
      const { code, stdout } = await seed('--duplicates');
      expect(code).toBe(0);
      expect(stdout).toBe(
        '# "Tehran" and "Iran": both are called "iran", both are of kind STATE\n' +
          '--merge actor:tehran=actor:iran\n' +
          '# 1 pair of incidents, actors or locations may be the same\n',
      );
      const lines = stdout.split('\n').filter((line) => line.startsWith('--'));
      expect((await seed(...lines.flatMap((line) => line.split(' ')))).code).toBe(0);
      expect(JSON.parse((await seed('--duplicates', '--json')).stdout)).toEqual({ duplicates: [] });
    }));
});

describe('--verify and --rebuild', () => {
  it('find no difference in a correct store, and report dangling links and broken circles', () =>
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
        'locations a is part of b, which closes a cycle\n' +
          'statements said.s links to other.s, which is not stored\n' +
          'The store matches its articles and merges\n',
      );
      expect(code).toBe(0);
    }));

  it('find differences, and repair them', () =>
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
      expect(broken.stdout).toMatch(/\n3 documents differ from the articles and merges; --rebuild repairs this\n$/);
      expect(JSON.parse((await seed('--verify', '--json')).stdout)).toMatchObject({ faults: 3 });
      const rebuilt = await seed('--rebuild');
      expect(rebuilt.code).toBe(0);
      expect(rebuilt.stdout).toContain('Incidents  1 created, 0 updated, 0 removed');
      expect((await seed('--verify')).code).toBe(0);
      expect((await seed('--rebuild')).stdout).toMatch(/^Rebuilt the [^\n]+\. Changes:\n {2}none\n$/);
    }));
});

it('--help lists all options and exit codes', async () => {
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
