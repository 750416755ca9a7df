import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { gedTable } from './ged-row.ts';
import { withFiles } from './import-files.ts';

async function run(cwd: string, ...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const program = join(packageRoot, 'seed', 'import-main.ts');
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
  it('writes the articles, and tells of the rows it left out', async () => {
    const files = { 'ged231.csv': gedTable({ id: '1' }, { id: 'x' }, { id: '3' }) };
    await withFiles(files, async (folder) => {
      const { code, stdout, stderr } = await run(folder, 'ucdp', 'ged231.csv');
      expect(idsOf(stdout)).toEqual(['ucdp-1', 'ucdp-3']);
      expect(stderr).toBe(
        'ged231.csv:3 id must be a whole number from 0, but got: "x"\nMade 2 articles; 1 row or line left out\n',
      );
      expect(code).toBe(65);
    });
  });

  it('writes a packed file whole, and no more articles than asked for', async () => {
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
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Made 2 articles in made.ndjson.gz\n' });
      expect(idsOf(gunzipSync(readFileSync(join(folder, 'made.ndjson.gz'))).toString())).toEqual(['ucdp-1', 'ucdp-2']);
      expect(existsSync(join(folder, 'made.ndjson.gz.part'))).toBe(false);
    });
  });

  it('shows the first twenty faults and counts all', async () => {
    const rows = Array.from({ length: 30 }, () => ({ id: 'x' }));
    await withFiles({ 'ged.csv': gedTable(...rows) }, async (folder) => {
      const lines = (await run(folder, 'ucdp', 'ged.csv')).stderr.trimEnd().split('\n');
      expect(lines).toHaveLength(22);
      expect(lines.slice(19)).toEqual([
        'ged.csv:21 id must be a whole number from 0, but got: "x"',
        'and 10 more',
        'Made 0 articles; 30 rows or lines left out',
      ]);
    });
  });

  it.each<[string[], number, string]>([
    [['ucdp', 'none.csv'], 66, 'none.csv does not exist\n'],
    [['re3d', '.'], 66, '. holds no documents'],
    [['ucdp', 'none.csv', '--release', 'new'], 2, 'It must be like 23.1'],
    [['ucdp', 'ged.csv', '--out', 'none/made.ndjson'], 2, '--out cannot be written (ENOENT)\n'],
  ])('refuses %j', async (args, code, message) => {
    await withFiles({ 'ged.csv': gedTable({}) }, async (folder) => {
      const ended = await run(folder, ...args);
      expect(ended).toMatchObject({ code, stdout: '' });
      expect(ended.stderr).toContain(message);
    });
  });

  it('refuses a packed table that is cut', async () => {
    await withFiles({ 'ged.csv.gz': gedTable({}) }, async (folder) => {
      writeFileSync(join(folder, 'cut.csv.gz'), readFileSync(join(folder, 'ged.csv.gz')).subarray(0, 60));
      const { code, stderr } = await run(folder, 'ucdp', 'cut.csv.gz');
      expect(code).toBe(65);
      expect(stderr).toContain('cut.csv.gz:1 must be whole gzip, but got: the end of the file\n');
    });
  });
});
