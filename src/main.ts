import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { parseConfig } from './config.ts';
import { exitCodes } from './exit-codes.ts';
import { readEnvironment } from './read-environment.ts';
import { runGateway } from './run-gateway.ts';
import { ConfigError } from './setting.ts';
import { StoreUnavailable } from './store/open-store.ts';

const usage = `Usage: npm start -- [--workers N]

  --workers N  the processes that share the port and the store, 1 to 64 (default 1)

Settings are environment variables, or lines of .env: docs/operations.md lists them.
`;
const mostWorkers = 64;

/** Runs the gateway until SIGTERM or SIGINT, then lets what is in flight finish. A second signal ends it at once. */
async function main(): Promise<void> {
  const { workers, help } = parseArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const config = parseConfig(readEnvironment());
  if (workers === 1 || cluster.isWorker) return runGateway(config);
  const { superviseWorkers } = await import('./supervise-workers.ts');
  process.exitCode = await superviseWorkers(workers, config);
}

class UsageError extends Error {}

function parseArguments(args: string[]): { workers: number; help: boolean } {
  try {
    const options = { workers: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } } as const;
    const { workers, help } = parseArgs({ args, options }).values;
    if (!/^[1-9]\d?$/.test(workers) || Number(workers) > mostWorkers)
      throw new UsageError(`--workers takes a whole number from 1 to ${mostWorkers}, not ${JSON.stringify(workers)}`);
    return { workers: Number(workers), help };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** One line where the reader can mend it; the whole error where only we can. */
function explain(error: unknown): { code: number; message: string } {
  if (error instanceof UsageError) return { code: exitCodes.usage, message: `${error.message}\n${usage}`.trimEnd() };
  if (error instanceof ConfigError) return { code: exitCodes.badConfiguration, message: error.message };
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: error.message };
  const { code, syscall, port } = error as { code?: unknown; syscall?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    const message = `Port ${String(port)} is in use: stop what listens there, or set PORT to another`;
    return { code: exitCodes.unavailable, message };
  }
  if (syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo') {
    const message = `HOST and PORT must be an address of this machine that may be listened on: ${(error as Error).message}`;
    return { code: exitCodes.badConfiguration, message };
  }
  return {
    code: exitCodes.unexpected,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

main().catch((error: unknown) => {
  const { code, message } = explain(error);
  process.stderr.write(`${message}\n`);
  process.exit(code); // what failed may hold the process, such as a connection that is still being tried
});
