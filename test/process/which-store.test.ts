import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rulesVersion } from '../../src/ingest/fold/rules-version.ts';
import { article, named } from '../support/articles.ts';
import { createDesks, type Desks } from '../support/desk.ts';

/** Each test runs several commands in sequence. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
beforeAll(() => {
  desks = createDesks();
}, 120_000);
afterAll(() => desks?.remove());

const content = JSON.stringify(article('a', { actors: [named('x'), named('y')] }));

/** Runs commands in a folder of their own, with an embedded store in it. */
function openFolder(env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(desks.root, 'which-store-'));
  writeFileSync(join(cwd, 'a.json'), content);
  const run = async (program: 'seed' | 'upgrade', ...args: string[]) => {
    const { code, stdout, stderr } = await desks.commands.run(program, args, { cwd, env });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return { stdout, stderr, json: () => JSON.parse(stdout) };
  };
  return { cwd, run };
}

describe('a command that writes to an embedded store', () => {
  it('names its folder, and says if it has made the store', async () => {
    const { run } = openFolder();
    expect((await run('seed', 'a.json')).stdout).toMatch(
      /^Seeded 1 article into a new embedded store in data; 0 unchanged, /,
    );
    expect((await run('seed', 'a.json')).stdout).toMatch(
      /^Seeded 0 articles into the embedded store in data; 1 unchanged, /,
    );
    const merged = await run('seed', '--merge', 'actor:x=actor:y');
    expect(merged.stdout).toMatch(/\nStore: the embedded store in data\n$/);
    expect((await run('seed', '--unmerge', 'actor:x')).stdout).toMatch(/\nStore: the embedded store in data\n$/);
    expect((await run('seed', '--rebuild')).stdout).toMatch(/^Rebuilt the embedded store in data\. Changes:\n/);
    expect((await run('upgrade')).stdout).toMatch(
      /^The embedded store in data is up to date: it has rules version \d+\n$/,
    );
  });

  it('names the folder of DATA_DIR', async () => {
    const { cwd, run } = openFolder({ DATA_DIR: 'some/where' });
    expect((await run('seed', '--dry-run', 'a.json')).stdout).toMatch(
      /^Would seed 1 article into a new embedded store in some\/where; /,
    );
    expect((await run('seed', 'a.json')).stdout).toMatch(/^Seeded 1 article into the embedded store in some\/where; /);
    expect(existsSync(join(cwd, 'data'))).toBe(false);
  });

  it('has the store in its JSON, beside what was there before', async () => {
    const { cwd, run } = openFolder();
    const store = { engine: 'embedded', path: join(cwd, 'data'), isNew: true };
    const seeded = (await run('seed', '--json', 'a.json')).json();
    expect(Object.keys(seeded)).toEqual(expect.arrayContaining(['dryRun', 'files', 'articles', 'changes', 'refusals']));
    expect(seeded).toMatchObject({ articles: { taken: 1 }, store });
    for (const args of [['--merge', 'actor:x=actor:y'], ['--unmerge', 'actor:x'], ['--rebuild']]) {
      expect((await run('seed', '--json', ...args)).json()).toMatchObject({
        changes: {},
        store: { ...store, isNew: false },
      });
    }
    expect((await run('upgrade', '--json')).json()).toMatchObject({
      from: rulesVersion,
      store: { ...store, isNew: false },
    });
  });

  it('says that the store is new, for options that only read it and an upgrade', async () => {
    const fresh = async (...args: string[]) => {
      const { cwd } = openFolder();
      return desks.commands.run(args[0] === 'upgrade' ? 'upgrade' : 'seed', args[0] === 'upgrade' ? [] : args, { cwd });
    };
    const made = 'No store found: created a new embedded store in data\n';
    expect(await fresh('--verify')).toMatchObject({ code: 0, stderr: made });
    expect(await fresh('--duplicates')).toMatchObject({ code: 0, stderr: made });
    expect((await fresh('upgrade')).stdout).toBe(
      'A new embedded store in data is empty: there is nothing to upgrade\n',
    );
  });
});

const server = process.env.TEST_MONGODB_URI;

describe.skipIf(!server)('a command that writes to a server', () => {
  it('names its host and database, and no credentials', async () => {
    const { host } = new URL(server ?? '');
    await desks.use({ 'a.json': content }, async ({ seed, store, env, path }) => {
      const name = `the MongoDB at ${host}, database ${store.database.databaseName}`;
      const secret = { MONGODB_URI: (env.MONGODB_URI ?? '').replace('?', '?appName=hunter2&') };
      const seeded = await desks.commands.run('seed', ['a.json'], { cwd: path, env: secret });
      expect(seeded.stdout).toContain(`Seeded 1 article into ${name}; 0 unchanged`);
      expect(seeded.stdout).not.toContain('hunter2');
      expect((await seed('--merge', 'actor:x=actor:y')).stdout).toContain(`\nStore: ${name}\n`);
      expect((await seed('--rebuild')).stdout).toContain(`Rebuilt ${name}. Changes:`);
      expect(JSON.parse((await seed('--json', 'a.json')).stdout).store).toEqual({
        engine: 'mongodb',
        hosts: [host],
        database: store.database.databaseName,
      });
      const upgraded = await desks.commands.run('upgrade', [], { cwd: path, env });
      expect(upgraded.stdout).toContain(`T${name.slice(1)} is up to date`);
    });
  });
});

describe('an option that npm took for its own', () => {
  const npm = { npm_command: 'run', npm_lifecycle_event: 'seed' };

  it.each([
    ['--dry-run', { npm_config_dry_run: 'true' }],
    ['--lint', { npm_config_lint: 'true' }],
  ])('ends the command before it writes: %s', async (option, taken) => {
    const cwd = mkdtempSync(join(desks.root, 'swallowed-'));
    writeFileSync(join(cwd, 'a.json'), content);
    const { code, stdout, stderr } = await desks.commands.run('seed', ['a.json'], { cwd, env: { ...npm, ...taken } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`error: npm took ${option} for an option of its own; write: npm run seed -- ${option} …\n`);
    expect(existsSync(join(cwd, 'data'))).toBe(false);
  });

  it('does not matter if the command has it too, or runs without npm', async () => {
    const { cwd } = openFolder();
    const env = { npm_config_dry_run: 'true' };
    const dry = await desks.commands.run('seed', ['--dry-run', 'a.json'], { cwd, env: { ...npm, ...env } });
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Would seed 1 article/) });
    const wet = await desks.commands.run('seed', ['a.json'], { cwd, env });
    expect(wet).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Seeded 1 article/) });
  });
});
