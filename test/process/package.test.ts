import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';

/*
 * `npm pack` packs what `npm run build` built, and the tarball is unpacked into an empty folder. Only the dependencies
 * are linked from the checkout: installing them would take half a minute.
 */
describe('the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const root = join(folder, 'node_modules', 'incident-graph');
  const program = join(root, 'bin', 'incident-graph.js');
  const env = { PATH: process.env.PATH ?? '', HOME: folder, PORT: '0', DATA_DIR: join(folder, 'data') };
  let files: string[] = [];

  beforeAll(() => {
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: packageRoot, encoding: 'utf8' }));
    files = packed.files.map(({ path }: { path: string }) => path);
    mkdirSync(root, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', root, '--strip-components=1']);
    symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, env, encoding: 'utf8' });

  it('contains what is needed to run, and no tools, tests or TypeScript sources', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'bin/incident-graph.js',
        'dist/playground/index.html',
        'dist/seed/main.js',
        'dist/src/main.js',
        'packages/embedded-store/dist/main.js',
        'schema.graphql',
        'seed/article.schema.json',
        'LICENSE',
        'README.md',
      ]),
    );
    const others = files.filter((file) => !/^(?:bin|dist|packages|seed)\//.test(file));
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'schema.graphql']);
    expect(files.filter((file) => /(?<!\.d)\.tsx?$|\.test\.|vitest|biome/.test(file))).toEqual([]);
  });

  it.each([
    ['dist/src/licenses.md', ['@apollo/server', 'dataloader', 'fastify', 'graphql', 'jose', 'mongodb']],
    ['dist/playground/licenses.md', ['graphiql', 'graphql', 'monaco-editor', 'react']],
  ])('lists the licence of each bundled package in %s', (path, some) => {
    const headings = [...readFileSync(join(root, path), 'utf8').matchAll(/^## (\S+) - \d.*$/gm)];
    expect(headings.map(([, name]) => name)).toEqual(expect.arrayContaining(some));
    expect(headings.filter(([heading]) => !/\([\w.() -]+\)$/.test(heading))).toEqual([]);
  });

  it('depends on the same versions as the embedded store', () => {
    const dependenciesOf = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')).dependencies;
    expect(dependenciesOf('package.json')).toMatchObject(dependenciesOf('packages/embedded-store/package.json'));
  });

  it('starts, serves a query, and exits 0 on SIGTERM', async () => {
    const gateway = spawn(process.execPath, [program, 'start'], { cwd: folder, env });
    try {
      const address = await addressOf(gateway.stdout);
      const body = JSON.stringify({ query: '{ incidents(first: 1) { totalCount } }' });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(address, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ data: { incidents: { totalCount: expect.any(Number) } } });
      gateway.kill('SIGTERM');
      expect(await once(gateway, 'exit')).toEqual([0, null]);
    } finally {
      gateway.kill('SIGKILL');
    }
  });

  it('seeds an article file', () => {
    writeFileSync(join(folder, 'mine.json'), JSON.stringify({ published: '2024-05-01', text: 'A bridge was hit.' }));
    const { status, stdout } = run('seed', '--json', 'mine.json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).articles.taken).toBe(1);
  });

  it('dumps its store', () => {
    const { status, stdout } = run('dump', 'backup.ndjson.gz');
    expect(status).toBe(0);
    expect(stdout).toMatch(/ to backup\.ndjson\.gz \(\d+ bytes\)\n$/);
  });

  const commands = ['seed', 'upgrade', 'prepare', 'dump', 'draft', 'import', 'store', 'token'];

  it('has these commands', () => {
    const listed = [...run('--help').stdout.matchAll(/^ {2}(\w+) /gm)].map(([, command]) => command);
    expect(listed).toEqual(['start', ...commands]);
  });

  it.each(commands)('prints the help of %s', (command) => {
    const { status, stdout } = run(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Usage:');
  });

  it('exits 2 and lists the commands for an unknown command', () => {
    const { status, stderr } = run('sead');
    expect(status).toBe(2);
    expect(stderr).toContain('Unknown command: sead');
    expect(stderr).toContain('start');
  });
});

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const chunk of output) {
    said += chunk;
    const match = /http:\S+\/graphql/.exec(said);
    if (match) return match[0];
  }
  throw new Error(`The process ended without printing an address: ${said}`);
}
