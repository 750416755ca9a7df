import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { parseConfig } from './config/config.ts';
import { readEnvironment } from './config/read-environment.ts';
import { exitCodes } from './errors/exit-codes.ts';
import { explainError } from './process/explain-start-error.ts';
import { runGateway } from './process/run-gateway.ts';

const usage = `Usage: npm start -- [--workers N]

  --workers N  the number of processes that share the port and the store, 1 to 64 (default 1)

Settings are environment variables or lines in .env; docs/configuration.md lists them.
`;
const maxWorkers = 64;

/** Runs the gateway until SIGTERM or SIGINT, then lets requests in flight finish. A second signal ends it immediately. */
async function main(): Promise<void> {
  const { workers, help } = parseArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const config = parseConfig(readEnvironment());
  if (workers === 1 || cluster.isWorker) return runGateway(config);
  const { superviseWorkers } = await import('./process/supervise-workers.ts');
  process.exitCode = await superviseWorkers(workers, config);
}

class UsageError extends Error {}

function parseArguments(args: string[]): { workers: number; help: boolean } {
  try {
    const options = { workers: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } } as const;
    const { workers, help } = parseArgs({ args, options }).values;
    if (!/^[1-9]\d?$/.test(workers) || Number(workers) > maxWorkers)
      throw new UsageError(
        `--workers must be a whole number from 1 to ${maxWorkers}, but got: ${JSON.stringify(workers)}`,
      );
    return { workers: Number(workers), help };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

function explain(error: unknown): { code: number; message: string } {
  if (error instanceof UsageError) return { code: exitCodes.usage, message: `${error.message}\n${usage}`.trimEnd() };
  const { code, syscall, port } = error as { code?: unknown; syscall?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    const message = `Port ${String(port)} is in use: stop the process that listens on it, or set PORT to another`;
    return { code: exitCodes.unavailable, message };
  }
  if (syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo') {
    const message = `HOST and PORT must be an address of this machine that the gateway can listen on: ${(error as Error).message}`;
    return { code: exitCodes.badConfiguration, message };
  }
  return explainError(error);
}

main().catch((error: unknown) => {
  const { code, message } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exit(code); // something may keep the process running, such as a pending connection attempt
});
