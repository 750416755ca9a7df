import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { article, incident, named } from '../support/articles.ts';
import type { Commands } from '../support/command.ts';
import { createDesks, type Desks } from '../support/desk.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let desks: Desks;
let commands: Commands;
/** Shared by tests that read only their own articles. */
let shared: TestStore;

beforeAll(async () => {
  desks = createDesks();
  commands = desks.commands;
  shared = await openTestStore();
}, 120_000);

afterAll(async () => {
  await shared?.close();
  desks?.remove();
});

const withDesk: Desks['use'] = (...args) => desks.use(...args);

/** Returns all articles and derived documents, as they are stored. */
async function contentsOf({ database }: Store): Promise<Record<string, unknown[]>> {
  const names = ['articles', 'incidents', 'actors', 'statements', 'locations'];
  const read = async (name: string) =>
    [name, await database.collection(name).find().sort({ _id: 1 }).toArray()] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

async function idsOf({ database }: Store, prefix = ''): Promise<string[]> {
  const articles = await database.collection('articles').find().sort({ _id: 1 }).toArray();
  return articles.map(({ _id }) => String(_id)).filter((id) => id.startsWith(prefix));
}

const text = (value: unknown) => JSON.stringify(value);

describe.concurrent('the seed command', () => {
  it('reads files, folders and globs of every format, prints no escape codes to a pipe, and changes nothing the second time', () =>
    withDesk(
      {
        'one.json': text(article('a-one')),
        'many/array.json': text([article('a-array-1'), article('a-array-2')]),
        'many/lines.ndjson': `${text(article('a-line-1'))}\n${text(article('a-line-2'))}\n`,
        'many/packed.json.gz': gzipSync(text(article('a-packed'))),
        'many/deep/A bare text.txt': '\n date 2023-11-12 Said on Sunday. ',
        'many/notes.txt': 'No article',
        'globbed/a.json': text(article('a-globbed')),
        'globbed/b.json': text(article('a-left-out')),
      },
      async ({ seed, store }) => {
        const first = await seed('one.json', 'many', 'globbed/a*.json');
        const ids = ['a-array-1', 'a-array-2', 'a-bare-text', 'a-globbed', 'a-line-1', 'a-line-2', 'a-one', 'a-packed'];
        expect(await idsOf(store)).toEqual(ids);
        expect(first).toMatchObject({ code: 0, stderr: '' });
        expect(first.stdout).not.toContain('\r');
        expect(first.stdout).not.toContain('\u001b');
        expect(first.stdout).toMatch(/^Seeded 8 articles into [^;\n]+; 0 unchanged, 0 skipped, 0 rejected\n/);
        expect(first.stdout).toContain('Articles   8 created, 0 updated, 0 removed');
        const before = await contentsOf(store);
        const second = await seed('one.json', 'many', 'globbed/a*.json');
        expect(second).toMatchObject({ code: 0, stderr: '' });
        expect(second.stdout).toMatch(/^Seeded 0 articles into [^;\n]+; 8 unchanged, 0 skipped, 0 rejected\n/);
        expect(await contentsOf(store)).toEqual(before);
      },
    ));

  it('--dry-run reports what would change and writes nothing, not even collections', () =>
    withDesk({ 'a.json': text(article('a', { actors: [named('iran')] })) }, async ({ seed, store }) => {
      for (const { name } of await store.database.listCollections().toArray())
        await store.database.dropCollection(name);
      const { code, stdout } = await seed('--dry-run', 'a.json');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Would seed 1 article into [^;\n]+; /);
      expect(stdout).toContain('Actors     1 created');
      expect(await store.database.listCollections().toArray()).toEqual([]);
    }));
});

