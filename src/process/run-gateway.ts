import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/config.ts';
import type { OtherRules } from '../errors/other-rules.ts';
import { hasForeignRules } from '../ingest/write/store-rules.ts';
import type { ClientLimits } from '../server/limits/client-limits.ts';
import { openStore } from '../store/open-store.ts';
import { type ClusterChannel, listeningLine, openClusterChannel } from './cluster-channel.ts';

/** The delay before the remaining articles are seeded, so that the first requests are not slowed down. */
const firstLookMs = 1000;

/**
 * Opens the store, seeds it if it is empty, and serves requests until the process is told to stop. Then, in this order,
 * it reports at `/readyz` that it is draining, finishes the requests in flight, and closes the store.
 */
export async function runGateway(config: Config): Promise<void> {
  const channel = openClusterChannel();
  let log: FastifyBaseLogger | undefined;
  const onRestart = (cause: Error) => {
    if (log) log.error({ err: cause }, 'The embedded store crashed and is being restarted');
    else process.stderr.write(`${cause.message}; restarting it\n`);
  };
  // The embedded store starts in its own process; meanwhile this one loads the other modules.
  const [
    store,
    { createGateway },
    { seedRemaining: seedTheRest, seedWhenEmpty },
    { createHealth },
    { monitorEventLoop },
    { upgradeAtStart },
    { watchRules },
  ] = await Promise.all([
    openStore(config.store, { onRestart, leavesAsIs: hasForeignRules({ upgrades: 'dataDir' in config.store }) }),
    import('./create-gateway.ts'),
    import('../ingest/seed-when-empty.ts'),
    import('../server/telemetry/health.ts'),
    import('../server/telemetry/event-loop-monitor.ts'),
    import('./upgrade-at-start.ts'),
    import('./watch-rules.ts'),
  ]);
  const closing = new AbortController();
  let filling = Promise.resolve();
  try {
    if (store.embedded) {
      await upgradeAtStart(store, say);
      await seedWhenEmpty(store, say);
    }
    const rules = await watchRules(store.database);
    closing.signal.addEventListener('abort', rules.stop);
    const health = createHealth();
    const cluster = channel && { workers: channel.metrics, limits: await clusterLimits(channel, config) };
    const app = await createGateway(store, config, {
      health,
      onReload: reloadOnHangup,
      storeFault: rules.fault,
      ...cluster,
    });
    log = app.log;
    const { missing } = store;
    if (missing.length > 0) log.warn({ missing }, 'The store lacks indexes: run "npm run store:prepare"');
    const noteRules = (fault: OtherRules | undefined) => {
      health.suspend(fault && 'the store has another rules version');
      if (fault)
        app.log.error({ reason: fault.message }, 'Not answering queries: the store has a different rules version');
      else app.log.info('Answering queries again: the store has the rules version of this program');
    };
    if (rules.fault()) noteRules(rules.fault());
    rules.start(noteRules);
    const stopped = Promise.race([terminationSignal(), ...(channel ? [channel.stopped] : [])]);
    // The handler is installed before the address is printed: whoever reads that may stop the gateway immediately.
    await app.listen({ host: config.host, port: config.port });
    const endpoint = { origin: originOf(app.server.address(), config.host), store: store.address };
    if (channel) channel.reportListening(endpoint);
    else say(listeningLine(endpoint));
    const monitor = monitorEventLoop(app.log);
    // Only one worker seeds.
    if (store.embedded && (channel?.metrics.number ?? 1) === 1) {
      filling = sleep(firstLookMs, undefined, { signal: closing.signal })
        .then(() => seedTheRest(store, say, closing.signal, config))
        .catch((error: unknown) => {
          if (!closing.signal.aborted) app.log.error({ err: error }, 'Some shipped articles could not be seeded');
        });
    }
    const reason = await Promise.race([stopped, store.lost]);
    closing.abort();
    health.drain();
    if (reason === 'SIGTERM' && health.isWatched()) await sleep(config.drainMs);
    await app.close();
    monitor.stop();
  } finally {
    closing.abort();
    await Promise.race([filling, store.lost.catch(() => {})]);
    await store.close();
    channel?.leave();
  }
}

async function clusterLimits({ callLimits }: ClusterChannel, { http }: Config): Promise<ClientLimits> {
  const { createClusterLimits } = await import('./cluster-limits.ts');
  return createClusterLimits(http.costPerMinute, callLimits);
}

/** Only called if there are auth files to reload; otherwise SIGHUP ends the process, as by default. */
function reloadOnHangup(reload: () => void): void {
  process.on('SIGHUP', reload);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Resolves with the first SIGTERM or SIGINT. After that, signals have their default effect and end the process. */
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

function originOf(listening: ReturnType<Server['address']>, host: string): string {
  const port = listening && typeof listening === 'object' ? listening.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
