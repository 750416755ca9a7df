import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/config/package-root.ts';

const program = join(packageRoot, 'dist', 'src', 'main.js');
const query = '{ incidents(first: 3) { totalCount nodes { id title } } }';
const timeoutMs = 30_000;

/**
 * Measures the time from starting the gateway to its first response, in a new folder, which it seeds first, and in an
 * existing one. A bare `node` process shows the current speed of the machine. The argument is the number of turns, 10
 * by default. The gateway must be built.
 */
export async function benchStart([turns = '10']: readonly string[]): Promise<void> {
  if (!existsSync(program)) throw new Error('The project is not built: run `npm run build` first');
  const times = { 'bare node': [] as number[], 'fresh folder': [] as number[], 'existing folder': [] as number[] };
  for (let turn = 0; turn < Number(turns); turn++) {
    times['bare node'].push(timeBareNode());
    const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
    try {
      times['fresh folder'].push(await timeGateway(dataDir));
      times['existing folder'].push(await timeGateway(dataDir));
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const bare = median(times['bare node']);
  for (const [name, all] of Object.entries(times)) {
    const ms = median(all);
    console.log(`${name.padEnd(18)}${ms.toFixed(0).padStart(6)} ms${(ms / bare).toFixed(1).padStart(8)} times`);
  }
}

function timeBareNode(): number {
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

async function timeGateway(dataDir: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const ended = once(child, 'exit');
  try {
    await ask(await addressOf(child));
    return performance.now() - start;
  } finally {
    child.kill();
    await ended;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const [address] = /http:\S+/.exec(output) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The gateway exited before it was ready: ${output}`)));
  });
}

async function ask(address: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = await response.text();
  if (!/"totalCount":[1-9]/.test(answer)) throw new Error(`The gateway answered ${response.status}: ${answer}`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
