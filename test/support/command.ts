import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** A process with what it has written so far. */
export interface RunningCommand {
  child: ChildProcess;
  stdout: string;
  stderr: string;
  ended: Promise<EndedCommand>;
  /** The first group of `pattern` once standard output matches; fails when the process ends before. */
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
}

export interface Commands {
  start(command: 'gateway' | 'seed', args: readonly string[], options: CommandOptions): RunningCommand;
  run(command: 'gateway' | 'seed', args: readonly string[], options: CommandOptions): Promise<EndedCommand>;
  /** The compiled programs. */
  files: Readonly<Record<'gateway' | 'seed', string>>;
  remove(): void;
}

const programs = { gateway: 'src/main.js', seed: 'seed/main.js' };

/**
 * Compiles the commands as `npm run build` does, so that what starts is what users start, and in half the time of
 * sources. Whether the types are right is not asked here.
 */
export function buildCommands(): Commands {
  const cache = join(packageRoot, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'commands-'));
  const output = [
    runTool('typescript', 'bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', folder]),
    runTool('vite', 'bin/vite.js', ['build', '--config', 'vite.gateway.config.ts'], { BUILD_FOLDER: folder }),
  ];
  for (const program of [...Object.values(programs), 'src/create-gateway.bundle.js']) {
    if (!existsSync(join(folder, program))) throw new Error(`${program} was not compiled: ${output.join('\n')}`);
  }

  function start(command: 'gateway' | 'seed', args: readonly string[], { cwd, env }: CommandOptions): RunningCommand {
    const began = performance.now();
    const child = spawn(process.execPath, [join(folder, programs[command]), ...args], {
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
    files: { gateway: join(folder, programs.gateway), seed: join(folder, programs.seed) },
    run: (command, args, options) => start(command, args, options).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a package's program; answers what it printed. */
function runTool(name: string, program: string, args: string[], env: Record<string, string> = {}): string {
  const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const options = { cwd: packageRoot, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], options);
  return `${stdout}${stderr}`;
}
