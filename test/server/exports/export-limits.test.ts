import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OtherRules } from '../../../src/errors/other-rules.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { article, incident } from '../../support/articles.ts';
import { parseAll, testSettings } from '../../support/gateway.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { listen, parseCsv } from './open-exports.ts';

const total = 1050;
/**
 * A text that fills the buffers of a socket, so that the server notices a client that does not read. It is written into the
 * stored documents, since its words need not be found.
 */
const summary = 'A summary that is long enough. '.repeat(400);

let store: TestStore;
let app: FastifyInstance | undefined;
/** Whether the store fails, by the number of pages that it has returned. */
let failsAfter = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  store = await openTestStore();
  const incidents = Array.from({ length: total }, (_, index) => incident(`i-${1000 + index}`));
  await writeArticles(store.database, store.client, parseAll([article('a', { incidents })]), { dryRun: false });
  await store.database.collection('incidents').updateMany({}, { $set: { summary } });
}, 60_000);
afterAll(() => store.close());
afterEach(async () => {
  failsAfter = Number.POSITIVE_INFINITY;
  await app?.close();
});

/** Starts a gateway whose store fails once it has returned `failsAfter` pages. Returns its origin. */
async function start(settings: Partial<Parameters<typeof createGateway>[1]> = {}): Promise<string> {
  store.takeCommands();
  let pages = 0;
  const storeFault = () => (pages >= failsAfter ? new OtherRules(1, 2) : undefined);
  store.client.removeAllListeners('commandSucceeded');
  store.client.on('commandSucceeded', ({ commandName, reply }) => {
    if (commandName === 'find' && (reply as any).cursor?.ns.endsWith('.incidents')) pages++;
  });
  app = await createGateway(store, { ...testSettings, ...settings }, { storeFault });
  return listen(app);
}

const pagesRead = () => store.takeCommands().filter((command) => command === 'find incidents').length;

/** Returns how many pages are read until none has been read for a while. */
async function pagesUntilPause(): Promise<number> {
  let pages = 0;
  const isPaused = () => {
    const more = pagesRead();
    pages += more;
    return pages > 0 && more === 0;
  };
  await expect.poll(isPaused, { interval: 1000, timeout: 20_000 }).toBe(true);
  return pages;
}

/** Sends a request on a connection of its own, and returns all bytes until the server ends it, or that it was reset. */
async function raw(origin: string, version: string, path: string): Promise<{ text: string; isReset: boolean }> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write(`GET ${path} HTTP/${version}\r\nHost: 127.0.0.1\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  const isReset = await new Promise<boolean>((resolve) => {
    socket.once('error', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  return { text: Buffer.concat(chunks).toString(), isReset };
}

describe('an export', () => {
  it('is complete however many pages it has', async () => {
    const origin = await start();
    const rows = parseCsv(await (await fetch(`${origin}/export/incidents.csv?orderBy=ID`)).text());
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: total }, (_, index) => `Incident:i-${1000 + index}`));
    expect(pagesRead()).toBe(11);
  });

  it('has smaller pages where a page of the usual size would cost too much', async () => {
    const origin = await start({ maxCost: 1000 });
    const text = await (await fetch(`${origin}/export/incidents.ndjson`)).text();
    expect(new Set(text.trim().split('\n')).size).toBe(total);
    expect(pagesRead()).toBeGreaterThan(40);
  });

  it('is refused if a page of one node costs too much', async () => {
    const origin = await start({ maxCost: 30 });
    const response = await fetch(`${origin}/export/incidents.ndjson`);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] },
    ]);
  });

  it('charges each page to the budget of the client, and waits for it', async () => {
    const perMinute = 36_000; // about 8 pages at once, and 8 more a minute
    const origin = await start({ maxCost: 5000, http: { costPerMinute: perMinute } });
    const controller = new AbortController();
    const response = await fetch(`${origin}/export/incidents.ndjson`, { signal: controller.signal });
    const reader = response.body?.getReader();
    let bytes = 0;
    const reading = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) bytes += part.value.length;
    })().catch(() => undefined);
    const pages = await pagesUntilPause();
    expect(pages).toBeGreaterThan(4);
    expect(pages).toBeLessThan(11);
    const bytesBefore = bytes;
    // The export leaves a part of the budget to other requests.
    const answer = await fetch(`${origin}/graphql?query={__typename}`);
    expect(answer.status).toBe(200);
    const { extensions } = (await answer.json()) as { extensions: { cost: { budget: { remaining: number } } } };
    expect(extensions.cost.budget.remaining).toBeLessThan(perMinute * 0.2);
    await expect.poll(pagesRead, { interval: 500, timeout: 20_000 }).toBeGreaterThanOrEqual(1);
    await expect.poll(() => bytes).toBeGreaterThan(bytesBefore);
    controller.abort();
    await reading;
  }, 60_000);

  it('is refused with the error of its first page', async () => {
    failsAfter = 0;
    const origin = await start();
    const response = await fetch(`${origin}/export/incidents.csv`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('rules version'),
          extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }),
        },
      ],
    });
  });

  it('is refused if its first page misses the deadline', async () => {
    const origin = await start({ requestTimeoutMs: 0 });
    const response = await fetch(`${origin}/export/incidents.csv`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    ]);
  });
});

describe('an export that fails midway', () => {
  it.each(['identity', 'gzip', 'br'])('has a body that is incomplete, with the encoding %s', async (encoding) => {
    failsAfter = 3;
    const origin = await start();
    const response = await fetch(`${origin}/export/incidents.csv`, { headers: { 'accept-encoding': encoding } });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('ends CSV with a field that is never closed', async () => {
    failsAfter = 3;
    const { text } = await raw(await start(), '1.1', '/export/incidents.csv');
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/); // the last chunk
    const body = text.replace(/\r\n[\da-f]+\r\n/g, '');
    expect(body).toContain('Incident:i-');
    expect(body.trimEnd()).toMatch(/\n?"Export failed: The store has rules version 1[^"]*"{2}[^"]*""$/);
    expect(() => parseCsv(body.slice(body.indexOf('id,title')))).toThrow('never closed');
  });

  it('ends NDJSON with a line of errors', async () => {
    failsAfter = 3;
    const { text } = await raw(await start(), '1.1', '/export/incidents.ndjson');
    const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });

  it('ends GeoJSON within a text', async () => {
    failsAfter = 3;
    const { text } = await raw(await start(), '1.1', '/export/incidents.geojson');
    expect(text.trimEnd()).toMatch(/,\n"Export failed: The store has rules version 1/);
    expect(text).not.toContain(']}');
  });

  it('resets the connection of a client with HTTP/1.0, to which a body that ends is complete', async () => {
    failsAfter = 3;
    const origin = await start();
    expect(await raw(origin, '1.0', '/export/incidents.csv')).toMatchObject({ isReset: true });
  });
});

describe('the client of an export', () => {
  it('that does not read keeps the store from being read', async () => {
    const origin = await start();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.pause();
    socket.write('GET /export/incidents.geojson HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect(await pagesUntilPause()).toBeLessThan(11);
    socket.destroy();
  });

  it('that leaves ends its work', async () => {
    const origin = await start();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write('GET /export/incidents.geojson HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await sleep(1000);
    expect(pagesRead()).toBeLessThan(11);
    expect(pagesRead()).toBe(0);
  });
});
