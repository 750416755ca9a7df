import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { ClientLimits } from './server/client-limits.ts';
import { openStore } from './store/open-store.ts';
import { joinWorkers, type WorkerSide } from './worker-messages.ts';

/** So long who looks first is not disturbed by what is seeded then. */
const firstLookMs = 1000;

/**
 * Opens the store, fills it when it is empty and answers requests until the process is told to stop; then, in this
 * order, it says at `/readyz` that it goes, finishes what is in flight, and closes the store.
 */
export async function runGateway(config: Config): Promise<void> {
  const workers = joinWorkers();
  let log: FastifyBaseLogger | undefined;
  const onRestart = (cause: Error) => {
    if (log) log.error({ err: cause }, 'The embedded store died and is started again');
    else process.stderr.write(`${cause.message}; it is started again\n`);
  };
  // The embedded store starts in a process of its own: meanwhile, this one loads the rest.
  const [store, { createGateway }, { seedTheRest, seedWhenEmpty }, { createHealth }, { watchProcess }] =
    await Promise.all([
      openStore(config.store, { onRestart }),
      import('./create-gateway.ts'),
      import('./ingest/seed-when-empty.ts'),
      import('./server/health.ts'),
      import('./server/watch-process.ts'),
    ]);
  const closing = new AbortController();
  let filling = Promise.resolve();
  try {
    if (store.embedded) await seedWhenEmpty(store, say);
    const health = createHealth();
    const shared = workers && { workers: workers.metrics, limits: await sharedLimits(workers, config) };
    const app = await createGateway(store, config, { health, onReload: reloadOnHangup, ...shared });
    log = app.log;
    const stopped = Promise.race([terminationSignal(), ...(workers ? [workers.stopped] : [])]);
    // Before the address is told: who reads it may stop the gateway at once.
    await app.listen({ host: config.host, port: config.port });
    const place = { url: addressOf(app.server.address(), config.host), store: store.address };
    if (workers) workers.tellListening(place);
    else say(`incident-graph answers at ${place.url} from the ${place.store}`);
    const watch = watchProcess(app.log);
    // Of several processes, one.
    if (store.embedded && (workers?.metrics.number ?? 1) === 1) {
      filling = sleep(firstLookMs, undefined, { signal: closing.signal })
        .then(() => seedTheRest(store, say, closing.signal))
        .catch((error: unknown) => {
          if (!closing.signal.aborted) app.log.error({ err: error }, 'Not all shipped articles could be seeded');
        });
    }
    const reason = await Promise.race([stopped, store.lost]);
    closing.abort();
    health.drain();
    if (reason === 'SIGTERM' && health.isWatched()) await sleep(config.drainMs);
    await app.close();
    watch.stop();
  } finally {
    closing.abort();
    await Promise.race([filling, store.lost.catch(() => {})]);
    await store.close();
    workers?.leave();
  }
}

async function sharedLimits({ askLimits }: WorkerSide, { http }: Config): Promise<ClientLimits> {
  const { createSharedLimits } = await import('./shared-limits.ts');
  return createSharedLimits(http.costPerMinute, askLimits);
}

/** As daemons do; a process that keeps no files of tokens or keys goes on ending by it. */
function reloadOnHangup(reload: () => void): void {
  process.on('SIGHUP', reload);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** From the first on, signals do again what they do by themselves: end the process. */
export function terminationSignal(): Promise<'SIGTERM' | 'SIGINT'> {
  return new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const;
    const stop = (signal: NodeJS.Signals) => {
      for (const each of signals) process.off(each, stop);
      resolve(signal as 'SIGTERM' | 'SIGINT');
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

function addressOf(listening: ReturnType<Server['address']>, host: string): string {
  const port = listening && typeof listening === 'object' ? listening.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`;
}
