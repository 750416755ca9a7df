import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startStoreProcess } from '../../packages/embedded-store/test/crash/store-process.ts';
import { packageRoot } from '../../src/config/package-root.ts';
import { rulesVersion } from '../../src/ingest/fold/rules-version.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { openStore } from '../../src/store/open-store.ts';
import { anArticle } from '../ingest/an-article.ts';
import { canonical } from '../ingest/canonical.ts';
import { makeOlder, setRules } from '../ingest/write/damaged-store.ts';
import { dumpOf, emptyStore } from '../ingest/write/store-dump.ts';
import type { EndedCommand } from '../support/command.ts';
import { createDesks, type Desk, type Desks } from '../support/desk.ts';
import { openProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** Each test runs several commands in sequence. */
vi.setConfig({ testTimeout: 120_000 });

let desks: Desks;
let store: TestStore;
let desk: Desk;

beforeAll(async () => {
  desks = createDesks();
  store = await openTestStore();
}, 120_000);
beforeEach(async () => {
  await emptyStore(store.database);
  desk = await desks.open({}, store);
});
afterAll(async () => {
  await store?.close();
  desks?.remove();
});

const world = canonical([
  anArticle({ id: 'one', version: 2, actors: [{ id: 'tehran', name: 'Tehran' }], text: 'Ünïcødé 😀' } as object),
  anArticle({ id: 'two', actors: [{ id: 'iran', name: 'Iran' }] }),
  { id: 'three', version: 4, retracted: true },
]);

async function fill(): Promise<void> {
  await writeArticles(store.database, store.client, world, { dryRun: false });
  await writeMerge(store.database, store.client, { type: 'Actor', from: 'tehran', into: 'iran' });
}

async function dump(...args: string[]): Promise<EndedCommand> {
  const ended = await desks.commands.run('dump', args, { cwd: desk.path, env: desk.env });
  return { ...ended, stderr: withoutProgress(ended.stderr) };
}

/** Removes the lines of progress, which depend on time. */
function withoutProgress(stderr: string): string {
  return stderr.replace(/^Dumping: \d+%, .*\n/gm, '');
}

const read = (name: string) => readFileSync(join(desk.path, name));
const counts = { articles: 2, withdrawals: 1, merges: 1 };
const told = '2 articles, 1 withdrawal and 1 merge';

describe('the dump command', () => {
  it('writes a file that seeds an empty store with the same documents', async () => {
    await fill();
    const before = await dumpOf(store.database);
    const { code, stdout, stderr } = await dump('out.ndjson.gz');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `Wrote ${told} of the ${store.address} to out.ndjson.gz (${read('out.ndjson.gz').length} bytes)\n`,
    );
    expect(readdirSync(desk.path)).toEqual(['out.ndjson.gz']);
    const data = join(desk.path, 'data');
    const env = { DATA_DIR: data };
    const seeded = await desks.commands.run('seed', ['out.ndjson.gz'], { cwd: desk.path, env });
    expect(seeded.code).toBe(0);
    expect(seeded.stderr).toMatch(/^(Warning: .* NO_EVIDENCE .*\n)*$/);
    expect(seeded.stdout).toMatch(/^Seeded 3 articles into .*\n {2}Merges {5}1 made, 0 unchanged\n/);
    expect(await desks.commands.run('seed', ['--verify'], { cwd: desk.path, env })).toMatchObject({ code: 0 });
    const other = await openStore({ dataDir: data });
    expect(await dumpOf(other.database).finally(other.close)).toEqual(before);
  });

  it('writes plain NDJSON to a file with another name, and to standard output, always the same', async () => {
    await fill();
    await dump('out.ndjson');
    await dump('out.NDJSON.GZ');
    const { code, stdout, stderr } = await dump('-');
    expect({ code, stdout }).toEqual({ code: 0, stdout: read('out.ndjson').toString() });
    expect(gunzipSync(read('out.NDJSON.GZ')).toString()).toBe(stdout);
    expect(stderr).toBe(
      `Wrote ${told} of the ${store.address} to standard output (${Buffer.byteLength(stdout)} bytes)\n`,
    );
  });

  it('reports as JSON, to standard error if the dump goes to standard output', async () => {
    await fill();
    const { stdout } = await dump('--json', 'a.ndjson.gz');
    const bytes = read('a.ndjson.gz').length;
    expect(JSON.parse(stdout)).toEqual({ ...counts, bytes, file: 'a.ndjson.gz', store: store.address });
    const piped = await dump('--json', '-');
    expect(JSON.parse(piped.stderr)).toEqual({
      ...counts,
      bytes: Buffer.byteLength(piped.stdout),
      file: '-',
      store: store.address,
    });
  });

  it('replaces an existing file only with --force, and no folder, device or link', async () => {
    await fill();
    writeFileSync(join(desk.path, 'kept.ndjson'), 'Kept');
    mkdirSync(join(desk.path, 'folder'));
    symlinkSync('kept.ndjson', join(desk.path, 'link.ndjson'));
    expect(await dump('kept.ndjson')).toMatchObject({
      code: 73,
      stdout: '',
      stderr: 'kept.ndjson exists already; --force replaces it\n',
    });
    expect(await dump('link.ndjson')).toMatchObject({ code: 73 });
    for (const name of ['folder', '/dev/null']) {
      expect(await dump('--force', name)).toMatchObject({ code: 73, stderr: `${name} exists and is not a file\n` });
    }
    expect(await dump('none/out.ndjson')).toMatchObject({
      code: 73,
      stderr: 'none/out.ndjson cannot be created: its folder does not exist (ENOENT)\n',
    });
    expect(read('kept.ndjson').toString()).toBe('Kept');
    expect(readdirSync(desk.path).sort()).toEqual(['folder', 'kept.ndjson', 'link.ndjson']);
    expect(await dump('--force', 'link.ndjson')).toMatchObject({ code: 0 });
    expect(read('kept.ndjson').toString()).toMatch(/^\{"merge":/);
  });

  it('fails, and creates nothing, where there is no store or nothing in it', async () => {
    const env = { DATA_DIR: join(desk.path, 'none') };
    expect(await desks.commands.run('dump', ['out.ndjson'], { cwd: desk.path, env })).toMatchObject({
      code: 66,
      stderr: `There is no store in ${env.DATA_DIR}. Is DATA_DIR correct?\n`,
    });
    expect(await dump('out.ndjson')).toMatchObject({
      code: 66,
      stderr: `The ${store.address} is empty: there is nothing to dump\n`,
    });
    expect(readdirSync(desk.path)).toEqual([]);
  });

  it('reads a store of an earlier version as it is, and refuses one of a later version', async () => {
    await fill();
    await makeOlder(store.database);
    const state = async () => [
      await dumpOf(store.database),
      await store.database.collection('control').find().toArray(),
    ];
    const before = await state();
    expect(await dump('--json', 'older.ndjson')).toMatchObject({ code: 0 });
    expect(await state()).toEqual(before);
    await setRules(store.database, rulesVersion + 1);
    expect(await dump('later.ndjson')).toMatchObject({
      code: 78,
      stderr: `The store has rules version ${rulesVersion + 1}, and this program has version ${rulesVersion}: use the version of the program that upgraded the store\n`,
    });
    expect(readdirSync(desk.path)).toEqual(['older.ndjson']);
  });

  it('exits 69 if the store is not available, and leaves no file', async () => {
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/' };
    const { code, stderr } = await desks.commands.run('dump', ['out.ndjson'], { cwd: desk.path, env });
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 69, lines: 1 });
    expect(readdirSync(desk.path)).toEqual([]);
  });

  it.each([[], ['a', 'b'], ['--frobnicate', 'a'], ['']])('exits 2 or 73 for the arguments %j', async (...args) => {
    const { code, stderr } = await dump(...args);
    expect(code).toBe(args[0] === '' ? 73 : 2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

/** About 6 MB that do not compress, in a store process that is not bound by the limits of the command. */
async function withLargeStore(use: (uri: string) => Promise<void>): Promise<void> {
  const served = startStoreProcess(join(desk.path, 'served'));
  try {
    const uri = await served.uri;
    const large = await openStore({ mongodbUri: uri });
    const articles = Array.from({ length: 60 }, (_, index) =>
      anArticle({
        id: `large-${index}`,
        text: Buffer.from(crypto.getRandomValues(new Uint8Array(60_000))).toString('hex'),
      }),
    );
    await writeArticles(large.database, large.client, articles, { dryRun: false }).finally(large.close);
    await use(uri);
  } finally {
    await served.kill();
  }
}

const isPosix = process.platform !== 'win32';

describe.skipIf(!isPosix)('a dump that cannot be written to its end', () => {
  it('exits 74 with one line on a full disk, and leaves no file', () =>
    withLargeStore(async (uri) => {
      for (const name of ['out.ndjson', 'out.ndjson.gz']) {
        const limited = `trap '' XFSZ; ulimit -f 512; exec "$@"`;
        const args = ['-c', limited, 'sh', process.execPath, desks.commands.files.dump, name];
        const child = spawn('sh', args, { cwd: desk.path, env: { PATH: process.env.PATH ?? '', MONGODB_URI: uri } });
        let stderr = '';
        child.stderr.on('data', (chunk) => {
          stderr += chunk;
        });
        const [code] = await once(child, 'close');
        expect({ code, stderr: withoutProgress(stderr) }).toEqual({
          code: 74,
          stderr: `${name} cannot be written: the file is larger than the limit of the system (EFBIG)\n`,
        });
      }
      expect(readdirSync(desk.path)).toEqual(['served']);
    }));

  it.skipIf(!existsSync('/dev/full'))('exits 74 if standard output is full', async () => {
    await fill();
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [desks.commands.files.dump, '-'], {
      cwd: desk.path,
      env: { PATH: process.env.PATH ?? '', ...desk.env },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(child, 'close');
    expect({ code, stderr: withoutProgress(stderr) }).toEqual({
      code: 74,
      stderr: 'Standard output cannot be written: the disk is full (ENOSPC)\n',
    });
  });

  it('exits 74 if the reader of standard output ends early', () =>
    withLargeStore(async (uri) => {
      const running = desks.commands.start('dump', ['-'], { cwd: desk.path, env: { MONGODB_URI: uri } });
      running.child.stdout?.once('data', () => running.child.stdout?.destroy());
      const { code, stderr } = await running.ended;
      expect(code).toBe(74);
      expect(withoutProgress(stderr)).toMatch(/^Standard output cannot be written: its reader closed it \(EPIPE\)\n$/);
    }));

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves no file after %s, and exits %i', (signal, expected) =>
    withLargeStore(async (uri) => {
      const proxy = await openProxy(new URL(uri).host);
      proxy.drip(400_000);
      const env = { MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/` };
      const running = desks.commands.start('dump', ['out.ndjson'], { cwd: desk.path, env });
      while (!readdirSync(desk.path).some((name) => name.endsWith('.part'))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      running.child.kill(signal);
      await proxy.restore();
      proxy.drip(Number.POSITIVE_INFINITY);
      const { code, stderr } = await running.ended;
      await proxy.close();
      expect({ code, stderr: withoutProgress(stderr) }).toEqual({
        code: expected,
        stderr: `${signal}: stopping; a second signal stops immediately\n`,
      });
      expect(readdirSync(desk.path)).toEqual(['served']);
    }),
  );
});

describe('a truncated dump', () => {
  it('is rejected by seed, with the place', async () => {
    await fill();
    await dump('out.ndjson.gz');
    const whole = read('out.ndjson.gz');
    for (const size of [whole.length - 1, whole.length - 9, Math.floor(whole.length / 2), 12]) {
      writeFileSync(join(desk.path, 'cut.ndjson.gz'), whole.subarray(0, size));
      const { code, stderr } = await desk.seed('cut.ndjson.gz');
      expect(code).toBe(65);
      expect(stderr).toBe('cut.ndjson.gz:1:1 must be valid gzip data, but got: the end of the file\n');
    }
    writeFileSync(join(desk.path, 'cut.ndjson'), gunzipSync(whole).subarray(0, -5));
    const { code, stderr } = await desk.seed('cut.ndjson');
    expect(code).toBe(65);
    expect(stderr).toMatch(/^cut\.ndjson:4:\d+ .*must be .+, but got: .+\n$/);
  });
});

describe('a folder of format 4 that the first program of that format filled', () => {
  it('is dumped as it is', async () => {
    const folder = join(desk.path, 'data');
    mkdirSync(folder);
    const stored: Document = JSON.parse(
      gunzipSync(readFileSync(join(packageRoot, 'test/ingest/dump/format-4.json.gz'))).toString(),
    );
    for (const [name, base64] of Object.entries(stored.files as Record<string, string>)) {
      writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
    }
    const ended = await desks.commands.run('dump', ['-'], { cwd: desk.path, env: { DATA_DIR: folder } });
    expect(ended).toMatchObject({ code: 0, stdout: stored.dump });
    for (const [name, base64] of Object.entries(stored.files as Record<string, string>)) {
      if (name === 'data.mdb') expect(readFileSync(join(folder, name)).toString('base64') === base64).toBe(true);
    }
  });
});