describe('the report', () => {
  it('is one JSON object on standard output with --json, rejections included', () =>
    withDesk(
      { 'a.json': text([article('good'), article('bad', { language: 7 })]) },
      async ({ seed }) => {
        const { code, stdout, stderr } = await seed('--json', 'a.json');
        expect(code).toBe(65);
        expect(JSON.parse(stdout)).toMatchObject({
          dryRun: false,
          files: 1,
          articles: { taken: 1, unchanged: 0, skipped: 0, refused: 1 },
          changes: { Article: { created: 1, updated: 0, removed: 0 } },
          refusals: [{ file: 'a.json', line: 1, pointer: '/1/language', found: '7' }],
          refusalCount: 1,
        });
        expect(stdout).toMatch(/^[^\n]+\n$/);
        expect(stderr).toMatch(/^a\.json:1:\d+ \/1\/language must be [^\n]+, but got: 7\n$/);
      },
      shared,
    ));

  it('may be left unread, without an error', () =>
    withDesk(
      { 'a.json': text(article('unread')) },
      async ({ path, env }) => {
        const command = commands.start('seed', ['a.json'], { cwd: path, env });
        command.child.stdout?.destroy();
        expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
      },
      shared,
    ));

  it('counts the links to articles that are not stored', () => {
    const links = (...ids: string[]) => ids.map((statement) => ({ type: 'ECHOES', statement }));
    const saying = (id: string, ...linked: string[]) =>
      text(
        article(id, {
          statements: [{ id: 's', type: 'COMMENT', text: 'So', links: links(...linked), evidence: ['says'] }],
        }),
      );
    const files = { 'a.json': saying('a', 'b.s'), 'b.json': saying('b', 'c.s', 'd.s'), 'c.json': saying('c') };
    return withDesk(files, async ({ seed }) => {
      const told = async (file: string) => (await seed(file)).stdout.split('\n').slice(3);
      expect(await told('a.json')).toEqual(['  1 statement link points to articles that are not stored', '']);
      expect(await told('b.json')).toEqual(['  2 statement links point to articles that are not stored', '']);
      expect(await told('c.json')).toEqual(['  1 statement link points to articles that are not stored', '']);
      expect(JSON.parse((await seed('--json', 'c.json')).stdout)).toMatchObject({ waiting: 1 });
    });
  });

  it('names each older version that was skipped', () =>
    withDesk(
      {
        'new.json': text(article('versioned', { version: 2, title: 'New' })),
        'old.json': text(article('versioned', { version: 1, title: 'Old' })),
      },
      async ({ seed, store }) => {
        expect((await seed('new.json')).code).toBe(0);
        const { code, stdout } = await seed('old.json');
        expect(code).toBe(0);
        expect(stdout).toMatch(/^Seeded 0 articles into [^;\n]+; 0 unchanged, 1 skipped, 0 rejected\n/);
        expect(stdout).toContain('Skipped versioned: Version 1 is older than version 2, which is stored');
        expect(await store.database.collection('articles').findOne({ 'source.id': 'versioned' })).toMatchObject({
          source: { title: 'New' },
        });
      },
      shared,
    ));
});

const sentence = 'Three were hurt.';
const bare = { published: '2023-11-12', text: sentence };

