import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/config/package-root.ts';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { article, incident } from '../../support/articles.ts';
import { openTestGateway, type TestGateway, testSettings } from '../../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(article('first', { incidents: [incident('convoy')] }), article('second'));
});
afterAll(() => gateway?.close());

async function metrics(headers: Record<string, string> = {}, remoteAddress = '127.0.0.1', app = gateway.app) {
  const { statusCode, payload, headers: answered } = await app.inject({ url: '/metrics', headers, remoteAddress });
  return { status: statusCode, text: payload, type: answered['content-type'] };
}

/** Returns the value of a sample, which is written as in Prometheus' text; 0 if there is none. */
async function sample(name: string): Promise<number> {
  const line = (await metrics()).text.split('\n').find((line) => line.startsWith(`${name} `));
  return line ? Number(line.slice(name.length + 1)) : 0;
}

describe('/metrics', () => {
  it('counts operations by name, type and outcome, their cost, their time and their store commands', async () => {
    await gateway.ask('query Incidents { incidents { nodes { id } } }');
    await gateway.ask('query Incidents { incidents { nodes { id } } }');
    await gateway.answer('query Incidents { incidents(first: -1) { nodes { id } } }');
    await gateway.answer('{ nope }');
    const operation = (outcome: string) =>
      `incident_graph_requests_total{operation="Incidents",type="query",outcome="${outcome}"}`;
    expect(await sample(operation('ok'))).toBe(2);
    expect(await sample(operation('refused'))).toBe(1);
    expect(await sample('incident_graph_requests_total{operation="anonymous",type="none",outcome="refused"}')).toBe(1);
    expect(await sample('incident_graph_request_duration_seconds_count{operation="Incidents"}')).toBe(3);
    expect(await sample('incident_graph_request_cost_total{operation="Incidents"}')).toBe(41);
    const command = '{command="find",collection="incidents",outcome="ok"}';
    expect(await sample(`incident_graph_store_commands_total${command}`)).toBe(2);
    expect(await sample('incident_graph_store_documents_total{collection="incidents"}')).toBe(2);
    expect(await sample('incident_graph_store_command_duration_seconds_count{command="find"}')).toBe(2);
  });

  it('reports the store, its connections and the process', async () => {
    expect(await sample('incident_graph_articles')).toBe(2);
    expect(await sample('incident_graph_store_ready')).toBe(1);
    expect(await sample('incident_graph_draining')).toBe(0);
    expect(await sample('incident_graph_store_restarts_total')).toBe(0);
    expect(await sample('incident_graph_store_connections{state="open"}')).toBeGreaterThan(0);
    expect(await sample('incident_graph_store_connections{state="in_use"}')).toBe(0);
    expect(await sample('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect((await metrics()).type).toContain('version=0.0.4');
  });

  it('has at most a hundred operation names, and none that was only rejected', async () => {
    await gateway.answer('query NeverAnswered { nope }');
    await gateway.ask(`query ${'Long'.repeat(17)} { __typename }`);
    for (let i = 0; i < 120; i++) await gateway.ask(`query Name${i} { __typename }`);
    const { text } = await metrics();
    const names = new Set([...text.matchAll(/requests_total\{operation="([^"]*)"/g)].map(([, name]) => name));
    expect(names.size).toBe(102);
    expect([...names]).toEqual(expect.arrayContaining(['Incidents', 'Name98', 'anonymous', 'other']));
    expect(names).not.toContain('NeverAnswered');
  });

  it('is available to clients on this machine, but not through a proxy', async () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
      expect((await metrics({}, address)).status).toBe(200);
    for (const address of ['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1'])
      expect((await metrics({}, address)).status).toBe(404);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect((await metrics({ [header]: '127.0.0.1' })).status).toBe(404);
  });

  it('requires METRICS_TOKEN if it is set', async () => {
    const metricsToken = 'a-token-of-thirty-two-characters';
    const app = await createGateway(gateway.store, { ...testSettings, metricsToken });
    expect((await metrics({ authorization: `Bearer ${metricsToken}` }, '192.0.2.1', app)).status).toBe(200);
    expect((await metrics({}, '127.0.0.1', app)).status).toBe(404);
    expect((await metrics({ authorization: `Bearer ${metricsToken}x` }, '127.0.0.1', app)).status).toBe(404);
    await app.close();
  });
});

describe('the documentation', () => {
  const page = (name: string) => readFileSync(join(packageRoot, name), 'utf8');

  it('lists each metric in docs/logs-and-metrics.md', async () => {
    const { text } = await metrics();
    const names = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(30);
    const listed = page('docs/logs-and-metrics.md');
    expect(names.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
  });

  it('mentions no metric that does not exist', async () => {
    const { text } = await metrics();
    const named = [...page('docs/logs-and-metrics.md').matchAll(/`((?:incident_graph|nodejs|process)_\w+)`/g)];
    const missing = named.flatMap(([, name = '']) => (text.includes(`# TYPE ${name} `) ? [] : [name]));
    expect([...new Set(missing)]).toEqual([]);
  });
});
