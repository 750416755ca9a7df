import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';

/** A server in a process of its own. */
export interface Server {
  name: string;
  url: string;
  /** Returns the CPU time of its process so far, in ms. */
  cpu(): Promise<number>;
  close(): Promise<void>;
}

export const gatewayProgram = join(packageRoot, 'dist', 'src', 'main.js');

/** The servers by their names in BENCH_PEERS, and how each is started. */
const programs: Readonly<Record<string, { title: string; file?: string; env?: NodeJS.ProcessEnv; options?: string }>> =
  {
    'hand-written': { title: 'hand-written endpoint', file: 'hand-written.js' },
    apollo: { title: 'Apollo Server, tutorial', file: 'apollo.js' },
    mercurius: { title: 'mercurius + graphql-jit', file: 'mercurius.js' },
    yoga: { title: 'yoga + graphql-jit', file: 'yoga.js' },
    gateway: { title: 'this gateway' },
    'gateway-graphql-js': { title: 'this gateway, graphql-js', env: { EXECUTOR: 'graphql-js' } },
    // Secondaries have no common state, so the gateway does not look for one.
    'gateway-any-state': { title: 'this gateway, any state', options: 'readPreference=secondaryPreferred' },
  };
export const serverNames = Object.keys(programs);

export function titleOf(name: string): string {
  return programs[name]?.title ?? name;
}

/** The flags with which `npm start` starts node. All servers get them, so that the code is compared, not the flags. */
export const nodeFlags: readonly string[] = startScript().filter((word) => word.startsWith('-'));

function startScript(): string[] {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).scripts.start.split(' ');
}

/** Starts a server on a store, and resolves once it listens. `folder` is that of the compiled peers. */
export async function startServer(name: string, folder: string, storeUri: string): Promise<Server> {
  const { file, env, options = '' } = programs[name] ?? {};
  const home = mkdtempSync(join(tmpdir(), 'bench-peers-')); // no .env is read there
  const child = fork(
    file ? join(folder, file) : gatewayProgram,
    file ? [storeUri, join(packageRoot, 'schema.graphql')] : [],
    {
      cwd: home,
      execArgv: [...nodeFlags, '--import', join(folder, 'report-cpu.js')],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        ...(!file && {
          MONGODB_URI: options ? `${storeUri}${storeUri.includes('?') ? '&' : '?'}${options}` : storeUri,
          PORT: '0',
          LOG_LEVEL: 'silent',
          COST_PER_MINUTE: '0',
          REQUEST_TIMEOUT_MS: '60000',
          MAX_IN_FLIGHT: '1000',
        }),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return { name, url: await addressOf(name, child), cpu: () => cpuOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const [address] = /http:\S+/.exec(output) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`${titleOf(name)} exited before it was ready: ${output}`)));
  });
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('cpu');
  const [{ user, system }] = (await answer) as [NodeJS.CpuUsage];
  return (user + system) / 1000;
}
