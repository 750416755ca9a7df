import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseArticles } from '../../src/ingest/parse-articles.ts';
import { articlesOf, sentencesOf } from './parse-content.ts';

const article = '{"id":"a","published":"2023-11-12","text":"One."}';

describe('the bytes of a file', () => {
  it.each([
    ['an empty file', '', 'an article, but got: an empty file'],
    ['white space only', ' \r\n\t', 'an article, but got: nothing but white space'],
    ['a byte order mark only', '\ufeff', 'an article, but got: an empty file'],
    ['a truncated gzip', gzipSync(article).subarray(0, 30), 'whole gzip, but got: the end of the file'],
    ['a gzip of two bytes', Buffer.from([0x1f, 0x8b]), 'whole gzip, but got: the end of the file'],
    ['a gzip with a flipped bit', flip(gzipSync(article), -6), 'whole gzip, but got: an incorrect data check'],
    ['a gzip of another method', Buffer.from([0x1f, 0x8b, 7, 0]), 'whole gzip, but got: an unknown compression method'],
    ['a gzip bomb', gzipSync(Buffer.alloc(200_000_000, 0x20)), 'at most 67108864 bytes, but got: more, from gzip'],
  ])('%s is refused', (_, content, sentence) => {
    expect(sentencesOf(content)).toEqual([`articles/a.json:1:1 must be ${sentence}`]);
  });

  it('a file of more than 64 MiB is refused unless it is NDJSON', () => {
    const bytes = Buffer.alloc(67_108_865, 0x20);
    expect(sentencesOf(bytes)).toEqual(['articles/a.json:1:1 must be at most 67108864 bytes, but got: 67108865 bytes']);
    bytes.write(`${article}\n`);
    expect(articlesOf(bytes, 'a.ndjson')).toHaveLength(1);
  });

  it('a gzip bomb named NDJSON is refused past 64 MiB, where it is no file', () => {
    const bomb = gzipSync(Buffer.alloc(70_000_000, 0x20));
    expect(sentencesOf(bomb, 'a.ndjson.gz')).toEqual([
      'a.ndjson.gz:1:1 must be at most 67108864 bytes, but got: more, from gzip',
    ]);
  });

  it.each([
    ['a stray byte', [0xff], '0xff'],
    ['a stray continuation', [0x80], '0x80'],
    ['an overlong form', [0xc0, 0xaf], '0xc0'],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], '0xed'],
    ['a sequence cut by a letter', [0xe2, 0x82, 0x41], '0xe2'],
    ['a sequence that begins as U+FFFD does', [0xef, 0xbf, 0x41], '0xef'],
    ['a code point past U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '0xf4'],
    ['Latin-1', [0xe9, 0x22], '0xe9'],
  ])('%s is refused where it stands', (_, bytes, shown) => {
    const content = Buffer.concat([Buffer.from('{"id":"a",\r\n "text":"😀é\ufffd'), Buffer.from(bytes)]);
    expect(sentencesOf(content)).toEqual([`articles/a.json:2:14 must be UTF-8, but got: the byte ${shown}`]);
  });

  it('a sequence cut by the end of the file is refused where it begins', () => {
    const content = Buffer.concat([Buffer.from(article), Buffer.from([0xf0, 0x9f, 0x98])]);
    expect(sentencesOf(content)).toEqual([
      `articles/a.json:1:${article.length + 1} must be UTF-8, but got: the byte 0xf0`,
    ]);
  });

  it('UTF-16 is refused', () => {
    expect(sentencesOf(Buffer.from(`\ufeff${article}`, 'utf16le'))).toEqual([
      'articles/a.json:1:1 must be UTF-8, but got: the byte 0xff',
    ]);
  });

  it('bytes that are no UTF-8 refuse their own line of NDJSON only', () => {
    const content = Buffer.concat([
      Buffer.from(`${article}\n{"id":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${article}`),
    ]);
    const parsed = [...parseArticles({ file: 'a.ndjson', bytes: content })];
    expect(parsed.map(({ article: taken, line }) => [line, taken?.id])).toEqual([
      [1, 'a'],
      [2, undefined],
      [3, 'a'],
    ]);
    expect(sentencesOf(content, 'a.ndjson')).toEqual(['a.ndjson:2:8 must be UTF-8, but got: the byte 0xff']);
  });

  it('a byte order mark is stripped and takes no column', () => {
    expect(articlesOf(`\ufeff${article}`)).toEqual([{ id: 'a', published: '2023-11-12', text: 'One.' }]);
    expect(sentencesOf('\ufeff?')).toEqual(['articles/a.json:1:1 must be a JSON value, but got: "?"']);
  });

  it('an article of more than 8 MiB is refused, the others of its file are not', () => {
    const large = `{"id":"b","published":"2023-11-12","text":"${'a'.repeat(8_388_608)}"}`;
    expect(sentencesOf(`[${article},\n${large},${article}]`)).toEqual([
      'articles/a.json:2:1 /1 must be an article of at most 8388608 bytes, but got: 8388653 bytes',
    ]);
    expect(sentencesOf(`${article}\n${large}\n${article}`)).toEqual([
      'articles/a.json:2:1 must be an article of at most 8388608 bytes, but got: 8388653 bytes',
    ]);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  const index = bytes.length + at;
  flipped[index] = (flipped[index] ?? 0) ^ 1;
  return flipped;
}
