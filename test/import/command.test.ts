import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { acledTable } from './acled-row.ts';
import { gedTable } from './ged-row.ts';
import { gtdTable } from './gtd-row.ts';
import { withFiles } from './import-files.ts';

async function run(cwd: string, ...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const program = join(packageRoot, 'seed', 'import.ts');
  const command = ['--import', import.meta.resolve('tsx'), program, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

const idsOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);

describe.concurrent('the import command', () => {
  it('writes the articles, and reports the rows that it skipped', async () => {
    const files = { 'ged231.csv': gedTable({ id: '1' }, { id: 'x' }, { id: '3' }) };
    await withFiles(files, async (folder) => {
      const { code, stdout, stderr } = await run(folder, 'ucdp', 'ged231.csv');
      expect(idsOf(stdout)).toEqual(['ucdp-1', 'ucdp-3']);
      expect(stderr).toBe(
        'ged231.csv:3 id must be a whole number >= 0, but got: "x"\nWrote 2 articles; 1 row or line rejected\n',
      );
      expect(code).toBe(65);
    });
  });

  it('writes a complete gzipped file, with at most the requested number of articles', async () => {
    const files = { 'ged.csv.gz': gedTable({ id: '1' }, { id: '2' }, { id: '3' }) };
    await withFiles(files, async (folder) => {
      const { code, stdout, stderr } = await run(
        folder,
        'ucdp',
        'ged.csv.gz',
        '--limit',
        '2',
        '--out',
        'made.ndjson.gz',
      );
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Wrote 2 articles to made.ndjson.gz\n' });
      expect(idsOf(gunzipSync(readFileSync(join(folder, 'made.ndjson.gz'))).toString())).toEqual(['ucdp-1', 'ucdp-2']);
      expect(existsSync(join(folder, 'made.ndjson.gz.part'))).toBe(false);
    });
  });

  it('imports ACLED, and cites the day of the download', async () => {
    await withFiles({ 'events.csv': acledTable({}) }, async (folder) => {
      const { code, stdout, stderr } = await run(folder, 'acled', 'events.csv', '--accessed', '2031-03-01');
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'Wrote 1 article\n' });
      expect(idsOf(stdout)).toEqual(['acled-xxl1']);
      expect(JSON.parse(stdout).citation).toContain('accessed on 2031-03-01');
    });
  });

  it('imports GTD, with its release as the version', async () => {
    await withFiles({ 'incidents.csv': gtdTable({}) }, async (folder) => {
      const { code, stdout, stderr } = await run(folder, 'gtd', 'incidents.csv', '--release', '2032-05');
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'Wrote 1 article\n' });
      expect(JSON.parse(stdout)).toMatchObject({ id: 'gtd-203102160001', version: 203_205 });
    });
  });

  it('prints the first twenty faults and counts all', async () => {
    const rows = Array.from({ length: 30 }, () => ({ id: 'x' }));
    await withFiles({ 'ged.csv': gedTable(...rows) }, async (folder) => {
      const lines = (await run(folder, 'ucdp', 'ged.csv')).stderr.trimEnd().split('\n');
      expect(lines).toHaveLength(22);
      expect(lines.slice(19)).toEqual([
        'ged.csv:21 id must be a whole number >= 0, but got: "x"',
        'and 10 more rejected rows or lines',
        'Wrote 0 articles; 30 rows or lines rejected',
      ]);
    });
  });

  it.each<[string[], number, string]>([
    [['ucdp', 'none.csv'], 66, 'none.csv does not exist\n'],
    [['acled', 'ged.csv', '--accessed', 'today'], 2, 'It must be a calendar day such as 2023-02-16.'],
    [['gtd', 'ged.csv', '--release', '22.1'], 2, 'It must be a month such as 2022-05.'],
    [['re3d', '.'], 66, '. contains no documents'],
    [['ucdp', 'none.csv', '--release', 'new'], 2, 'It must be a version such as 23.1'],
    [['ucdp', 'ged.csv', '--out', 'none/made.ndjson'], 2, '--out cannot be written (ENOENT)\n'],
  ])('rejects %j', async (args, code, message) => {
    await withFiles({ 'ged.csv': gedTable({}) }, async (folder) => {
      const ended = await run(folder, ...args);
      expect(ended).toMatchObject({ code, stdout: '' });
      expect(ended.stderr).toContain(message);
    });
  });

  it('rejects a truncated gzipped table', async () => {
    await withFiles({ 'ged.csv.gz': gedTable({}) }, async (folder) => {
      writeFileSync(join(folder, 'cut.csv.gz'), readFileSync(join(folder, 'ged.csv.gz')).subarray(0, 60));
      const { code, stderr } = await run(folder, 'ucdp', 'cut.csv.gz');
      expect(code).toBe(65);
      expect(stderr).toContain('cut.csv.gz:1 must be valid gzip data, but got: the end of the file\n');
    });
  });
});
