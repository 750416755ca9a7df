import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';

/** The packages that the project has too: the peers get the same versions. */
const shared = ['@apollo/server', 'dataloader', 'fastify', 'graphql', 'mongodb'];
const pinned = {
  '@envelop/core': '5.6.1',
  '@envelop/graphql-jit': '11.2.1',
  'graphql-jit': '0.8.9',
  'graphql-yoga': '5.24.1',
  mercurius: '16.10.1',
};
/** The version of each package of the peers. */
export const versions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(shared.map((name) => [name, versionOf(join(packageRoot, 'node_modules', name))])),
  ...pinned,
};
/** The last versions for Node 20, as in the project. */
const overrides = { '@whatwg-node/promise-helpers': '1.3.2', cookie: '1.1.1', 'graphql-jit': pinned['graphql-jit'] };

const installArguments = 'install --ignore-scripts --no-audit --no-fund --loglevel error --fetch-retries 1'.split(' ');

/** The peers cannot be installed. The message is one line. */
export class InstallFailed extends Error {}

/**
 * Installs the peers' packages into a folder of their own, unless they are there, and compiles the servers into it. They
 * are compiled, as the gateway is, because what tsx adds to a program costs time. Returns the folder of the servers.
 *
 * @throws InstallFailed if npm or the compiler fails.
 */
export function installPeers(): string {
  const folder = process.env.BENCH_PEERS_DIR ?? join(tmpdir(), `incident-graph-peers-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid && statSync(folder).uid !== process.getuid())
    throw new InstallFailed(`${folder} belongs to somebody else: set BENCH_PEERS_DIR to another folder`);
  const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: versions, overrides }, null, 2)}\n`;
  const [path, lock] = [join(folder, 'package.json'), join(folder, 'node_modules', '.package-lock.json')];
  if (!existsSync(lock) || !existsSync(path) || readFileSync(path, 'utf8') !== manifest) {
    console.log(`Installing the peers into ${folder}`);
    writeFileSync(path, manifest);
    install(folder);
  }
  compile(join(folder, 'servers'));
  return join(folder, 'servers');
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function install(folder: string): void {
  // npm names itself to the scripts that it runs.
  const [command, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status, error, stderr } = spawnSync(command as string, [...before, ...installArguments, '--prefix', folder], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  const reason =
    error?.message ?? /^npm (?:error|ERR!) (?!code|errno|syscall)(.+)$/m.exec(stderr)?.[1] ?? `status ${status}`;
  throw new InstallFailed(`The peers could not be installed from npm's registry: ${reason}`);
}

function compile(outDir: string): void {
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(import.meta.dirname, 'servers', 'tsconfig.json');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--outDir', outDir], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new InstallFailed(`The peers could not be compiled: ${stdout.split('\n')[0]}`);
}
