import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommands, type Commands, type RunningCommand } from './command.ts';

/** Gateways as processes, and their working folders. */
export interface Gateways {
  commands: Commands;
  /** Starts a gateway on a free port, in an empty temporary folder unless one is given. */
  start(env?: Readonly<Record<string, string>>, args?: readonly string[], cwd?: string): RunningCommand;
  emptyFolder(): string;
  /** Kills the gateways that are still running. */
  remove(): Promise<void>;
}

export function createGateways(): Gateways {
  const commands = buildCommands();
  const folder = mkdtempSync(join(tmpdir(), 'gateways-'));
  const running = new Set<RunningCommand>();
  let folders = 0;

  function emptyFolder(): string {
    const path = join(folder, String(folders++));
    mkdirSync(path);
    return path;
  }

  return {
    commands,
    emptyFolder,
    start(env = {}, args = [], cwd = emptyFolder()) {
      const command = commands.start('gateway', args, { cwd, env: { PORT: '0', ...env } });
      running.add(command);
      command.ended.then(
        () => running.delete(command),
        () => undefined,
      );
      return command;
    },
    async remove() {
      for (const command of running) command.child.kill('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The line that a gateway prints once it listens; captures its origin. */
export const answersAt = /listening at (http:\S+)\/graphql/;
