import type { Server } from 'node:http';
import { ConfigError, parseConfig } from './config.ts';
import { exitCodes } from './exit-codes.ts';
import { readEnvironment } from './read-environment.ts';
import { openStore, StoreUnavailable } from './store/open-store.ts';

/** Runs the gateway until SIGTERM or SIGINT, then lets what is in flight finish. A second signal ends it at once. */
async function main(): Promise<void> {
  const config = parseConfig(readEnvironment());
  // The embedded store starts in a thread of its own: meanwhile, this one loads the rest.
  const [store, { createGateway }, { seedWhenEmpty }] = await Promise.all([
    openStore(config.store),
    import('./create-gateway.ts'),
    import('./ingest/seed-when-empty.ts'),
  ]);
  try {
    if (store.embedded) await seedWhenEmpty(store, say);
    const app = await createGateway(store, config);
    const stopped = terminationSignal(); // before the address is told: who reads it may stop the gateway at once
    await app.listen({ host: config.host, port: config.port });
    say(`incident-graph answers at ${addressOf(app.server.address(), config.host)} from the ${store.address}`);
    await Promise.race([stopped, store.lost]);
    await app.close();
  } finally {
    await store.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** From the first on, signals do again what they do by themselves: end the process. */
function terminationSignal(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const;
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

function addressOf(listening: ReturnType<Server['address']>, host: string): string {
  const port = listening && typeof listening === 'object' ? listening.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`;
}

/** One line where the reader can mend it; the whole error where only we can. */
function explain(error: unknown): { code: number; message: string } {
  if (error instanceof ConfigError) return { code: exitCodes.badConfiguration, message: error.message };
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: error.message };
  const { code, syscall, port } = error as { code?: unknown; syscall?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    const message = `Port ${String(port)} is in use: stop what listens there, or set PORT to another`;
    return { code: exitCodes.unavailable, message };
  }
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
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
