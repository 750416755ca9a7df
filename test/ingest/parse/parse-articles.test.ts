import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatRejection } from '../../../src/ingest/json/rejection.ts';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';
import { articlesOf, sentencesOf } from './parse-content.ts';

const one = '{"id":"one","published":"2023-11-12","text":"One."}';
const two = '{"id":"two","published":"2023-11-13","text":"Two."}';
const refused = '{"id":"three","published":"2023-11-13"}';

describe('parseArticles', () => {
  it.each([
    ['one article', 'a.json', one, ['one 1:1 ']],
    ['one article after white space', 'a.json', `\n  ${one}\n`, ['one 2:3 ']],
    ['an array', 'a.json', `[${one},\r\n ${two}]`, ['one 1:2 /0', 'two 2:2 /1']],
    ['an empty array', 'a.json', '[]', []],
    ['NDJSON by its name', 'a.ndjson', one, ['one 1:1 ']],
    ['NDJSON by its other name', 'a.JSONL', `${one}\n${two}\n`, ['one 1:1 ', 'two 2:1 ']],
    ['NDJSON by its content', 'a.json', `${one}\n${two}`, ['one 1:1 ', 'two 2:1 ']],
    ['NDJSON by content without a name', 'articles', `${one}\r\n\r\n \t${two}\r\n`, ['one 1:1 ', 'two 3:3 ']],
    ['an article on the lines of its parts', 'a.json', one.replaceAll(',', ',\n'), ['one 1:1 ']],
    [
      'an array with rejected articles',
      'a.json',
      `[${refused},${one},${refused}]`,
      ['- 1:2 /0', 'one 1:42 /1', '- 1:94 /2'],
    ],
    [
      'NDJSON with rejected articles',
      'a.json',
      `${one}\n${refused}\n{"id":\n${two}`,
      ['one 1:1 ', '- 2:1 ', '- 3:7 ', 'two 4:1 '],
    ],
    ['NDJSON with an array', 'a.ndjson', `${one}\n [${two}]`, ['one 1:1 ', '- 2:2 ']],
    ['a syntax error within an array', 'a.json', `[${one},${two},]`, ['- 1:106 ']],
  ])('reads %s, and reports where each article begins', (_, file, content, expected) => {
    for (const bytes of [Buffer.from(content), gzipSync(content)]) {
      const parsed = [...parseArticles({ file, bytes })];
      expect(parsed.map((each) => `${each.article?.id ?? '-'} ${each.line}:${each.column} ${each.pointer}`)).toEqual(
        expected,
      );
    }
  });

  it('reads articles lazily, one at a time', () => {
    const [first] = parseArticles({ file: 'a.ndjson', bytes: Buffer.from(`${one}\n?`) });
    expect(first?.article?.id).toBe('one');
  });

  it('reads several gzip members as one file', () => {
    expect(articlesOf(Buffer.concat([gzipSync(`${one}\n`), gzipSync(two)]), 'a.ndjson.gz')).toHaveLength(2);
  });

  it('reads a withdrawal', () => {
    const content = `[{"retracted":true,"id":"a","version":null},{"version":2,"id":"b","retracted":true}]`;
    const parsed = articlesOf(content);
    expect(parsed).toEqual([
      { id: 'a', retracted: true },
      { id: 'b', version: 2, retracted: true },
    ]);
    expect(Object.keys(parsed[1] ?? {})).toEqual(['id', 'version', 'retracted']);
  });

  it.each(['[{"published":"2023-11-12","text":"a"}]', '{"id":null,"published":"2023-11-12","text":"a"}\n{}'])(
    'rejects an article without id in %s',
    (content) => {
      expect(sentencesOf(content)[0]).toMatch(
        /^articles\/a.json:1:\d( \/0)? must be an article with the key id, but got/,
      );
    },
  );

  it.each([
    ['us-troops.json', 'us-troops'],
    ['/a/b.c/US Troops, 2023.JSON', 'us-troops-2023'],
    ['C:\\articles\\a.json', 'a'],
    ['a.json.gz', 'a'],
    ['a.b.json', 'a-b'],
    ['--a__b--.json', 'a-b'],
    ['Ärger über É.json', 'rger-ber'],
    ['a', 'a'],
    [`${'a'.repeat(120)}.json`, 'a'.repeat(120)],
  ])('derives from the file name %s the id %s', (file, id) => {
    expect(articlesOf('{"published":"2023-11-12","text":"a"}', file)).toMatchObject([{ id }]);
  });

  it.each([
    ['موصل.json', '""'],
    [`${'a'.repeat(121)}.json`, `"${'a'.repeat(79)}…`],
  ])('rejects an article without id in %s', (file, found) => {
    expect(sentencesOf(' {"published":"2023-11-12","text":"a"}', file)).toEqual([
      `${file}:1:2 must be an article with the key id, but got: no id, and a file name that would give ${found}`,
    ]);
  });

  it('rejects an article without id if the file name is not used', () => {
    const bytes = Buffer.from('{"published":"2023-11-12","text":"a"}');
    const [parsed] = parseArticles({ file: 'article', bytes, lendsName: false });
    expect(parsed?.rejections?.map(formatRejection)).toEqual([
      'article:1:1 must be an article with the key id, but got: {"published":"2023-11-12","text":"a"}',
    ]);
  });

  it('keeps the text unchanged', () => {
    expect(articlesOf('{"published":"2023-11-12","text":" a\\r\\n\\tb \\u00e9 e\\u0301 "}')).toMatchObject([
      { text: ' a\r\n\tb é e\u0301 ' },
    ]);
  });

  it('accepts the shipped articles', () => {
    const folder = new URL('../../../seed/articles/', import.meta.url);
    const files = readdirSync(folder).filter((file) => /\.(json|ndjson|txt)(\.gz)?$/.test(file));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(articlesOf(readFileSync(new URL(file, folder)), file).length).toBeGreaterThan(0);
  });
});

