import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';
import { articlesOf, sentencesOf } from './parse-content.ts';

const article = '{"id":"a","published":"2023-11-12","text":"One."}';

describe('a file', () => {
  it.each([
    ['empty', '', 'an article, but got: an empty file'],
    ['only white space', ' \r\n\t', 'an article, but got: only white space'],
    ['only a byte order mark', '\ufeff', 'an article, but got: an empty file'],
    ['truncated gzip', gzipSync(article).subarray(0, 30), 'valid gzip data, but got: the end of the file'],
    ['gzip of two bytes', Buffer.from([0x1f, 0x8b]), 'valid gzip data, but got: the end of the file'],
    [
      'gzip with a flipped bit',
      flip(gzipSync(article), -6),
      'valid gzip data, but got: corrupt data (incorrect data check)',
    ],
    [
      'gzip with another compression method',
      Buffer.from([0x1f, 0x8b, 7, 0]),
      'valid gzip data, but got: corrupt data (unknown compression method)',
    ],
    [
      'a gzip bomb',
      gzipSync(Buffer.alloc(200_000_000, 0x20)),
      'at most 67108864 bytes, but got: more bytes when unpacked',
    ],
  ])('is rejected if it is %s', (_, content, sentence) => {
    expect(sentencesOf(content)).toEqual([`articles/a.json:1:1 must be ${sentence}`]);
  });

  it('is rejected above 64 MiB unless it is NDJSON', () => {
    const bytes = Buffer.alloc(67_108_865, 0x20);
    expect(sentencesOf(bytes)).toEqual(['articles/a.json:1:1 must be at most 67108864 bytes, but got: 67108865 bytes']);
    bytes.write(`${article}\n`);
    expect(articlesOf(bytes, 'a.ndjson')).toHaveLength(1);
  });

  it('is rejected above 64 MiB if it is a gzip bomb named NDJSON in memory', () => {
    const bomb = gzipSync(Buffer.alloc(70_000_000, 0x20));
    expect(sentencesOf(bomb, 'a.ndjson.gz')).toEqual([
      'a.ndjson.gz:1:1 must be at most 67108864 bytes, but got: more bytes when unpacked',
    ]);
  });

  it.each([
    ['a stray byte', [0xff], '0xff'],
    ['a stray continuation', [0x80], '0x80'],
    ['an overlong form', [0xc0, 0xaf], '0xc0'],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], '0xed'],
    ['a sequence cut by a letter', [0xe2, 0x82, 0x41], '0xe2'],
    ['a sequence that begins like U+FFFD', [0xef, 0xbf, 0x41], '0xef'],
    ['a code point past U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '0xf4'],
    ['Latin-1', [0xe9, 0x22], '0xe9'],
  ])('is rejected at the position of %s', (_, bytes, shown) => {
    const content = Buffer.concat([Buffer.from('{"id":"a",\r\n "text":"😀é\ufffd'), Buffer.from(bytes)]);
    expect(sentencesOf(content)).toEqual([`articles/a.json:2:14 must be UTF-8, but got: the byte ${shown}`]);
  });

  it('is rejected at the start of a sequence that its end cuts off', () => {
    const content = Buffer.concat([Buffer.from(article), Buffer.from([0xf0, 0x9f, 0x98])]);
    expect(sentencesOf(content)).toEqual([
      `articles/a.json:1:${article.length + 1} must be UTF-8, but got: the byte 0xf0`,
    ]);
  });

  it('is rejected if it is UTF-16', () => {
    expect(sentencesOf(Buffer.from(`\ufeff${article}`, 'utf16le'))).toEqual([
      'articles/a.json:1:1 must be UTF-8, but got: the byte 0xff',
    ]);
  });

  it('is rejected only for the line of NDJSON that is not UTF-8', () => {
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

  it('may begin with a byte order mark, which takes no column', () => {
    expect(articlesOf(`\ufeff${article}`)).toEqual([{ id: 'a', published: '2023-11-12', text: 'One.' }]);
    expect(sentencesOf('\ufeff?')).toEqual(['articles/a.json:1:1 must be a JSON value, but got: "?"']);
  });

  it('is rejected only for the article of more than 8 MiB', () => {
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
