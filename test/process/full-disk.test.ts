import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { gedTable } from '../import/ged-row.ts';
import { article } from '../support/articles.ts';
import { createDesks, type Desks } from '../support/desk.ts';

/** Each test runs several commands in sequence. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
beforeAll(() => {
  desks = createDesks();
}, 120_000);
afterAll(() => desks?.remove());

function openFolder(files: Record<string, string>): string {
  const cwd = mkdtempSync(join(desks.root, 'full-disk-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
}

const lines = (count: number, size: number) =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify(article(`a-${i}`, { text: `${i} ${'x '.repeat(size / 2)}` })),
  ).join('\n');

const oneLine = /^[^\n]+\n$/;

/** The limit makes writes to files fail beyond it, as a full disk does. */
describe.skipIf(process.platform === 'win32')('on a full disk', () => {
  it('seed ends with 74 and one line; what it wrote stays, and the next run continues', async () => {
    const cwd = openFolder({ 'first.json': JSON.stringify(article('first')), 'many.ndjson': lines(2_000, 4_000) });
    const env = { TMPDIR: desks.root };
    expect((await desks.commands.run('seed', ['first.json'], { cwd, env })).code).toBe(0);
    const failed = await desks.commands.run('seed', ['many.ndjson'], { cwd, env, maxFileKB: 10 * 1024 });
    expect(failed).toMatchObject({ code: 74, stdout: '' });
    expect(failed.stderr.replace(/^(?:Reading|Writing): .*\n/gm, '')).toMatch(oneLine);
    expect(failed.stderr).toMatch(
      /The disk is full: .*Articles already written are kept; free some space and run the command again/,
    );
    const store = await openStore({ dataDir: join(cwd, 'data') });
    const kept = await store.database.collection('articles').countDocuments();
    expect(await store.database.collection('articles').findOne({ 'source.id': 'first' })).not.toBeNull();
    expect(await verifyStore(store.database)).toEqual([]);
    await store.close();
    expect(kept).toBeGreaterThan(1);
    expect(kept).toBeLessThan(2_001);
    const again = await desks.commands.run('seed', ['--json', 'many.ndjson'], { cwd, env });
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout).articles).toMatchObject({ taken: 2_001 - kept, unchanged: kept - 1 });
  });

  it('seed ends with 74 and one line if its temporary folder is full', async () => {
    const cwd = openFolder({ 'many.ndjson': lines(3_000, 4_000) });
    const { code, stdout, stderr } = await desks.commands.run('seed', ['many.ndjson'], { cwd, maxFileKB: 4 * 1024 });
    expect({ code, stdout }).toEqual({ code: 74, stdout: '' });
    expect(stderr.replace(/^(?:Reading|Writing): .*\n/gm, '')).toMatch(
      /^Writing to the temporary folder [^\n]+ failed: EFBIG\. [^\n]+\n$/,
    );
  });

  it('seed ends with 74 and one line if a new store does not fit', async () => {
    const cwd = openFolder({ 'a.json': JSON.stringify(article('a')) });
    const { code, stdout, stderr } = await desks.commands.run('seed', ['a.json'], { cwd, maxFileKB: 64 });
    expect({ code, stdout }).toEqual({ code: 74, stdout: '' });
    expect(stderr).toMatch(/^The disk is full: Cannot [^\n?]+\. Articles already written are kept; [^\n]+\n$/);
  });

  it.each(['made.ndjson', 'made.ndjson.gz'])(
    'import ends with 74 and one line, and leaves no part of %s',
    async (out) => {
      const rows = Array.from({ length: 5_000 }, (_, i) => ({
        id: String(i),
        where_coordinates: `Place ${(i * 7_919) % 5_000}`,
      }));
      const cwd = openFolder({ 'ged231.csv': gedTable(...rows), [out]: 'as before' });
      const failed = await desks.commands.run('import', ['ucdp', 'ged231.csv', '--out', out], { cwd, maxFileKB: 64 });
      expect(failed).toMatchObject({ code: 74, stdout: '' });
      expect(failed.stderr).toMatch(/^--out cannot be written, because the disk is full \(EFBIG\)[^\n]+\n$/);
      expect(existsSync(join(cwd, `${out}.part`))).toBe(false);
      expect(readFileSync(join(cwd, out), 'utf8')).toBe('as before');
      expect((await desks.commands.run('import', ['ucdp', 'ged231.csv', '--out', out], { cwd })).code).toBe(0);
      const bytes = readFileSync(join(cwd, out));
      const made = (out.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
      expect(made.trim().split('\n')).toHaveLength(5_000);
    },
  );
});

describe.skipIf(process.platform !== 'linux')('with standard output on a full disk', () => {
  const stdout = '/dev/full';
  const full = /^Standard output cannot be written: ENOSPC[^\n]*\n$/;

  it('seed has written the articles, and ends with 74 and one line', async () => {
    const cwd = openFolder({ 'a.json': JSON.stringify(article('a')) });
    for (const args of [['a.json'], ['--json', 'a.json'], ['--verify'], ['--rebuild']]) {
      const { code, stderr } = await desks.commands.run('seed', args, { cwd, stdout });
      expect({ args, code, stderr }).toEqual({ args, code: 74, stderr: expect.stringMatching(full) });
    }
    const { code, stdout: told } = await desks.commands.run('seed', ['a.json'], { cwd });
    expect(code).toBe(0);
    expect(told).toMatch(/^Seeded 0 articles into the embedded store in data; 1 unchanged/);
  });

  it('upgrade and import end with 74 and one line', async () => {
    const cwd = openFolder({ 'ged231.csv': gedTable({ id: '1' }, { id: '2' }) });
    expect(await desks.commands.run('upgrade', [], { cwd, stdout })).toMatchObject({
      code: 74,
      stderr: expect.stringMatching(full),
    });
    const imported = await desks.commands.run('import', ['ucdp', 'ged231.csv'], { cwd, stdout });
    expect(imported).toMatchObject({ code: 74, stderr: expect.stringMatching(full) });
  });

  it('a rejected article is still reported, and the exit code is 74', async () => {
    const cwd = openFolder({ 'a.json': '{"published": "soon"}' });
    const { code, stderr } = await desks.commands.run('seed', ['a.json'], { cwd, stdout });
    expect(code).toBe(74);
    expect(stderr).toContain('/published must be a calendar day');
    expect(stderr).toContain('Standard output cannot be written');
  });
});