describe('invalid input', () => {
  it('is rejected with its position, all of it in one run, and nothing is written', () => {
    const wrong: [content: string | Buffer, refusal: string][] = [
      ['{"published": "2023-11-12",\n "text": }', ':2:10 /text must be a JSON value, but got: "}"'],
      ['{"published": "2023-11-12"', ':1:27 must be "," or "}", but got: the end of the file'],
      [text({ ...bare, incidents: [incident('x', { location: 'nowhere' })] }), ' /incidents/0/location must be '],
      [text({ ...bare, actors: [named('x', { evidence: ['Four were hurt.'] })] }), ' /actors/0/evidence/0 must be '],
      [text({ ...bare, published: '2023-02-30' }), ':1:14 /published must be '],
      [text({ ...bare, incidents: [incident('x', { date: '2023-11-31' })] }), ' /incidents/0/date must be '],
      [text({ ...bare, titel: 'x' }), ' /titel must be one of the keys '],
      ['', ':1:1 must be an article, but got: an empty file'],
      [Buffer.from([0x7b, 0xff]), ':1:2 must be UTF-8, but got: the byte 0xff'],
      [gzipSync('{}').subarray(0, 12), ':1:1 must be valid gzip data, but got: the end of the file'],
    ];
    const files = Object.fromEntries(wrong.map(([content], index) => [`bad-${index}.json`, content]));
    return withDesk(
      files,
      async ({ seed, store }) => {
        const { code, stdout, stderr } = await seed('.');
        const lines = stderr.trimEnd().split('\n');
        expect(lines).toHaveLength(wrong.length);
        for (const [index, [, refusal]] of wrong.entries()) {
          expect(lines[index]).toMatch(new RegExp(`^bad-${index}\\.json:\\d+:\\d+ .*, but got: .+$`));
          expect(lines[index]).toContain(refusal);
        }
        expect(stdout).toMatch(/^Seeded 0 articles into [^;\n]+; 0 unchanged, 0 skipped, 10 rejected\n/);
        expect(code).toBe(65);
        expect(await idsOf(store, 'bad-')).toEqual([]);
      },
      shared,
    );
  });

  it('does not affect the other articles of its file', () =>
    withDesk(
      { 'a.json': text([article('some-1'), article('some-2', { published: 'soon', language: 7 }), article('some-3')]) },
      async ({ seed, store }) => {
        const { code, stdout, stderr } = await seed('a.json');
        expect(code).toBe(65);
        expect(stderr.trimEnd().split('\n')).toHaveLength(2);
        expect(stdout).toMatch(/^Seeded 2 articles into [^;\n]+; 0 unchanged, 0 skipped, 1 rejected\n/);
        expect(await idsOf(store, 'some-')).toEqual(['some-1', 'some-3']);
      },
      shared,
    ));

  it('is rejected if two contents have one id and version, each naming the other', () =>
    withDesk(
      {
        '1.json': text([article('disputed-1', { title: 'One' }), article('disputed-2')]),
        '2.json': text(article('disputed-1', { title: 'Two' })),
        '3.json': text(article('disputed-1', { title: 'One' })),
        '4.json': text(article('disputed-2')),
      },
      async ({ seed, store }) => {
        const { code, stdout, stderr } = await seed('.');
        const expected = 'must be equal to the article with this id and version at';
        const found = 'but got: different content for "disputed-1"';
        expect(stderr).toBe(
          `1.json:1:2 /0 ${expected} 2.json:1:1, ${found}\n` +
            `2.json:1:1 ${expected} 1.json:1:2, ${found}\n` +
            `3.json:1:1 ${expected} 1.json:1:2, ${found}\n`,
        );
        expect(stdout).toMatch(/^Seeded 1 article into [^;\n]+; 1 unchanged, 0 skipped, 3 rejected\n/);
        expect(code).toBe(65);
        expect(await idsOf(store, 'disputed-')).toEqual(['disputed-2']);
      },
      shared,
    ));

  it('with a missing path writes nothing', () => {
    const calls: [args: string[], code: number, message: RegExp][] = [
      [['good.json', 'none.json'], 66, /^none\.json does not exist\nNothing was written\n$/],
      [['good.json', 'empty'], 66, /^empty contains no articles [^\n]+\nNothing was written\n$/],
      [
        ['*.ndjson'],
        66,
        /^\*\.ndjson matches no articles: searched the current folder for \*\.ndjson and found nothing\nNothing was written\n$/,
      ],
      [['/dev/null'], 66, /^\/dev\/null is neither a file nor a folder\nNothing was written\n$/],
      [['linked'], 66, /^linked\/out\.json is a symbolic link to a target outside the folder and is not followed\n/],
      [[], 2, /^error: missing required argument 'paths'\n$/],
      [['--force', 'good.json'], 2, /^error: unknown option '--force'\n$/],
    ];
    const files = { 'good.json': text(article('unwritten')), 'empty/readme.md': '' };
    return withDesk(
      files,
      async ({ seed, store, path }) => {
        mkdirSync(join(path, 'linked'));
        symlinkSync(join(path, 'good.json'), join(path, 'linked', 'out.json'));
        const ended = await Promise.all(calls.map(([args]) => seed(...args)));
        for (const [index, [, code, message]] of calls.entries()) {
          expect(ended[index]).toMatchObject({ code, stdout: '' });
          expect(ended[index]?.stderr).toMatch(message);
        }
        expect(await idsOf(store, 'unwritten')).toEqual([]);
      },
      shared,
    );
  });

  it.each<[Record<string, string>, number, RegExp]>([
    [
      { MONGODB_URI: 'mongodb://admin:hunter2@127.0.0.1:9/x' },
      69,
      /^Cannot connect to the MongoDB at 127\.0\.0\.1:9: /,
    ],
    [{ MONGODB_URI: 'admin:hunter2@127.0.0.1' }, 78, /^MONGODB_URI must be a URI /],
    [{ DATA_DIR: 'a.json' }, 69, /^Cannot open the embedded store in a\.json: /],
  ])('with an unavailable store fails with one line: %j', async (env, expected, message) => {
    const cwd = mkdtempSync(join(desks.root, 'no-store-'));
    writeFileSync(join(cwd, 'a.json'), text(article('a')));
    const { code, stdout, stderr } = await commands.run('seed', ['a.json'], { cwd, env });
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toContain('hunter2');
  });
});

