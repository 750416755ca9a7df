import {
  AggregatorRegistry,
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';
import type { PoolUse } from '../../store/watch-pool.ts';
import type { OperationRecord, RequestRecord } from './request-record.ts';

/** Values of the store and the process, read on each scrape. */
export interface Gauges {
  pool(): PoolUse;
  restarts(): number;
  articles(): Promise<number | undefined>;
  storeAnswers(): Promise<boolean>;
  isDraining(): boolean;
  /** Undefined if the server has no subscriptions. */
  subscriptions(): SubscriptionCounts | undefined;
}

/** The numbers of a server's subscriptions; those of payloads only increase. */
export interface SubscriptionCounts {
  /** The open subscriptions over server-sent events and over WebSockets. */
  sse: number;
  websocket: number;
  /** The distinct filters that are compared. */
  filters: number;
  sent: number;
  /** The times at which subscribers began to lag. */
  skipped: number;
}

/** The metrics of one process, in a form that processes can exchange. */
export type MetricValues = object[];

export interface Prometheus {
  observe(request: RequestRecord): void;
  /** Observes an operation without a response of its own, such as a page of an export. */
  observeOperation(operation: OperationRecord, ms: number): void;
  values(): Promise<MetricValues>;
}

export const contentType = Registry.PROMETHEUS_CONTENT_TYPE;

/** Clients choose operation names, so the number and the length of label values are limited. */
const maxOperations = 100;
const maxNameLength = 64;
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * Creates the metrics that `docs/logs-and-metrics.md` describes. The label `worker` distinguishes processes on one
 * port.
 */
export function createPrometheus(gauges: Gauges, worker: number | undefined): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  if (worker !== undefined) registry.setDefaultLabels({ worker: String(worker) });
  collectDefaultMetrics({ register: registry });
  const operationLabel = createOperationLabel();

  const responses = createTally({
    name: 'incident_graph_http_responses_total',
    help: 'All responses by HTTP status, including those that never reach GraphQL',
    labelNames: ['status'],
    registers,
  });
  const requests = createTally({
    name: 'incident_graph_requests_total',
    help: 'GraphQL operations by name, type and outcome (ok, refused, unavailable, failed)',
    labelNames: ['operation', 'type', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'incident_graph_request_duration_seconds',
    help: 'Time from the first header of a GraphQL request to the last byte of the response; of an export, for each page',
    labelNames: ['operation'],
    buckets: secondsBuckets,
    registers,
  });
  const cost = createTally({
    name: 'incident_graph_request_cost_total',
    help: 'Total cost of GraphQL operations, as reported in extensions.cost',
    labelNames: ['operation'],
    registers,
  });
  const commands = createTally({
    name: 'incident_graph_store_commands_total',
    help: 'Store commands of GraphQL operations by command, collection and outcome (ok, failed)',
    labelNames: ['command', 'collection', 'outcome'],
    registers,
  });
  const commandDuration = new Histogram({
    name: 'incident_graph_store_command_duration_seconds',
    help: 'Time until the store responded to a command',
    labelNames: ['command'],
    buckets: secondsBuckets,
    registers,
  });
  const documents = createTally({
    name: 'incident_graph_store_documents_total',
    help: 'Documents returned by the store',
    labelNames: ['collection'],
    registers,
  });
  const fallbacks = createTally({
    name: 'incident_graph_executor_fallbacks_total',
    help: 'Queries that graphql-js executed instead of the batched executor, by reason',
    labelNames: ['reason'],
    registers,
  });
  new Gauge({
    name: 'incident_graph_store_connections',
    help: 'Connections to the store by state (open, in_use), and operations waiting for one',
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
    help: 'Crashes of the embedded store, after which it was restarted',
    registers,
    collect() {
      raise(this, gauges.restarts());
    },
  });
  new Gauge({
    name: 'incident_graph_store_ready',
    help: '1 if the store answered the latest check within 500 ms, else 0',
    registers,
    async collect() {
      this.set((await gauges.storeAnswers()) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'incident_graph_draining',
    help: '1 while the process finishes its requests before it stops, else 0',
    registers,
    collect() {
      this.set(gauges.isDraining() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'incident_graph_subscriptions',
    help: 'Open subscriptions by transport (sse, websocket)',
    labelNames: ['transport'],
    registers,
    collect() {
      const { sse = 0, websocket = 0 } = gauges.subscriptions() ?? {};
      this.set({ transport: 'sse' }, sse);
      this.set({ transport: 'websocket' }, websocket);
    },
  });
  new Gauge({
    name: 'incident_graph_subscription_filters',
    help: 'Distinct filters of the open subscriptions, each of which is compared after a change',
    registers,
    collect() {
      this.set(gauges.subscriptions()?.filters ?? 0);
    },
  });
  new Counter({
    name: 'incident_graph_subscription_payloads_total',
    help: 'Payloads of subscriptions by outcome (sent, skipped: the client lagged)',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { sent = 0, skipped = 0 } = gauges.subscriptions() ?? {};
      this.reset();
      this.inc({ outcome: 'sent' }, sent);
      this.inc({ outcome: 'skipped' }, skipped);
    },
  });
  new Gauge({
    name: 'incident_graph_articles',
    help: 'Articles in the store; absent while the store is unavailable',
    registers,
    async collect() {
      const articles = await gauges.articles();
      this.remove();
      if (articles !== undefined) this.set(articles);
    },
  });

  function observeOperation(operation: OperationRecord, ms: number): void {
    const label = operationLabel(operation.name, operation.outcome !== 'refused');
    requests.add([label, operation.type ?? 'none', operation.outcome], 1);
    duration.observe({ operation: label }, ms / 1000);
    if (operation.fallback !== undefined) fallbacks.add([operation.fallback], 1);
    if (operation.cost !== null) cost.add([label], operation.cost);
    for (const { command, collection, documents: returned, ms } of operation.commands) {
      commands.add([command, collection, returned === null ? 'failed' : 'ok'], 1);
      commandDuration.observe({ command }, ms / 1000);
      if (returned) documents.add([collection], returned);
    }
  }

  return {
    values: () => registry.getMetricsAsJSON(),
    observe({ status, ms, operation }) {
      responses.add([String(status)], 1);
      if (operation) observeOperation(operation, ms);
    },
    observeOperation,
  };
}

/** Formats the metrics of one or several processes as Prometheus' text. */
export function expose(processes: readonly MetricValues[]): Promise<string> {
  return AggregatorRegistry.aggregate(processes as object[]).metrics();
}

interface Tally {
  /** Adds to the total of these values of the labels, which are in the order of `labelNames`. */
  add(values: readonly string[], by: number): void;
}

/**
 * A counter that keeps its totals itself and passes them on when it is read. A counter of `prom-client` checks its labels
 * at each increase, which for twenty in a request took a fiftieth of its time.
 */
function createTally(options: CounterConfiguration<string> & { labelNames: readonly string[] }): Tally {
  const totals = new Map<string, { labels: Record<string, string>; total: number }>();
  new Counter({
    ...options,
    collect() {
      this.reset();
      for (const { labels, total } of totals.values()) this.inc(labels, total);
    },
  });
  return {
    add(values, by) {
      const key = values.length === 1 ? (values[0] as string) : values.join('\n');
      const known = totals.get(key);
      if (known) known.total += by;
      else
        totals.set(key, {
          labels: Object.fromEntries(options.labelNames.map((name, i) => [name, values[i] as string])),
          total: by,
        });
    },
  };
}

/** Sets a counter to a total that is counted elsewhere. */
function raise(counter: { reset(): void; inc(by: number): void }, total: number): void {
  counter.reset();
  counter.inc(total);
}

/**
 * The first names of operations that were not rejected become labels; others share `other`, since clients can invent
 * any number.
 */
function createOperationLabel(): (name: string | null, isAnswered: boolean) => string {
  const known = new Set<string>();
  return (name, isAnswered) => {
    if (name === null) return 'anonymous';
    if (known.has(name)) return name;
    if (!isAnswered || known.size >= maxOperations || name.length > maxNameLength) return 'other';
    known.add(name);
    return name;
  };
}
