import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../../src/ingest/read/find-article-files.ts';

const root = mkdtempSync(join(tmpdir(), 'article-files-'));

function write(path: string, content: string | Buffer = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Finds files, with paths relative to the folder of the test. */
function find(...paths: string[]) {
  const { files, faults } = findArticleFiles(paths.map((path) => `${root}/${path}`));
  return {
    files: files.map((file) => file.slice(root.length + 1)),
    faults: faults.map(({ path, kind, reason }) =>
      `${kind}: ${path} ${reason}`.replaceAll(`${root}/`, '').replaceAll(root, 'ROOT'),
    ),
  };
}

beforeAll(() => {
  for (const name of [
    'b.json',
    'a.ndjson',
    'deep/er/c.jsonl.gz',
    'deep/D.JSON',
    'notes.md',
    '.hidden.json',
    '.git/x.json',
  ]) {
    write(`tree/${name}`, '{}');
  }
  write('tree/article.schema.json', '{}');
  write('tree/bare.txt', ' date 2023-11-12 One.');
  write('tree/packed.txt.gz', gzipSync(`date 2023-11-12 ${'One. '.repeat(10_000)}`));
  write('tree/README.txt', 'No article.');
  write('tree/packed-readme.txt.gz', gzipSync('No article.'));
  write('none/README.txt', 'No article.');
  write('outside.json', '{}');
  write('outside/e.json', '{}');
  write('[odd]*.json', '{}');
  write('a[b]/named.json', '{}');
  write('a[b]/c/de/other.json', '{}');
  write('ab/class.json', '{}');
  write('q?*/odd.json', '{}');
  write('qxx/even.json', '{}');
  mkdirSync(join(root, 'links'));
  symlinkSync('../outside.json', join(root, 'links/out.json'));
  symlinkSync('../outside', join(root, 'links/folder'));
  symlinkSync('../notes', join(root, 'links/dangling'));
  symlinkSync('own.json', join(root, 'links/in.json'));
  symlinkSync('.', join(root, 'links/round'));
  write('links/own.json', '{}');
});

afterAll(() => rmSync(root, { recursive: true }));

describe('findArticleFiles', () => {
  it('searches a folder recursively, and sorts the files', () => {
    expect(find('tree')).toEqual({
      files: [
        'tree/a.ndjson',
        'tree/b.json',
        'tree/bare.txt',
        'tree/deep/D.JSON',
        'tree/deep/er/c.jsonl.gz',
        'tree/packed.txt.gz',
      ],
      faults: [],
    });
  });

  it('accepts a file argument with any name', () => {
    expect(find('tree/notes.md', 'tree/.hidden.json', '[odd]*.json').files).toEqual([
      '[odd]*.json',
      'tree/.hidden.json',
      'tree/notes.md',
    ]);
  });

  it('finds each file once', () => {
    expect(find('tree/b.json', 'tree/../tree/b.json', 'tree/*.json', 'tree/deep/../b.json').files).toEqual([
      'tree/b.json',
    ]);
  });

  it.each([
    ['tree/*.json', ['tree/b.json']],
    [
      'tree/**/*',
      [
        'tree/a.ndjson',
        'tree/b.json',
        'tree/bare.txt',
        'tree/deep/D.JSON',
        'tree/deep/er/c.jsonl.gz',
        'tree/packed.txt.gz',
      ],
    ],
    ['tree/{a,b}.*', ['tree/a.ndjson', 'tree/b.json']],
    ['{tree,outside}/?.json', ['outside/e.json', 'tree/b.json']],
    ['a[b]/*.json', ['a[b]/named.json']],
    ['a[b]/**/d[e]/*.json', ['a[b]/c/de/other.json']],
    ['a[bx]/*.json', ['ab/class.json']],
    ['a\\[b\\]/*.json', ['a[b]/named.json']],
    ['q?*/*.json', ['q?*/odd.json']],
  ])('matches %s', (pattern, files) => {
    expect(find(pattern)).toEqual({ files, faults: [] });
  });

  it.each([
    ['a missing file', 'nowhere.json', 'missing: nowhere.json does not exist'],
    ['a file in a file', 'outside.json/a.json', 'missing: outside.json/a.json does not exist'],
    [
      'a glob that matches nothing',
      'tree/*.xml',
      'missing: tree/*.xml matches no articles: searched tree for *.xml and found nothing',
    ],
    [
      'a glob that matches no articles',
      'none/*.txt',
      'missing: none/*.txt matches no articles: searched none for *.txt and found 1 file, none of them articles (.json, .ndjson, .jsonl, .txt that begins with a date, or these as .gz)',
    ],
    [
      'a glob in a folder that does not exist',
      'tree/nowhere/*.json',
      'missing: tree/nowhere/*.json matches no articles: there is no folder nowhere in tree',
    ],
    [
      'a glob with brackets that matches nothing',
      'tree[x]/*.json',
      'missing: tree[x]/*.json matches no articles: searched ROOT for tree[x]/*.json and found nothing; [ ] matches one of the characters in it, and \\[ and \\] match brackets',
    ],
    [
      'a glob in a folder whose name has brackets',
      'a[b]/*.xml',
      'missing: a[b]/*.xml matches no articles: searched a[b] for *.xml and found nothing',
    ],
    [
      'a folder without articles',
      'none',
      'empty: none contains no articles (.json, .ndjson, .jsonl, .txt that begins with a date, or these as .gz)',
    ],
  ])('reports %s', (_, path, fault) => {
    expect(find(path)).toEqual({ files: [], faults: [fault] });
  });

  it('continues after a fault', () => {
    expect(find('nowhere', 'tree/b.json')).toEqual({
      files: ['tree/b.json'],
      faults: ['missing: nowhere does not exist'],
    });
  });

  it('reports a path with NUL, and an empty one', () => {
    expect(findArticleFiles(['a\0.json', ''])).toEqual({
      files: [],
      faults: [
        { path: '"a\\u0000.json"', kind: 'missing', reason: 'is not a path: it is empty or contains NUL' },
        { path: '""', kind: 'missing', reason: 'is not a path: it is empty or contains NUL' },
      ],
    });
  });

  it('follows no symbolic links in a folder, and reports those that lead out of it', () => {
    const faults = [
      'missing: links/dangling does not exist',
      'outside: links/folder is a symbolic link to a target outside the folder and is not followed',
      'outside: links/out.json is a symbolic link to a target outside the folder and is not followed',
    ];
    const found = find('links');
    expect({ ...found, faults: found.faults.toSorted() }).toEqual({ files: ['links/own.json'], faults });
  });

  it.each([
    ['a folder above it', 'tree', ['tree/deep/D.JSON']],
    ['a glob above it', 'tree/deep/**/*', ['tree/deep/D.JSON']],
    ['its own name', 'tree/deep/er', ['tree/deep/er/c.jsonl.gz']],
    ['a glob in it', 'tree/deep/er/*', ['tree/deep/er/c.jsonl.gz']],
  ])('searches an excepted folder only by its own name: %s', (_, path, expected) => {
    const { files } = findArticleFiles([join(root, path)], { except: [join(root, 'tree/deep/er')] });
    expect(files.map((file) => file.slice(root.length + 1)).filter((file) => file.includes('deep'))).toEqual(expected);
  });

  it('matches no symbolic links with a glob', () => {
    expect(find('links/**/*.json')).toEqual({ files: ['links/own.json'], faults: [] });
    expect(find('links/out.*').faults).toEqual([
      'missing: links/out.* matches no articles: searched links for out.* and found nothing',
    ]);
  });

  it('follows a symbolic link that is an argument', () => {
    expect(find('links/out.json', 'links/folder')).toEqual({
      files: ['links/folder/e.json', 'links/out.json'],
      faults: [],
    });
  });

  it('reports a path that is neither a file nor a folder', () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(find('pipe').faults).toEqual(['unreadable: pipe is neither a file nor a folder']);
  });

  it.skipIf(process.getuid?.() === 0)('reports a file without read permission', () => {
    write('locked/a.json', '{}');
    chmodSync(join(root, 'locked/a.json'), 0o000);
    expect(find('locked').faults).toEqual(['unreadable: locked/a.json cannot be read (EACCES)']);
  });
});