/** Articles that share entities, so that an interrupted run would show in the derived documents. */
function entangled(count: number, version: number): object[] {
  return Array.from({ length: count }, (_, i) =>
    article(`a-${i}`, {
      version,
      published: `2023-11-${String(1 + (i % 28)).padStart(2, '0')}`,
      locations: [named('iraq', { aliases: [`Iraq ${i} ${version}`] })],
      actors: [named(`actor-${i % 7}`, { aliases: [`${i} ${version}`] })],
      incidents: [incident(`incident-${i % 50}`, { location: 'iraq', title: `Title ${i} ${version}` })],
      statements: [
        {
          id: 's',
          type: 'COMMENT',
          speaker: `actor-${i % 7}`,
          incidents: [`incident-${i % 50}`],
          text: `Words of ${i}`,
        },
      ],
    }),
  );
}

describe('a run that is killed', () => {
  it('leaves a store that the next run completes to the same state', async () => {
    const files = { 'old.json': text(entangled(100, 1)), 'new.json': text(entangled(520, 2)) };
    const undisturbed = await desks.open(files);
    const disturbed = await desks.open(files);
    for (const desk of [undisturbed, disturbed]) expect((await desk.seed('old.json')).code).toBe(0);
    const { ms, code } = await undisturbed.seed('new.json');
    expect(code).toBe(0);
    const ends: string[] = [];
    for (const share of [0.3, 0.6, 0.75, 0.9]) {
      const { child, ended } = commands.start('seed', ['new.json'], { cwd: disturbed.path, env: disturbed.env });
      const timer = setTimeout(() => child.kill('SIGKILL'), ms * share);
      ends.push((await ended).signal ?? 'ended');
      clearTimeout(timer);
    }
    expect(ends).toContain('SIGKILL');
    const again = await disturbed.seed('new.json');
    expect(again.code).toBe(0);
    expect(await contentsOf(disturbed.store)).toEqual(await contentsOf(undisturbed.store));
    const { database } = disturbed.store;
    expect(await database.collection('articles').countDocuments()).toBe(520);
    await undisturbed.close();
    await disturbed.close();
  }, 180_000);
});

it('two concurrent seeders leave the same store as one', async () => {
  const files = { 'a.json': text(entangled(30, 1)), 'b.json': text(entangled(30, 2)) };
  const one = await desks.open(files);
  const two = await desks.open(files);
  for (const file of ['a.json', 'b.json']) expect((await one.seed(file)).code).toBe(0);
  const codes = (await Promise.all([two.seed('a.json'), two.seed('b.json')])).map(({ code }) => code);
  expect(codes).toEqual([0, 0]);
  expect(await contentsOf(two.store)).toEqual(await contentsOf(one.store));
  await one.close();
  await two.close();
}, 120_000);
