import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** An embedded store in a process of its own, which can be killed. */
export interface StoreProcess {
  /** Resolves when it listens; rejects with what it said when it ended before. */
  uri: Promise<string>;
  pid: number | undefined;
  /** SIGKILL: it does not get to say or do anything more. Resolves when it is gone. */
  kill(): Promise<void>;
  ended: Promise<{ status: number | null; said: string }>;
  /** What it has said on standard error. */
  said(): string;
}

const program = fileURLToPath(new URL('../src/embedded/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** With `maxFileKB` no file may grow beyond that (POSIX only), as on a disk that is full. */
export function startStoreProcess(
  dataDir: string,
  { uid, maxFileKB }: { uid?: number; maxFileKB?: number } = {},
): StoreProcess {
  const args = [process.execPath, '--import', loader, program, '--port', '0', '--data-dir', dataDir];
  const limited = `trap '' XFSZ; ulimit -f ${(maxFileKB ?? 0) * 2}; exec "$@"`;
  const [command = '', ...rest] = maxFileKB === undefined ? args : ['sh', '-c', limited, 'sh', ...args];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Who may not write the folder has no home to keep a cache in either.
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
  // Who kills it before it listens does not ask.
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
