import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onRequestRecord } from './request-record.ts';

/** Runs `answer` within the span of a request. */
export type Trace = <T>(request: FastifyRequest, answer: () => T) => T;

/** The global key under which `@opentelemetry/api` stores the registered SDK. */
const registered = Symbol.for('opentelemetry.js.api.1');

/**
 * Creates a span for each GraphQL request, below the caller's span (`traceparent`), if an OpenTelemetry SDK was
 * registered before the gateway loaded, for example with `node --import`. Otherwise loads nothing and does nothing.
 */
export async function createTracing(app: FastifyInstance): Promise<Trace> {
  const api = registered in globalThis ? await loadApi() : undefined;
  if (!api) return (_request, answer) => answer();
  const tracer = api.trace.getTracer('incident-graph');
  const spans = new Map<string, ReturnType<typeof tracer.startSpan>>();
  onRequestRecord(app, ({ requestId, status, operation }) => {
    const span = spans.get(requestId);
    if (!span) return;
    spans.delete(requestId);
    const { name, type, cost, outcome } = operation ?? {};
    if (type) span.updateName(name ? `${type} ${name}` : type);
    span.setAttributes({
      'http.response.status_code': status,
      'incident_graph.request_id': requestId,
      ...(name && { 'graphql.operation.name': name }),
      ...(type && { 'graphql.operation.type': type }),
      ...(typeof cost === 'number' && { 'incident_graph.cost': cost }),
      ...(outcome && { 'incident_graph.outcome': outcome }),
    });
    if (outcome === 'failed' || outcome === 'unavailable') span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.end();
  });
  app.addHook('onRequestAbort', async ({ id }) => {
    spans.get(id)?.end(); // the client disconnected before the response
    spans.delete(id);
  });
  return (request, answer) => {
    const active = api.context.active();
    const parent = api.trace.getSpan(active) ? active : api.propagation.extract(active, request.headers);
    const span = tracer.startSpan('graphql', { kind: api.SpanKind.SERVER }, parent);
    spans.set(request.id, span);
    return api.context.with(api.trace.setSpan(parent, span), answer);
  };
}

/** The package is not a dependency: it is installed together with the SDK. */
async function loadApi(): Promise<Api | undefined> {
  const name = '@opentelemetry/api';
  return import(name).catch(() => undefined);
}

/** The part of `@opentelemetry/api` that is used here. */
interface Api {
  SpanKind: { SERVER: number };
  SpanStatusCode: { ERROR: number };
  context: { active(): object; with<T>(context: object, run: () => T): T };
  propagation: { extract(context: object, carrier: object): object };
  trace: {
    getTracer(name: string): { startSpan(name: string, options: { kind: number }, context: object): Span };
    getSpan(context: object): Span | undefined;
    setSpan(context: object, span: Span): object;
  };
}

interface Span {
  updateName(name: string): void;
  setAttributes(attributes: Record<string, string | number>): void;
  setStatus(status: { code: number }): void;
  end(): void;
}
