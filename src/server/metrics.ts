import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AnsweredRequest, onAnswered } from './answered-request.ts';
import { bearerToken, createTokenCheck } from './bearer-token.ts';
import type { Gauges, MetricValues, Prometheus } from './prometheus.ts';

export interface MetricsOptions {
  gauges: Gauges;
  /** What a client brings as a bearer token; without one, only clients on this machine are answered. */
  token?: string;
  /** Where several processes share a port: this one's number, and how it comes by the metrics of all. */
  workers?: MetricsOfWorkers;
}

export interface MetricsOfWorkers {
  number: number;
  /** Passes on this process' metrics when another one asks. */
  answer(own: () => Promise<MetricValues>): void;
  /** Those of all processes, this one's among them. */
  gather(): Promise<MetricValues[]>;
}

const path = '/metrics';

/** `/metrics`, in Prometheus' text. What computes them is loaded after the first answer: it has no part in the start. */
export function registerMetrics(app: FastifyInstance, { gauges, token, workers }: MetricsOptions): void {
  const isAllowed = token === undefined ? isFromHere : hasToken(createTokenCheck(token));
  let waiting: AnsweredRequest[] | undefined = [];
  let loaded: Prometheus | undefined;
  let loading: Promise<Prometheus> | undefined;

  async function load(): Promise<Prometheus> {
    const { createPrometheus } = await import('./prometheus.ts');
    loaded = createPrometheus(gauges, workers?.number);
    for (const request of waiting ?? []) loaded.observe(request);
    waiting = undefined;
    return loaded;
  }
  const prometheus = () => {
    loading ??= load();
    return loading;
  };

  /** The rest of the gateway does without them. */
  function giveUp(error: unknown): void {
    waiting = undefined;
    app.log.error({ err: error }, 'There are no metrics: what computes them cannot be loaded');
  }

  workers?.answer(async () => (await prometheus()).values());
  onAnswered(app, (request) => {
    if (loaded) return loaded.observe(request);
    waiting?.push(request);
    if (!loading) setImmediate(() => prometheus().catch(giveUp));
  });
  app.get(path, async (request, reply) => {
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

/** Through a proxy everyone comes from its machine, and proxies say that they are one. */
function isFromHere({ raw: { socket, headers } }: FastifyRequest): boolean {
  const isProxied = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => name in headers);
  return !isProxied && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

function hasToken(isToken: (given: string) => boolean): (request: FastifyRequest) => boolean {
  return ({ headers }) => isToken(bearerToken(headers.authorization) ?? '');
}
