import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';

/** A process and its output so far. */
export interface RunningCommand {
  child: ChildProcess;
  stdout: string;
  stderr: string;
  ended: Promise<EndedCommand>;
  /** Waits until standard output matches `pattern` and returns its first group; fails if the process ends first. */
  waitFor(pattern: RegExp): Promise<string>;
}

export interface EndedCommand {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  ms: number;
}

export interface CommandOptions {
  cwd: string;
  env?: Readonly<Record<string, string>>;
  /** No file can grow beyond this size, as on a full disk (POSIX only). */
  maxFileKB?: number;
  /** The file that standard output goes to, such as `/dev/full`. */
  stdout?: string;
}

export interface Commands {
  start(command: Program, args: readonly string[], options: CommandOptions): RunningCommand;
  run(command: Program, args: readonly string[], options: CommandOptions): Promise<EndedCommand>;
  /** The folder of the compiled programs. */
  files: Readonly<Record<'gateway' | 'seed' | 'dump', string>>;
}

const programs = {
  gateway: 'src/main.js',
  seed: 'seed/main.js',
  upgrade: 'seed/upgrade.js',
  prepare: 'seed/prepare.js',
  dump: 'seed/dump.js',
  import: 'seed/import.js',
  draft: 'seed/draft.js',
};

type Program = keyof typeof programs;

/** The environment variable with the folder in which a test run compiles the commands. */
export const commandFolder = 'TEST_COMMANDS';

/**
 * Compiles the commands as `npm run build` does, so that tests run what users run, and start in half the time. Types
 * are not checked. The first caller of a test run compiles; the others wait for it.
 */
export function buildCommands(): Commands {
  const folder = compileOnce();

  function start(command: Program, args: readonly string[], options: CommandOptions): RunningCommand {
    const { cwd, env, maxFileKB, stdout } = options;
    const began = performance.now();
    const words = [process.execPath, join(folder, programs[command]), ...args];
    // A process that ignores SIGXFSZ gets an error instead of the signal.
    const limit = maxFileKB === undefined ? '' : `trap '' XFSZ; ulimit -f ${maxFileKB * 2}; `;
    const script = `${limit}exec "$@"${stdout === undefined ? '' : ` > ${stdout}`}`;
    const [program = '', ...rest] = script === 'exec "$@"' ? words : ['sh', '-c', script, 'sh', ...words];
    const child = spawn(program, rest, {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const running: RunningCommand = { child, stdout: '', stderr: '', ended: end(), waitFor };
    child.stdout.on('data', (chunk) => {
      running.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      running.stderr += chunk;
    });

    function end(): Promise<EndedCommand> {
      return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code, signal) => {
          const { stdout, stderr } = running;
          resolve({ code, signal, stdout, stderr, ms: performance.now() - began });
        });
      });
    }

    function waitFor(pattern: RegExp): Promise<string> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(running.stdout);
          if (match) resolve(match[1] ?? match[0]);
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`It ended without ${pattern}: ${running.stdout}${running.stderr}`)));
        look();
      });
    }
    return running;
  }

  return {
    start,
    files: {
      gateway: join(folder, programs.gateway),
      seed: join(folder, programs.seed),
      dump: join(folder, programs.dump),
    },
    run: (command, args, options) => start(command, args, options).ended,
  };
}

/** Returns the folder of the compiled commands. */
function compileOnce(): string {
  const folder = process.env[commandFolder];
  if (folder === undefined) throw new Error(`Expected ${commandFolder} to name a folder`);
  const [compiled, failed] = [join(folder, 'compiled'), join(folder, 'failed')];
  if (isFirst(folder)) {
    try {
      compile(folder);
      writeFileSync(compiled, '');
    } catch (error) {
      writeFileSync(failed, String(error));
    }
  }
  while (!existsSync(compiled)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'begun'));
    return true;
  } catch {
    return false;
  }
}

function compile(folder: string): void {
  const output = [
    runTool('typescript', 'bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', folder]),
    runTool('vite', 'bin/vite.js', ['build', '--config', 'vite.gateway.config.ts'], { BUILD_FOLDER: folder }),
  ];
  for (const program of [...Object.values(programs), 'src/create-gateway.bundle.js']) {
    if (!existsSync(join(folder, program))) throw new Error(`${program} was not compiled: ${output.join('\n')}`);
  }
}

/** Runs a package's program and returns its output. */
export function runTool(name: string, program: string, args: string[], env: Record<string, string> = {}): string {
  const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const options = { cwd: packageRoot, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], options);
  return `${stdout}${stderr}`;
}
