import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** An embedded store in a process of its own, which can be killed. */
export interface StoreProcess {
  /** Resolves when it listens. Rejects with its output if it ends before. */
  uri: Promise<string>;
  pid: number | undefined;
  /** Sends SIGKILL, so that the process cannot react. Resolves when it has ended. */
  kill(): Promise<void>;
  ended: Promise<{ status: number | null; said: string }>;
  /** Its standard error so far. */
  said(): string;
}

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** With `maxFileKB`, no file can grow beyond that size (POSIX only), as on a full disk. */
export function startStoreProcess(
  dataDir: string,
  { uid, maxFileKB, host }: { uid?: number; maxFileKB?: number; host?: string } = {},
): StoreProcess {
  const options = ['--port', '0', '--data-dir', dataDir, ...(host === undefined ? [] : ['--host', host])];
  const args = [process.execPath, '--import', loader, program, ...options];
  const limited = `trap '' XFSZ; ulimit -f ${(maxFileKB ?? 0) * 2}; exec "$@"`;
  const [command = '', ...rest] = maxFileKB === undefined ? args : ['sh', '-c', limited, 'sh', ...args];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A user without write access to the folder has no home for a cache either.
    ...(uid !== undefined && { uid, gid: uid, env: { PATH: process.env.PATH, HOME: '/nonexistent' } }),
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close').then(([status]) => ({ status, said }));
  const uri = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (line) => resolve(String(line).trim()));
    ended.then(() => reject(new Error(`The store ended before it listened: ${said}`)), reject);
  });
  // A test that kills the process before it listens does not await `uri`.
  uri.catch(() => {});
  return {
    uri,
    pid: child.pid,
    ended,
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
