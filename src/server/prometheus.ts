import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolUse } from '../store/watch-pool.ts';
import type { AnsweredRequest } from './answered-request.ts';

/** What is measured of the store and the process when somebody asks. */
export interface Gauges {
  pool(): PoolUse;
  restarts(): number;
  articles(): Promise<number | undefined>;
  storeAnswers(): Promise<boolean>;
  isDraining(): boolean;
}

/** The metrics of one process, as processes pass them on to one another. */
export type MetricValues = object[];

export interface Prometheus {
  observe(request: AnsweredRequest): void;
  values(): Promise<MetricValues>;
}

export const contentType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Clients choose the names of their operations: so many, of this length at most, are told apart. */
const mostOperations = 100;
const longestName = 64;
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** `docs/operations.md` says of each what it means. With several processes on one port, `worker` tells them apart. */
export function createPrometheus(gauges: Gauges, worker: number | undefined): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  if (worker !== undefined) registry.setDefaultLabels({ worker: String(worker) });
  collectDefaultMetrics({ register: registry });
  const operationLabel = createOperationLabel();

  const responses = new Counter({
    name: 'incident_graph_http_responses_total',
    help: 'Answers by HTTP status, those that GraphQL did not see too',
    labelNames: ['status'],
    registers,
  });
  const requests = new Counter({
    name: 'incident_graph_requests_total',
    help: 'GraphQL operations by name, type and outcome (ok, refused, unavailable, failed)',
    labelNames: ['operation', 'type', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'incident_graph_request_duration_seconds',
    help: 'From the first header of a GraphQL request to the last byte of its answer',
    labelNames: ['operation'],
    buckets: secondsBuckets,
    registers,
  });
  const cost = new Counter({
    name: 'incident_graph_request_cost_total',
    help: 'The cost of GraphQL operations, as extensions.cost tells it, summed up',
    labelNames: ['operation'],
    registers,
  });
  const commands = new Counter({
    name: 'incident_graph_store_commands_total',
    help: 'What GraphQL operations asked of the store, by outcome (ok, failed)',
    labelNames: ['command', 'collection', 'outcome'],
    registers,
  });
  const commandDuration = new Histogram({
    name: 'incident_graph_store_command_duration_seconds',
    help: 'How long those were waited for',
    labelNames: ['command'],
    buckets: secondsBuckets,
    registers,
  });
  const documents = new Counter({
    name: 'incident_graph_store_documents_total',
    help: 'The documents that they returned',
    labelNames: ['collection'],
    registers,
  });
  new Gauge({
    name: 'incident_graph_store_connections',
    help: 'Connections to the store: open, in_use, and operations waiting for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, inUse, waiting } = gauges.pool();
      this.set({ state: 'open' }, open);
      this.set({ state: 'in_use' }, inUse);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Counter({
    name: 'incident_graph_store_connection_failures_total',
    help: 'Operations that got no connection to the store',
    registers,
    collect() {
      raise(this, gauges.pool().failures);
    },
  });
  new Counter({
    name: 'incident_graph_store_restarts_total',
    help: 'How often the embedded store died and was started again',
    registers,
    collect() {
      raise(this, gauges.restarts());
    },
  });
  new Gauge({
    name: 'incident_graph_store_ready',
    help: '1 if the store answered just now within 500 ms, else 0',
    registers,
    async collect() {
      this.set((await gauges.storeAnswers()) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'incident_graph_draining',
    help: '1 while the process lets requests finish before it ends, else 0',
    registers,
    collect() {
      this.set(gauges.isDraining() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'incident_graph_articles',
    help: 'The articles in the store; missing while it does not answer',
    registers,
    async collect() {
      const articles = await gauges.articles();
      this.remove();
      if (articles !== undefined) this.set(articles);
    },
  });

  return {
    values: () => registry.getMetricsAsJSON(),
    observe({ status, ms, operation }) {
      responses.inc({ status });
      if (!operation) return;
      const label = { operation: operationLabel(operation.name, operation.outcome !== 'refused') };
      requests.inc({ ...label, type: operation.type ?? 'none', outcome: operation.outcome });
      duration.observe(label, ms / 1000);
      if (operation.cost !== null) cost.inc(label, operation.cost);
      for (const { command, collection, documents: returned, ms } of operation.commands) {
        commands.inc({ command, collection, outcome: returned === null ? 'failed' : 'ok' });
        commandDuration.observe({ command }, ms / 1000);
        if (returned) documents.inc({ collection }, returned);
      }
    },
  };
}

/** In the text that Prometheus reads, of one process or of several. */
export function expose(processes: readonly MetricValues[]): Promise<string> {
  return AggregatorRegistry.aggregate(processes as object[]).metrics();
}

/** Brings a counter to what is counted elsewhere. */
function raise(counter: { reset(): void; inc(by: number): void }, total: number): void {
  counter.reset();
  counter.inc(total);
}

/** The first names that were answered keep a label; further ones share one, since anybody can make up any number. */
function createOperationLabel(): (name: string | null, isAnswered: boolean) => string {
  const known = new Set<string>();
  return (name, isAnswered) => {
    if (name === null) return 'anonymous';
    if (known.has(name)) return name;
    if (!isAnswered || known.size >= mostOperations || name.length > longestName) return 'other';
    known.add(name);
    return name;
  };
}
