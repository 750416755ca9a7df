import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { maxArticleBytes } from '../../../src/ingest/parse/parse-json.ts';
import { seedFiles } from '../../../src/ingest/seed-files.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { emptyStore } from '../write/store-dump.ts';

let store: TestStore;
const root = mkdtempSync(join(tmpdir(), 'text-file-'));
const folder = join(root, 'articles');

beforeAll(async () => {
  store = await openTestStore();
  mkdirSync(join(folder, 'sub'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  symlinkSync('plain.txt', join(folder, 'inside.txt'));
  symlinkSync('../outside.txt', join(folder, 'outside.txt'));
  symlinkSync('sub/deep.txt', join(folder, 'deep.txt'));
  symlinkSync('gone.txt', join(folder, 'dangling.txt'));
  writeFileSync(join(root, 'outside.txt'), 'Secret.');
  writeFileSync(join(folder, 'sub', 'deep.txt'), 'Deep.');
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
});
afterEach(() => emptyStore(store.database));
afterAll(async () => {
  await store?.close();
  rmSync(root, { recursive: true, force: true });
});

const said = 'He said “no”.\n\tThen "left" \\ 😀.';
const files: Record<string, string | Buffer> = {
  'plain.txt': said,
  'marked.txt': `\ufeff${said}\r\n`,
  '.hidden.txt': said,
  'blank.txt': ' \n',
  'empty.txt': '',
  'latin.txt': Buffer.from('One.\nIt\x92s', 'latin1'),
  'wide.txt': Buffer.from('\ufeffOne.', 'utf16le'),
  'wide-unmarked.txt': Buffer.from('One.', 'utf16le'),
  'nul.txt': 'One.\0',
  'large.txt': Buffer.alloc(maxArticleBytes, 0x61),
};

const head = { id: 'a', published: '2023-11-12' };

/** Seeds a file with this content from the folder of the texts. */
async function seed(content: object | string, name = 'a.json', options = {}) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const report = await seedFiles(store, [path], { dryRun: false, ...options });
  const refusals = report.refusals.map(({ file, ...refusal }) => ({ ...refusal, file: file.slice(folder.length + 1) }));
  return { ...report, refusals };
}

const stored = () => store.database.collection('articles').findOne();

describe('"textFile"', () => {
  it('is replaced by the text of the file', async () => {
    const evidence = { actors: [{ id: 'x', name: 'X', evidence: ['said “no”', 'Then "left"'] }] };
    expect((await seed({ ...head, textFile: 'plain.txt', ...evidence })).articles).toMatchObject({ taken: 1 });
    expect(await stored()).toMatchObject({ source: { id: 'a', published: '2023-11-12', text: said } });
    expect(JSON.stringify(await stored())).not.toContain('textFile');
    for (const article of [
      { ...head, text: said, ...evidence },
      { textFile: 'marked.txt', ...evidence, ...head, text: null },
      { ...head, textFile: 'inside.txt', ...evidence },
    ]) {
      expect((await seed(article)).articles).toMatchObject({ taken: 0, unchanged: 1, refused: 0 });
    }
  });

  it.each([1, 2])('is read for articles of arrays and of NDJSON, with %i threads', async (concurrency) => {
    const articles = ['b', 'c'].map((id) => ({ ...head, id, textFile: 'plain.txt' }));
    expect((await seed(articles)).articles).toMatchObject({ taken: 2 });
    const lines = articles.map((article) => JSON.stringify(article)).join('\n');
    expect((await seed(lines, 'lines.ndjson', { concurrency })).articles).toMatchObject({ unchanged: 2, refused: 0 });
    expect((await seed(lines, 'lines.json', { concurrency })).articles).toMatchObject({ unchanged: 2, refused: 0 });
  });

  const name = 'the name of a file in the same folder';
  it.each<[mistake: string, file: unknown, expected: string, found: string]>([
    ['a path', 'sub/deep.txt', name, '"sub/deep.txt"'],
    ['a path upwards', '../outside.txt', name, '"../outside.txt"'],
    ['a path with backslashes', '..\\outside.txt', name, '"..\\\\outside.txt"'],
    ['an absolute path', '/etc/passwd', name, '"/etc/passwd"'],
    ['the folder above', '..', name, '".."'],
    ['the folder itself', '.', name, '"."'],
    ['a hidden file', '.hidden.txt', name, '".hidden.txt"'],
    ['a NUL', 'plain.txt\0.png', 'a string without NUL', '\\u0000'],
    ['no name', '', name, '""'],
    ['a number', 5, name, '5'],
    ['a missing file', 'none.txt', name, '"none.txt" in FOLDER, which does not exist'],
    ['a name that is too long', 'x'.repeat(300), name, 'which cannot be read (ENAMETOOLONG)'],
    ['a folder', 'sub', 'the name of a text file', '"sub" in FOLDER, which is not a file'],
    ['a pipe', 'pipe.txt', 'the name of a text file', '"pipe.txt" in FOLDER, which is not a file'],
    ['a link out of the folder', 'outside.txt', name, '"outside.txt", a symbolic link to another folder'],
    ['a link into a subfolder', 'deep.txt', name, '"deep.txt", a symbolic link to another folder'],
    ['a dangling link', 'dangling.txt', name, '"dangling.txt" in FOLDER, which does not exist'],
    ['a blank file', 'blank.txt', 'a string that is not blank', '""'],
    ['an empty file', 'empty.txt', 'a string that is not blank', '""'],
    ['Windows-1252', 'latin.txt', 'a text file in UTF-8', 'the byte 0x92 at latin.txt:2:3'],
    ['UTF-16', 'wide.txt', 'a text file in UTF-8', 'the byte 0xff at wide.txt:1:1'],
    [
      'UTF-16 without a mark',
      'wide-unmarked.txt',
      'a text without NUL',
      'CONTROL CHARACTER U+0000 at wide-unmarked.txt:1:2',
    ],
    ['NUL', 'nul.txt', 'a text without NUL', 'CONTROL CHARACTER U+0000 at nul.txt:1:5'],
    [
      'a file that is too large',
      'large.txt',
      `a text of at most ${maxArticleBytes - 58} bytes`,
      `${maxArticleBytes} bytes in large.txt`,
    ],
  ])('is rejected for %s, at its place', async (_, textFile, expected, found) => {
    const { refusals, articles } = await seed({ ...head, textFile });
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ file: 'a.json', line: 1, column: 47, pointer: '/textFile' });
    expect(refusals[0]?.expected).toContain(expected);
    expect(refusals[0]?.found.replace(folder, 'FOLDER')).toContain(found);
    expect(articles).toMatchObject({ taken: 0, refused: 1 });
    expect(await stored()).toBeNull();
  });

  it.each(['latin.txt', 'wide.txt', 'wide-unmarked.txt'])('has a hint for %s, which is not UTF-8', async (textFile) => {
    expect((await seed({ ...head, textFile })).refusals[0]?.hint).toMatch(/save (?:it|the file) as UTF-8/);
  });

  it('is rejected next to text, and one of the two is required', async () => {
    expect((await seed({ ...head, text: 'One.', textFile: 'plain.txt' })).refusals).toMatchObject([
      { pointer: '/textFile', column: 50, expected: 'absent if "text" is present', found: '"textFile"' },
    ]);
    expect((await seed({ ...head, textFile: null })).refusals).toMatchObject([
      {
        pointer: '',
        expected: 'an article with the key text',
        hint: expect.stringContaining('"textFile": "name.txt"'),
      },
    ]);
    expect((await seed({ id: 'a', retracted: true, textFile: 'plain.txt' })).refusals).toMatchObject([
      { pointer: '/textFile', expected: expect.stringContaining('one of the keys') },
    ]);
  });

  it('has its quotes checked against the file', async () => {
    const quoting = (...evidence: string[]) => ({
      ...head,
      textFile: 'plain.txt',
      actors: [{ id: 'x', name: 'X', evidence }],
    });
    expect((await seed(quoting('said "no"', 'e'))).refusals).toMatchObject([
      { pointer: '/actors/0/evidence/0', hint: expect.stringContaining('Write "said “no”"') },
      { pointer: '/actors/0/evidence/1', hint: expect.stringContaining('It occurs 3 times') },
    ]);
  });

  it('is rejected in articles from standard input', async () => {
    const { refusals } = await seedThroughDevice(JSON.stringify({ ...head, textFile: 'plain.txt' }));
    expect(refusals).toMatchObject([
      {
        pointer: '/textFile',
        expected: 'absent unless the article is in a file',
        hint: 'Write the text itself, as "text"',
      },
    ]);
  });
});

/** Seeds what a file descriptor of this process reads, as `seed /dev/stdin < file` does. */
async function seedThroughDevice(content: string) {
  const { closeSync, openSync } = await import('node:fs');
  writeFileSync(join(folder, 'given.json'), content);
  const descriptor = openSync(join(folder, 'given.json'), 'r');
  try {
    return await seedFiles(store, [`/proc/self/fd/${descriptor}`], { dryRun: false });
  } finally {
    closeSync(descriptor);
  }
}
