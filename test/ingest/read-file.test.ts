import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLine } from '../../src/ingest/parse-json.ts';
import { readFile } from '../../src/ingest/read-file.ts';
import { formatRefusal } from '../../src/ingest/refusal.ts';

const line = (id: string, text = 'One.') => `{"id":"${id}","published":"2023-11-12","text":"${text}"}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a file of this name and content holds: `line id` of what is taken, sentences of what is refused. */
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
    for (const each of parsed ?? lines.map((given) => parseLine(file, given))) {
      if (each.article) told.push(`${each.line} ${each.article.id}`);
      else told.push(...each.refusals.map((refusal) => formatRefusal(refusal).replace(`${folder}/`, '')));
    }
  }
  return { told, parts, bytes };
}

describe('reading a file', () => {
  it.each([
    ['NDJSON', 'a.ndjson', `${line('a')}\n${line('b')}`],
    [
      'NDJSON that ends its lines with CRLF, and begins with a mark',
      'b.jsonl',
      `\ufeff${line('a')}\r\n${line('b')}\r\n`,
    ],
    ['an array', 'c.json', `[${line('a')},\n${line('b')}]`],
    ['NDJSON by its content', 'd.json', `${line('a')}\n${line('b')}\n`],
  ])('takes %s, packed or not', async (_, name, content) => {
    expect((await read(name, content)).told).toEqual(['1 a', '2 b']);
    const packed = gzipSync(content);
    expect(await read(`${name}.gz`, packed)).toMatchObject({ told: ['1 a', '2 b'], bytes: packed.length });
  });

  it('hands on at most 500 lines at once, wherever the chunks of the file end', async () => {
    const ids = Array.from({ length: 1_201 }, (_, index) => `é${'x'.repeat(index)}`);
    const content = ids.map((text, index) => line(`a-${index}`, text)).join('\n');
    const { told, parts } = await read('many.ndjson', content);
    expect(told).toEqual(ids.map((_, index) => `${index + 1} a-${index}`));
    expect(parts).toBe(3);
  });

  it('refuses a line of more than 8 MiB by its length, and goes on behind it', async () => {
    const content = `${line('a')}\n${' '.repeat(9_000_000)}\n${line('b', 'x'.repeat(20_000_000))}\n${line('c')}`;
    const refusal = 'must be an article of at most 8388608 bytes, but got: 20000045 bytes';
    for (const [name, bytes] of [
      ['long.ndjson', content],
      ['long.ndjson.gz', gzipSync(content)],
    ] as const) {
      expect((await read(name, bytes)).told).toEqual(['1 a', `${name}:3:1 ${refusal}`, '4 c']);
    }
  });

  it('refuses a gzip bomb of one line, and takes one of blank lines for what it holds', async () => {
    const bomb = gzipSync(`{"text":"${'0'.repeat(200_000_000)}`);
    expect((await read('bomb.ndjson.gz', bomb)).told).toEqual([
      'bomb.ndjson.gz:1:1 must be an article of at most 8388608 bytes, but got: 200000009 bytes',
    ]);
    expect((await read('bomb.json.gz', bomb)).told).toEqual([
      'bomb.json.gz:1:1 must be at most 67108864 bytes, but got: more, from gzip',
    ]);
    expect((await read('blank.ndjson.gz', gzipSync(Buffer.alloc(200_000_000, 0x20)))).told).toEqual([
      'blank.ndjson.gz:1:1 must be an article, but got: nothing but white space',
    ]);
  });

  it('reads by lines what shows that it is NDJSON, where it is too large to be held', async () => {
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

  it('refuses NDJSON in broken gzip whole: what was unpacked before the break may be wrong too', async () => {
    const packed = gzipSync(Array.from({ length: 5_000 }, (_, index) => line(`a-${index}`)).join('\n'));
    for (const missing of [1, 4, 9, 100, 1_000, 5_000, packed.length - 20, packed.length - 2]) {
      expect((await read('cut.ndjson.gz', packed.subarray(0, -missing))).told, `without ${missing} bytes`).toEqual([
        'cut.ndjson.gz:1:1 must be whole gzip, but got: the end of the file',
      ]);
    }
    packed[packed.length - 6] = (packed.at(-6) ?? 0) ^ 1;
    expect((await read('flipped.ndjson.gz', packed)).told).toEqual([
      'flipped.ndjson.gz:1:1 must be whole gzip, but got: an incorrect data check',
    ]);
  });

  it.each([
    ['', 'an empty file'],
    ['\ufeff', 'an empty file'],
    [' \r\n\n', 'nothing but white space'],
  ])('refuses %j', async (content, found) => {
    expect((await read('none.ndjson', content)).told).toEqual([
      `none.ndjson:1:1 must be an article, but got: ${found}`,
    ]);
  });

  it('refuses a file that is gone', async () => {
    for (const name of ['gone.ndjson', 'gone.json']) {
      const parts = [];
      for await (const part of readFile(join(folder, name), () => {})) parts.push(...(part.parsed ?? []));
      expect(parts.flatMap(({ refusals }) => refusals ?? [])).toMatchObject([
        { line: 1, column: 1, expected: 'a file that can be read', found: 'ENOENT' },
      ]);
    }
  });
});
