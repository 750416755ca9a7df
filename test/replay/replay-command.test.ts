import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { type ReplayServer, startOwnServer } from './replay-server.ts';

/** Compiling from source takes long on a busy machine. */
vi.setConfig({ testTimeout: 300_000 });

let server: ReplayServer;
let folder: string;
beforeAll(async () => {
  server = await startOwnServer();
  folder = await mkdtemp(join(tmpdir(), 'replay-command-'));
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]): {
  child: ChildProcess;
  ended: Promise<{ code: number; output: string }>;
  begun: Promise<void>;
} {
  const program = join(packageRoot, 'test', 'replay', 'replay.ts');
  const tsx = ['--conditions=source', '--import', import.meta.resolve('tsx')];
  const child = spawn(process.execPath, [...tsx, program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const begun = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Replaying on ')) resolve();
      });
  });
  return { child, begun, ended: once(child, 'close').then(([code]) => ({ code, output })) };
}

describe('npm run replay', () => {
  it.each([
    [
      'an address of another kind',
      ['postgres://localhost'],
      2,
      /^error: <uri> must begin with mongodb:\/\/ or mongodb\+srv:\/\/\n$/,
    ],
    ['a malformed address', ['mongodb://a:b'], 2, /^<uri> must be a MongoDB connection string \(.*\), but got: .*\n$/],
    ['too many arguments', ['mongodb://a', 'mongodb://b'], 2, /^error: too many arguments/],
    [
      'a server that does not answer',
      ['mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300'],
      69,
      /^Cannot connect to the MongoDB at 127\.0\.0\.1:1: .*\. Is it running, and is <uri> correct\?\n$/,
    ],
    [
      'a missing recording',
      ['--recording', 'nothing.gz'],
      65,
      /^nothing\.gz cannot be read: ENOENT.*Run npm run record\n$/,
    ],
  ])('says in one line what is wrong with %s', async (_title, args, code, message) => {
    const ended = await start(...args).ended;
    expect(ended).toEqual({ code, output: expect.stringMatching(message) });
  });

  it('says so in one line if the recording is of another version', async () => {
    const file = join(folder, 'other.ndjson.gz');
    writeFileSync(file, gzipSync('{"format":1,"rules":99}\n'));
    const { code, output } = await start(server.uri, '--recording', file).ended;
    expect(code).toBe(65);
    expect(output).toMatch(
      /^\S+ has format 1, rules version 99, but expected: format 1, rules version \d+\. Run npm run record\n$/,
    );
  });

  it('drops its databases on Ctrl-C', async () => {
    const { child, begun, ended } = start(server.uri);
    await begun;
    child.kill('SIGINT');
    const { code, output } = await ended;
    expect({ code, output }).toEqual({ code: 130, output: expect.stringContaining('SIGINT: dropping the databases') });
    const client = await new MongoClient(server.uri).connect();
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    await client.close();
    expect(databases.map(({ name }) => name).filter((name) => name.includes('replay'))).toEqual([]);
  });
});
