import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident } from '../support/articles.ts';
import type { EndedCommand } from '../support/command.ts';
import { createDesks, type Desks } from '../support/desk.ts';

let desks: Desks;

beforeAll(() => {
  desks = createDesks();
}, 120_000);
afterAll(() => desks?.remove());

const text = 'Three soldiers were killed on Thursday.';
/** An article that says that this many soldiers were killed; three is what its text says. */
const killing = (id: string, count: number) =>
  article(id, {
    language: 'en',
    text,
    incidents: [
      incident(`${id}-i`, {
        casualties: [{ kind: 'KILLED', count, evidence: ['Three soldiers were killed'] }],
        evidence: [text],
      }),
    ],
  });

/** Writes files to a new folder, which has no store. */
function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(desks.root, 'lint-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

/** Runs the command where no store can be opened. */
async function lint(cwd: string, ...args: string[]): Promise<EndedCommand> {
  const env = { MONGODB_URI: 'this is no address' };
  const ended = await desks.commands.run('seed', ['--lint', ...args], { cwd, env });
  return { ...ended, stderr: ended.stderr.replace(/^Reading: \d+%, .*\n/gm, '') };
}

describe.concurrent('seed --lint', { timeout: 120_000 }, () => {
  it('prints each warning with its place, and opens no store', async () => {
    const folder = folderOf({ 'a.json': killing('a', 4), 'b.json': killing('b', 3) });
    const { code, stdout, stderr } = await lint(folder, '.');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^a\.json:\d+:\d+ \/incidents\/0\/casualties\/0\/count NUMBER_NOT_IN_QUOTE The quote says 3, not 4$/,
      ),
      '0 rejections and 1 warning in 2 articles',
      '',
    ]);
    const [, line = '', column = ''] = /:(\d+):(\d+) /.exec(stdout) ?? [];
    const lines = JSON.stringify(killing('a', 4), null, 2).split('\n');
    expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^4,/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('exits with 65 for a rejection, and with --strict for a warning', async () => {
    const folder = folderOf({
      'bad.json': { ...killing('bad', 4), titel: 1 },
      'warned.json': killing('warned', 4),
      'good.json': killing('good', 3),
    });
    const codes = await Promise.all([
      lint(folder, 'good.json'),
      lint(folder, '--strict', 'good.json'),
      lint(folder, 'warned.json'),
      lint(folder, '--strict', 'warned.json'),
      lint(folder, 'bad.json'),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([0, 0, 0, 65, 65]);
    expect(codes[4]?.stdout).toMatch(
      /^bad\.json:\d+:\d+ \/titel must be one of the keys .*\n1 rejection and 0 warnings in 1 article\n$/,
    );
  });

  it('writes one document with --json: all warnings and rejections', async () => {
    const lines = Array.from({ length: 1_500 }, (_, at) => JSON.stringify(killing(`n-${at}`, 4)));
    const array = [killing('in-array-1', 3), killing('in-array-2', 5)];
    const folder = folderOf({
      'many.ndjson': lines.join('\n'),
      'array.json': array,
      'bad.json': { ...killing('bad', 3), language: 7 },
    });
    const { code, stdout } = await lint(folder, '--json', '--concurrency', '2', '.');
    expect(code).toBe(65);
    expect(stdout).toMatch(/^[^\n]+\n$/);
    const { warnings, refusals, ...others } = JSON.parse(stdout);
    expect(others).toEqual({});
    expect(warnings).toHaveLength(1_501);
    expect(warnings[0]).toEqual({
      article: 'in-array-2',
      file: 'array.json',
      line: expect.any(Number),
      column: expect.any(Number),
      pointer: '/1/incidents/0/casualties/0/count',
      code: 'NUMBER_NOT_IN_QUOTE',
      message: 'The quote says 3, not 5',
    });
    expect(warnings[1_500]).toMatchObject({ article: 'n-1499', file: 'many.ndjson', line: 1_500 });
    expect(refusals).toMatchObject([{ file: 'bad.json', pointer: '/language', found: '7' }]);
  });

  it('rejects two contents of one id, as seeding does', async () => {
    const folder = folderOf({ '1.json': killing('same', 3), '2.json': { ...killing('same', 3), title: 'Other' } });
    const { code, stdout } = await lint(folder, '.');
    expect(code).toBe(65);
    expect(stdout.match(/different content for "same"/g)).toHaveLength(2);
  });

  it.each([
    [['--lint'], 2, /missing required argument 'paths'/],
    [['--lint', 'none.json'], 66, /^none\.json does not exist\n$/],
    [['--lint', '--watch', 'none.json'], 66, /^none\.json does not exist\n$/],
    [['--lint', '--dry-run', 'a.json'], 2, /--lint and --dry-run cannot be combined/],
    [['--lint', '--verify'], 2, /--verify and --lint cannot be combined/],
    [['--strict', 'a.json'], 2, /--strict requires --lint/],
    [['--watch', 'a.json'], 2, /--watch requires --lint/],
  ])('fails if called with %j', async (args, code, message) => {
    const ended = await desks.commands.run('seed', args, { cwd: folderOf({ 'a.json': killing('a', 3) }) });
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
    expect(ended.stderr).toMatch(message);
  });
});

describe.concurrent('seed --lint --watch', () => {
  it('lints again after each change, of files that are written, replaced, added and removed, until SIGINT', async () => {
    const folder = folderOf({ 'a.json': killing('a', 4) });
    const file = join(folder, 'a.json');
    const running = desks.commands.start('seed', ['--lint', '--watch', '.'], { cwd: folder });
    await running.waitFor(/(not 4\n0 rejections and 1 warning in 1 article)\n/);
    writeFileSync(file, JSON.stringify(killing('a', 5)));
    await running.waitFor(/(not 5\n0 rejections and 1 warning in 1 article)\n/);
    writeFileSync(join(folder, 'a.json.tmp'), JSON.stringify(killing('a', 6)));
    renameSync(join(folder, 'a.json.tmp'), file);
    await running.waitFor(/(not 6\n0 rejections and 1 warning in 1 article)\n/);
    writeFileSync(file, JSON.stringify(killing('a', 7)));
    await running.waitFor(/(not 7\n0 rejections and 1 warning in 1 article)\n/);
    writeFileSync(join(folder, 'b.json'), JSON.stringify(killing('b', 3)));
    await running.waitFor(/(1 warning in 2 articles)\n/);
    rmSync(file);
    await running.waitFor(/(0 rejections and 0 warnings in 1 article)\n/);
    rmSync(join(folder, 'b.json'));
    writeFileSync(join(folder, 'c.json'), JSON.stringify(killing('c', 8)));
    await running.waitFor(/(not 8\n0 rejections and 1 warning in 1 article)\n/);
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stderr).toContain('Watching 1 file for changes\n');
  }, 120_000);

  it('writes one document for each round with --json', async () => {
    const folder = folderOf({ 'a.json': killing('a', 4) });
    const running = desks.commands.start('seed', ['--lint', '--watch', '--json', 'a.json'], { cwd: folder });
    await running.waitFor(/("The quote says 3, not 4")/);
    writeFileSync(join(folder, 'a.json'), JSON.stringify(killing('a', 3)));
    await running.waitFor(/("warnings":\[\],"refusals":\[\])/);
    running.child.kill('SIGTERM');
    const { code, stdout } = await running.ended;
    expect(code).toBe(143);
    for (const line of stdout.trim().split('\n'))
      expect(Object.keys(JSON.parse(line))).toEqual(['warnings', 'refusals']);
  }, 120_000);
});

describe('a seeding run', () => {
  it('counts warnings, shows the first 20 and reports the first 1,000 as JSON', async () => {
    const articles = Array.from({ length: 1_200 }, (_, at) => killing(`w-${at}`, 4));
    const files = {
      'few.json': JSON.stringify(articles.slice(0, 2)),
      'many.ndjson': articles.map((each) => JSON.stringify(each)).join('\n'),
    };
    await desks.use(files, async ({ seed }) => {
      const few = await seed('few.json');
      expect(few.code).toBe(0);
      expect(few.stderr).toMatch(
        /^(Warning: few\.json:1:\d+ \/\d\/incidents\/0\/casualties\/0\/count NUMBER_NOT_IN_QUOTE .+\n){2}$/,
      );
      expect(few.stdout).toContain('\n  2 warnings\n');
      const many = await seed('many.ndjson');
      expect(many.stderr.trimEnd().split('\n')).toHaveLength(21);
      expect(many.stderr).toMatch(/\nand 1180 more warnings; --lint prints all of them\n$/);
    });
    await desks.use(files, async ({ seed }) => {
      const { code, stdout } = await seed('--json', '--dry-run', 'many.ndjson');
      expect(code).toBe(0);
      const report = JSON.parse(stdout);
      expect(Object.keys(report)).toEqual(
        expect.arrayContaining(['articles', 'skipped', 'refusals', 'refusalCount', 'warnings', 'warningCount']),
      );
      expect(Object.keys(report.articles)).toEqual(['taken', 'unchanged', 'skipped', 'refused', 'left']);
      expect(report.warningCount).toBe(1_200);
      expect(report.warnings).toHaveLength(1_000);
      expect(report.warnings[999]).toMatchObject({
        article: 'w-999',
        file: 'many.ndjson',
        line: 1_000,
        code: 'NUMBER_NOT_IN_QUOTE',
      });
    });
  }, 120_000);
});
