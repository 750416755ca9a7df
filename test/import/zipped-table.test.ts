import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/import/read-csv.ts';
import { importUcdp } from '../../src/import/ucdp/import-ucdp.ts';
import { zipLimits } from '../../src/import/zipped-table.ts';
import { tries } from '../support/runs.ts';
import { type ZipEntry, zipOf } from '../support/zip.ts';
import { gedTable } from './ged-row.ts';
import { collect, withFiles } from './import-files.ts';

/** Imports a file with these bytes. */
function importBytes(bytes: Buffer, name = 'ged-csv.zip', release?: number) {
  return withFiles({}, async (folder) => {
    writeFileSync(join(folder, name), bytes);
    const { articles, rejections } = await collect(importUcdp(join(folder, name), release));
    return { articles, rejections: rejections.map((line) => line.replace(`${folder}/`, '')) };
  });
}

const table = { name: 'GEDEvent_v23_1.csv', content: gedTable({ id: '1' }, { id: '2' }) };
const bytes = (count: number) => Buffer.alloc(count, 0x20);

describe('a zip archive', () => {
  it('is read if it has one table, whose name gives the release', async () => {
    const { articles, rejections } = await importBytes(zipOf({ name: 'Codebook.pdf', content: '%PDF' }, table));
    expect(rejections).toEqual([]);
    expect(articles.map(({ id, version }) => [id, version])).toEqual([
      ['ucdp-1', 230_100],
      ['ucdp-2', 230_100],
    ]);
  });

  it('gives the release by its own name before the name of its table', async () => {
    const { articles } = await importBytes(zipOf(table), 'ged191-csv.zip');
    expect(articles[0]?.version).toBe(190_100);
    expect((await importBytes(zipOf(table), 'ged191-csv.zip', 240_100)).articles[0]?.version).toBe(240_100);
  });

  it('is read whatever its name; folders and files of the system are ignored', async () => {
    const files = [
      { name: 'data/', content: '' },
      { ...table, name: 'data/GED.CSV' },
      { name: '__MACOSX/data/._GED.csv', content: 'x' },
      { name: 'data/.hidden.csv', content: 'x' },
    ];
    expect((await importBytes(zipOf(...files), 'download')).articles).toHaveLength(2);
  });

  const large = { name: 'a.csv', content: bytes(20 * 2 ** 20) };
  it.each<[string, ZipEntry[], expected: string, found: string]>([
    ['no files', [], 'a zip archive with one CSV table', 'no files'],
    [
      'two tables',
      [table, { name: 'b.csv', content: 'b' }],
      'a zip archive with one CSV table',
      '2 files: GEDEvent_v23_1.csv, b.csv',
    ],
    ['no table', [{ name: 'ged.RData', content: 'x' }], 'a zip archive with one CSV table', 'one file: ged.RData'],
    [
      'another archive',
      [{ name: 'ged.csv.zip', content: zipOf(table) }],
      'a zip archive with one CSV table',
      'one file: ged.csv.zip; archives within it are not read: unpack them first',
    ],
    [
      'many files',
      Array.from({ length: 1_001 }, (_, i) => ({ name: `${i}.txt`, content: '' })),
      'an archive of at most 1000 files',
      '1001 files',
    ],
    [
      'an encrypted table',
      [{ ...table, says: { flags: 0x801 } }],
      'a zip archive without a password',
      'GEDEvent_v23_1.csv, which is encrypted; unpack it first',
    ],
    [
      'another compression',
      [{ ...table, says: { method: 14 } }],
      'a zip archive that is stored or deflated',
      'GEDEvent_v23_1.csv, which is compressed by method 14; unpack it first',
    ],
    ['a bomb', [large], `a table that unpacks to at most ${zipLimits.ratio} times its size`, '20971520 bytes from 20'],
    [
      'a wrong checksum',
      [{ ...table, says: { crc: 1 } }],
      'valid zip data',
      'corrupt data (incorrect checksum) in GEDEvent_v23_1.csv',
    ],
  ])('with %s is rejected in words', async (_, entries, expected, found) => {
    const { rejections } = await importBytes(zipOf(...entries));
    expect(rejections).toHaveLength(1);
    expect(rejections[0]).toMatch(/^ged-csv\.zip:\d+ must be /);
    expect(rejections[0]).toContain(`must be ${expected}, but got: ${found}`);
  });

  it('that unpacks to more or less than it says is rejected', async () => {
    for (const size of [10, 1_000_000]) {
      const { rejections } = await importBytes(zipOf({ ...table, says: { size } }));
      expect(rejections.at(-1)).toContain('must be valid zip data, but got: ');
    }
  });

  it('that is cut off anywhere, or changed in one byte, is rejected or read as it was', async () => {
    const whole = zipOf(table);
    const { articles: all } = await importBytes(whole, 'x.zip', 1);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 5),
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (length, at, flip) => {
          const cut = await importBytes(whole.subarray(0, Math.max(4, length)), 'x.zip', 1);
          expect(cut.rejections.length).toBeGreaterThan(0);
          const changed = Buffer.from(whole);
          changed[at] = (changed[at] ?? 0) ^ flip;
          const read = await importBytes(changed, 'x.zip', 1);
          if (read.rejections.length === 0) expect(read.articles).toEqual(all);
        },
      ),
      tries(150),
    );
  });

  it('of any size is read in parts', async () => {
    const rows = `a,b\n${'1,2\n'.repeat(100_000)}`;
    await withFiles({}, async (folder) => {
      const path = join(folder, 'large.zip');
      writeFileSync(path, zipOf({ name: 'large.csv', content: rows }));
      let count = 0;
      for await (const { fault } of readCsv(path, ['a'])) {
        expect(fault).toBeUndefined();
        count++;
      }
      expect(count).toBe(100_000);
    });
  });
});
