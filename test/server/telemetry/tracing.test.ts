import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { testSettings } from '../../support/gateway.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

interface ToldSpan {
  name: string;
  parent: string | undefined;
  attributes: Record<string, unknown>;
  status?: number;
  ended: boolean;
}

/** The global key under which `@opentelemetry/api` stores the registered SDK. */
const registered = Symbol.for('opentelemetry.js.api.1');
const api: any = await import('@opentelemetry/api' as string);
let store: TestStore;
let spans: ToldSpan[];

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store?.close());
afterEach(() => {
  delete (globalThis as any)[registered];
});

/** A minimal SDK: it records spans, and reads `traceparent`. */
function registerSdk(): void {
  spans = [];
  const parentKey = api.createContextKey('parent');
  api.trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan(name: string, _options: object, context: any) {
        const span: ToldSpan = { name, parent: context.getValue(parentKey), attributes: {}, ended: false };
        spans.push(span);
        return {
          updateName: (other: string) => Object.assign(span, { name: other }),
          setAttributes: (attributes: object) => Object.assign(span.attributes, attributes),
          setStatus: ({ code }: { code: number }) => Object.assign(span, { status: code }),
          end: () => Object.assign(span, { ended: true }),
        };
      },
    }),
  });
  api.propagation.setGlobalPropagator({
    fields: () => [],
    inject() {},
    extract: (context: any, carrier: any) => context.setValue(parentKey, carrier.traceparent),
  });
}

async function trace(payload: object, headers: Record<string, string> = {}): Promise<void> {
  const app = await createGateway(store, testSettings);
  await app.inject({ method: 'POST', url: '/graphql', payload, headers });
  await app.close();
}

describe('with an OpenTelemetry SDK', () => {
  it("each request is a span below the caller's, with the operation, its cost and its outcome", async () => {
    registerSdk();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await trace({ query: 'query Incidents { incidents { totalCount } }' }, { traceparent });
    expect(spans).toEqual([
      {
        name: 'query Incidents',
        parent: traceparent,
        ended: true,
        attributes: {
          'http.response.status_code': 200,
          'graphql.operation.name': 'Incidents',
          'graphql.operation.type': 'query',
          'incident_graph.cost': expect.any(Number),
          'incident_graph.outcome': 'ok',
          'incident_graph.request_id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
  });

  it('a rejected request is a span without its query', async () => {
    registerSdk();
    await trace({ query: '{ hunter2 }', variables: { secret: 'hunter2' } });
    expect(spans).toMatchObject([
      { name: 'graphql', ended: true, attributes: { 'incident_graph.outcome': 'refused' } },
    ]);
    expect(JSON.stringify(spans)).not.toContain('hunter2');
  });
});

describe('without an SDK', () => {
  it('nothing is loaded or recorded', async () => {
    spans = [];
    await trace({ query: '{ __typename }' });
    expect(spans).toEqual([]);
  });
});