describe('a bare text', () => {
  it.each([
    ['on one line', 'date 2023-11-12 One.\nTwo.', 'One.\nTwo.'],
    ['after white space', ' \n\tdate 2023-11-12 One.', 'One.'],
    ['on the next line, with CRLF', '\ufeffdate  2023-11-12\r\n\r\nOne.\r\nTwo.\r\n', 'One.\r\nTwo.'],
  ])('is read %s', (_, content, text) => {
    for (const bytes of [Buffer.from(content), gzipSync(content)]) {
      expect(articlesOf(bytes, 'x/Bare Text.txt.gz')).toEqual([{ id: 'bare-text', published: '2023-11-12', text }]);
    }
  });

  it.each([
    ['without a head', ' One.', '1:2 must be "date YYYY-MM-DD" followed by a text, but got: "One."'],
    [
      'with more than a day',
      'date 2023-11-123 One.',
      '1:1 must be "date YYYY-MM-DD" followed by a text, but got: "date 2023-11-123 One."',
    ],
    [
      'if it is JSON',
      one,
      '1:1 must be "date YYYY-MM-DD" followed by a text, but got: "{\\"id\\":\\"one\\",\\"published\\":\\"2023-11-12\\",\\"te"',
    ],
    [
      'with a day that does not exist',
      '\n date 2024-02-30 One.',
      '2:7 /published must be a calendar day, YYYY-MM-DD, or a moment with an offset, such as 2025-03-12T18:30:00Z, but got: "2024-02-30"',
    ],
    ['without a text', 'date 2023-11-12 \n', '2:1 /text must be a string that is not blank, but got: ""'],
    ['with NUL', 'date 2023-11-12 a\nb\0', '2:2 /text must be a text without NUL, but got: \\u0000'],
    ['if it is empty', '', '1:1 must be an article, but got: an empty file'],
  ])('is rejected %s', (_, content, sentence) => {
    expect(sentencesOf(content, 'a.txt')).toEqual([`a.txt:${sentence}`]);
  });
});
