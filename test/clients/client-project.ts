import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';

/** The project of a client developer: a separate folder with the schema and the packages installed here. */
export interface ClientProject {
  folder: string;
  write(file: string, content: string | object): void;
  read(file: string): string;
  /** The files below a folder, in order. */
  list(folder: string): string[];
  /** Runs the command of a package in the folder. */
  run(
    command: keyof typeof commands,
    args: readonly string[],
    env?: Record<string, string>,
  ): { code: number | null; output: string };
  remove(): void;
}

const require = createRequire(import.meta.url);

const commands = {
  'graphql-codegen': require.resolve('@graphql-codegen/cli/package.json'),
  'relay-compiler': require.resolve('relay-compiler/package.json'),
  tsc: require.resolve('typescript/package.json'),
  vite: require.resolve('vite/package.json'),
};

export function createClientProject(): ClientProject {
  const folder = mkdtempSync(join(tmpdir(), 'incident-graph-client-'));
  cpSync(join(packageRoot, 'schema.graphql'), join(folder, 'schema.graphql'));
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    write(file, content) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    list: (below) => readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' }).sort(),
    run(command, args, env) {
      const { bin } = JSON.parse(readFileSync(commands[command], 'utf8'));
      const script = join(dirname(commands[command]), typeof bin === 'string' ? bin : bin[command]);
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', FORCE_NO_WATCHMAN: '1', ...env },
      });
      return { code: status, output: `${stdout}${stderr}` };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
