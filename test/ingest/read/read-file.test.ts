import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRejection } from '../../../src/ingest/json/rejection.ts';
import { parseNdjsonLine } from '../../../src/ingest/parse/parse-json.ts';
import { readFile } from '../../../src/ingest/read/read-file.ts';

const line = (id: string, text = 'One.') => `{"id":"${id}","published":"2023-11-12","text":"${text}"}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a file with this name and content: returns `line id` for accepted articles, sentences for rejections. */
async function read(name: string, content: string | Buffer): Promise<{ told: string[]; parts: number; bytes: number }> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const told: string[] = [];
  let parts = 0;
  let bytes = 0;
  const onRead = (count: number) => {
    bytes += count;
  };
  for await (const { lines, parsed } of readFile(file, onRead)) {
    parts++;
    for (const each of parsed ?? lines.map((given) => parseNdjsonLine(file, given))) {
      if (each.article) told.push(`${each.line} ${each.article.id}`);
      else
        told.push(...(each.rejections ?? []).map((rejection) => formatRejection(rejection).replace(`${folder}/`, '')));
    }
  }
  return { told, parts, bytes };
}

describe('readFile', () => {
  it.each([
    ['NDJSON', 'a.ndjson', `${line('a')}\n${line('b')}`],
    ['NDJSON with CRLF and a byte order mark', 'b.jsonl', `\ufeff${line('a')}\r\n${line('b')}\r\n`],
    ['an array', 'c.json', `[${line('a')},\n${line('b')}]`],
    ['NDJSON by its content', 'd.json', `${line('a')}\n${line('b')}\n`],
  ])('accepts %s, gzipped or not', async (_, name, content) => {
    expect((await read(name, content)).told).toEqual(['1 a', '2 b']);
    const packed = gzipSync(content);
    expect(await read(`${name}.gz`, packed)).toMatchObject({ told: ['1 a', '2 b'], bytes: packed.length });
  });

  it('returns at most 500 lines at once, wherever the chunks of the file end', async () => {
    const ids = Array.from({ length: 1_201 }, (_, index) => `é${'x'.repeat(index)}`);
    const content = ids.map((text, index) => line(`a-${index}`, text)).join('\n');
    const { told, parts } = await read('many.ndjson', content);
    expect(told).toEqual(ids.map((_, index) => `${index + 1} a-${index}`));
    expect(parts).toBe(3);
  });

  it('rejects a line of more than 8 MiB, and continues after it', async () => {
    const content = `${line('a')}\n${' '.repeat(9_000_000)}\n${line('b', 'x'.repeat(20_000_000))}\n${line('c')}`;
    const rejection = 'must be an article of at most 8388608 bytes, but got: 20000045 bytes';
    for (const [name, bytes] of [
      ['long.ndjson', content],
      ['long.ndjson.gz', gzipSync(content)],
    ] as const) {
      expect((await read(name, bytes)).told).toEqual(['1 a', `${name}:3:1 ${rejection}`, '4 c']);
    }
  });

  it('rejects a gzip bomb of one line, and reads one of blank lines', async () => {
    const bomb = gzipSync(`{"text":"${'0'.repeat(200_000_000)}`);
    expect((await read('bomb.ndjson.gz', bomb)).told).toEqual([
      'bomb.ndjson.gz:1:1 must be an article of at most 8388608 bytes, but got: 200000009 bytes',
    ]);
    expect((await read('bomb.json.gz', bomb)).told).toEqual([
      'bomb.json.gz:1:1 must be at most 67108864 bytes, but got: more bytes when unpacked',
    ]);
    expect((await read('blank.ndjson.gz', gzipSync(Buffer.alloc(200_000_000, 0x20)))).told).toEqual([
      'blank.ndjson.gz:1:1 must be an article, but got: only white space',
    ]);
  });

  it('reads a file that is too large for memory by lines if it begins like NDJSON', async () => {
    const lines = Array.from({ length: 70 }, (_, index) => line(`a-${index}`, 'x'.repeat(1_000_000)));
    for (const [name, bytes] of [
      ['large.json', lines.join('\n')],
      ['large.json.gz', gzipSync(lines.join('\n'))],
    ] as const) {
      expect((await read(name, bytes)).told).toHaveLength(70);
    }
    expect((await read('array.json', `[${lines.join()}]`)).told).toEqual([
      'array.json:1:1 must be at most 67108864 bytes, but got: 70003421 bytes',
    ]);
  });

  it('rejects all of a corrupt gzip file of NDJSON, because the data before the fault may be wrong too', async () => {
    const packed = gzipSync(Array.from({ length: 5_000 }, (_, index) => line(`a-${index}`)).join('\n'));
    for (const missing of [1, 4, 9, 100, 1_000, 5_000, packed.length - 20, packed.length - 2]) {
      expect((await read('cut.ndjson.gz', packed.subarray(0, -missing))).told, `without ${missing} bytes`).toEqual([
        'cut.ndjson.gz:1:1 must be valid gzip data, but got: the end of the file',
      ]);
    }
    packed[packed.length - 6] = (packed.at(-6) ?? 0) ^ 1;
    expect((await read('flipped.ndjson.gz', packed)).told).toEqual([
      'flipped.ndjson.gz:1:1 must be valid gzip data, but got: corrupt data (incorrect data check)',
    ]);
  });

  it.each([
    ['', 'an empty file'],
    ['\ufeff', 'an empty file'],
    [' \r\n\n', 'only white space'],
  ])('rejects %j', async (content, found) => {
    expect((await read('none.ndjson', content)).told).toEqual([
      `none.ndjson:1:1 must be an article, but got: ${found}`,
    ]);
  });

  it('rejects a file that no longer exists', async () => {
    for (const name of ['gone.ndjson', 'gone.json']) {
      const parts = [];
      for await (const part of readFile(join(folder, name), () => {})) parts.push(...(part.parsed ?? []));
      expect(parts.flatMap(({ rejections }) => rejections ?? [])).toMatchObject([
        { line: 1, column: 1, expected: 'a readable file', found: 'ENOENT' },
      ]);
    }
  });
});
