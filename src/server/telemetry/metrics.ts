import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerToken, createTokenCheck } from '../auth/bearer-token.ts';
import type { Gauges, MetricValues, Prometheus } from './prometheus.ts';
import { onPageRecord, onRequestRecord } from './request-record.ts';

export interface MetricsOptions {
  gauges: Gauges;
  /** The bearer token of clients; without one, only clients on this machine have access. */
  token?: string;
  /** Present if several processes share a port. */
  workers?: MetricsOfWorkers;
}

export interface MetricsOfWorkers {
  number: number;
  /** Sets the source of this process' metrics for the others. */
  answer(own: () => Promise<MetricValues>): void;
  /** Returns the metrics of all processes, including this one. */
  gather(): Promise<MetricValues[]>;
}

const path = '/metrics';

/**
 * Adds `/metrics` in Prometheus' text format. `prom-client` is loaded after the first response, to keep the start fast.
 * With a token, the route answers to any host: scrapers ask by address, and a page that rebinds its name has no token.
 */
export function registerMetrics(app: FastifyInstance, { gauges, token, workers }: MetricsOptions): void {
  const isAllowed = token === undefined ? isFromHere : hasToken(createTokenCheck(token));
  let waiting: ((prometheus: Prometheus) => void)[] | undefined = [];
  let loaded: Prometheus | undefined;
  let loading: Promise<Prometheus> | undefined;

  async function load(): Promise<Prometheus> {
    const { createPrometheus } = await import('./prometheus.ts');
    loaded = createPrometheus(gauges, workers?.number);
    for (const observe of waiting ?? []) observe(loaded);
    waiting = undefined;
    return loaded;
  }
  const prometheus = () => {
    loading ??= load();
    return loading;
  };

  /** The rest of the gateway works without metrics. */
  function giveUp(error: unknown): void {
    waiting = undefined;
    app.log.error({ err: error }, 'Metrics are unavailable: prom-client could not be loaded');
  }

  workers?.answer(async () => (await prometheus()).values());

  function whenLoaded(observe: (prometheus: Prometheus) => void): void {
    if (loaded) observe(loaded);
    else waiting?.push(observe);
    if (!loading) setImmediate(() => prometheus().catch(giveUp));
  }

  onRequestRecord(app, (request) => whenLoaded((known) => known.observe(request)));
  onPageRecord(app, (operation, ms) => whenLoaded((known) => known.observeOperation(operation, ms)));
  app.get(path, { config: { anyHost: token !== undefined } }, async (request, reply) => {
    if (!isAllowed(request)) return reply.callNotFound();
    const own = await prometheus();
    const { contentType, expose } = await import('./prometheus.ts');
    const all = workers ? await workers.gather() : [await own.values()];
    return reply
      .type(contentType)
      .header('cache-control', 'no-store')
      .send(await expose(all));
  });
}

/** Requests through a local proxy have a local address, but proxies add headers that reveal them. */
function isFromHere({ raw: { socket, headers } }: FastifyRequest): boolean {
  const isProxied = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => name in headers);
  return !isProxied && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

function hasToken(isToken: (given: string) => boolean): (request: FastifyRequest) => boolean {
  return ({ headers }) => isToken(bearerToken(headers.authorization) ?? '');
}
