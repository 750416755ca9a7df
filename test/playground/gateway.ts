import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Gateway {
  origin: string;
  stop(): Promise<void>;
}

/** Starts the built gateway like `npm start`, on a free port with an empty store of its own. */
export async function startGateway(): Promise<Gateway> {
  const dataDir = await mkdtemp(join(tmpdir(), 'playground-gateway-'));
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      MONGODB_URI: '',
      REQUEST_TIMEOUT_MS: '60000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  const output: string[] = [];
  const origin = new Promise<string | null>((resolve) => {
    const read = (chunk: Buffer) => {
      output.push(String(chunk));
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output.join(''));
      if (address) resolve(address[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then(() => resolve(null));
  });
  const answer = await Promise.race([origin, new Promise<null>((resolve) => setTimeout(resolve, 45_000, null))]);
  if (answer !== null) return { origin: answer, stop };
  await stop();
  throw new Error(`The gateway printed no address. It printed: ${output.join('')}`);
}
