import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { formatTokenLine } from '../../../src/server/auth/token-file.ts';
import { article, incident } from '../../support/articles.ts';
import { openTestGateway, type TestGateway, testSettings } from '../../support/gateway.ts';
import { claims, jwt, openIssuer } from '../../support/issuer.ts';
import { listen, openStream, type Stream } from '../../support/streams.ts';
import { bearer, openTokenFile, tokens } from '../../support/tokens.ts';

let gateway: TestGateway;
let url: string;
let streams: Stream[] = [];
beforeAll(async () => {
  gateway = await openTestGateway({ http: { corsOrigins: ['https://news.example'] } });
  await gateway.seed(article('first'));
  url = await listen(gateway.app);
});
afterEach(() => {
  for (const stream of streams) stream.close();
  streams = [];
});
afterAll(() => gateway.close());

async function follow(options: Parameters<typeof openStream>[2] = {}, query = all, at = url): Promise<Stream> {
  const stream = await openStream(at, query, options);
  streams.push(stream);
  return stream;
}

const all = 'subscription { incidents { revision skippedTo events { op id } } }';
const since = (revision: number) =>
  `subscription { incidents(after: ${revision}) { revision skippedTo events { op id } } }`;
const error = (code: string, message: string | RegExp) => ({
  errors: [
    expect.objectContaining({ message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) }),
  ],
});

/** Asserts that a subscriber still gets its events. */
async function expectUndisturbed(stream: Stream, id: string): Promise<void> {
  await gateway.seed(article(id, { incidents: [incident(id)] }));
  expect((await stream.payload()).events).toContainEqual({ op: 'ENTERED', id: `Incident:${id}` });
}

/** Opens a WebSocket, and begins a subscription on it. */
async function openSocket(
  headers: Record<string, string> = {},
): Promise<{ socket: WebSocket; messages: any[]; closed: Promise<[number, string]> }> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers });
  const messages: any[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  socket.on('error', () => {});
  const closed = new Promise<[number, string]>((resolve) => {
    socket.on('close', (code, reason) => resolve([code, String(reason)]));
  });
  await once(socket, 'open');
  const types = () => messages.map(({ type }) => type);
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await vi.waitFor(() => expect(types()).toEqual(['connection_ack']), 10_000);
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: all } }));
  await vi.waitFor(() => expect(types()).toEqual(['connection_ack', 'next']), 10_000);
  return { socket, messages, closed };
}

describe('a subscriber', () => {
  it('that asks for changes which are no longer kept gets GONE, and where to begin', async () => {
    const control = gateway.store.database.collection<{ _id: string; log: { after: number } }>('control');
    const before = await control.findOne({ _id: 'seed' });
    const { revision } = await (await follow()).payload();
    await control.updateOne({ _id: 'seed' }, { $set: { 'log.after': revision } });
    const late = await follow({}, since(revision - 1));
    expect(late.status).toBe(410);
    expect(late.body).toMatchObject(error('GONE', /no longer kept.*Query again/));
    await control.updateOne({ _id: 'seed' }, { $set: { 'log.after': before?.log.after ?? 0 } });
  });

  it.each([
    ['after the end of the log', since(999_999), {}, 'BAD_USER_INPUT', /"after" must be at most the current revision/],
    ['with a negative revision', since(-1), {}, 'BAD_USER_INPUT', /"after" must be a revision, which is 0 or more/],
    ['with a forged Last-Event-ID', all, { 'last-event-id': 'x; DROP' }, 'BAD_USER_INPUT', /"Last-Event-ID" must be/],
    ['with a Last-Event-ID of the future', all, { 'last-event-id': '999999' }, 'BAD_USER_INPUT', /at most the current/],
    [
      'with a wrong filter',
      'subscription { incidents(where: { location: { within: "A b" } }) { revision } }',
      {},
      'BAD_USER_INPUT',
      /where\.location\.within/,
    ],
    [
      'without a field',
      'subscription { incidents @skip(if: true) { revision } }',
      {},
      'BAD_REQUEST',
      /must select one field/,
    ],
    [
      'with two fields',
      'subscription { incidents { revision } actors { revision } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /only one top level field/,
    ],
    ['with a query', '{ incidents { totalCount } }', {}, 'BAD_REQUEST', /Only subscriptions are streamed/],
    [
      'that costs too much',
      `subscription { incidents { events { node { statements(first: 100) { nodes { actors(first: 100) { nodes { id } } } } } } } }`,
      {},
      'QUERY_TOO_COSTLY',
      /costs/,
    ],
  ])('%s gets an error with a status', async (_what, query, headers, code, message) => {
    const stream = await follow({ headers: headers as Record<string, string> }, query);
    expect(stream.status).toBe(400);
    expect(stream.body).toMatchObject(error(code, message));
  });

  it('that does not accept a stream is told what to send', async () => {
    const { status, errors } = await gateway.answer(all);
    expect(status).toBe(400);
    expect({ errors }).toMatchObject(error('BAD_REQUEST', /Accept: text\/event-stream.*graphql-transport-ws/));
  });

  it('beyond the limit of its address is refused, until it ends another', async () => {
    const app = await createGateway(gateway.store, { ...testSettings, http: { maxSubscriptions: 2 } });
    const at = await listen(app);
    const first = await follow({}, all, at);
    await follow({}, all, at);
    const third = await follow({}, all, at);
    expect(third.status).toBe(429);
    expect(third.body).toMatchObject(error('RATE_LIMITED', /At most 2 subscriptions/));
    first.close();
    await vi.waitFor(async () => expect((await follow({}, all, at)).status).toBe(200), {
      timeout: 5000,
      interval: 100,
    });
    await app.close();
  });

  it('that floods a WebSocket is disconnected, and nobody else', async () => {
    const other = await follow();
    await other.payload();
    const { socket, closed } = await openSocket();
    for (let i = 0; i < 600; i++) socket.send('{"type":"ping"}');
    expect(await closed).toEqual([4429, 'Too many messages']);
    await expectUndisturbed(other, 'beside-a-flood');
  });

  it.each([
    ['a frame of 1 MB', (socket: WebSocket) => socket.send('x'.repeat(1024 ** 2)), 1009],
    ['a binary frame', (socket: WebSocket) => socket.send(Buffer.from([1, 2, 3])), 4400],
    ['what is not JSON', (socket: WebSocket) => socket.send('{'), 4400],
    [
      'a second subscription with the same id',
      (socket: WebSocket) => socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: all } })),
      4409,
    ],
  ])('that sends %s is disconnected, and nobody else', async (_what, misbehave, code) => {
    const other = await follow();
    await other.payload();
    const { socket, closed } = await openSocket();
    misbehave(socket);
    expect((await closed)[0]).toBe(code);
    await expectUndisturbed(other, `beside-${code}-${_what.length}`);
  });

  it('in a page of another site cannot open a WebSocket', async () => {
    await expect(openSocket({ origin: 'https://evil.example' })).rejects.toThrow('403');
    for (const origin of ['https://news.example', new URL(url).origin]) {
      const { socket } = await openSocket({ origin });
      socket.close();
    }
  });

  it('that reaches the gateway by an unknown host cannot open a WebSocket', async () => {
    await expect(openSocket({ host: 'rebound.example' })).rejects.toThrow('421');
  });

  it('that does not read is skipped forward once it reads again, and nobody else', async () => {
    const other = await follow({}, 'subscription { incidents(where: { title: { startsWith: "Long" } }) { revision } }');
    await other.payload();
    const controller = new AbortController();
    const names = Array.from({ length: 50 }, (_, i) => `n${i}: summary`).join(' ');
    const query = `subscription { incidents(where: { title: { startsWith: "Long" } }) { skippedTo events { node { ${names} } } } }`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
      signal: controller.signal,
    });
    let last = 0;
    for (let round = 0; round < 4; round++) {
      const long = Array.from({ length: 60 }, (_, i) =>
        incident(`long-${i}`, { title: `Long ${i}`, summary: `${round}`.repeat(2000) }),
      );
      await gateway.seed(article('long', { incidents: long }));
      ({ revision: last } = await other.payload());
    }
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text = (text + decoder.decode(chunk, { stream: true })).slice(-1000);
      if (text.includes('"skippedTo":') && new RegExp(`"skippedTo":${last},"events":\\[\\]`).test(text)) break;
    }
    controller.abort();
  });

  it('is told to come back when the gateway stops, on both transports', async () => {
    const app = await createGateway(gateway.store, { ...testSettings });
    const at = await listen(app);
    const stream = await follow({}, all, at);
    await stream.payload();
    const socket = new WebSocket(at.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = once(socket, 'close');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: all } }));
    await once(socket, 'message');
    await app.close();
    expect(await stream.next()).toBeUndefined(); // without an event `complete`, after which clients do not come back
    expect((await closed)[0]).toBe(1001);
  });
});

describe('a token', () => {
  it('that expires ends the subscription with an error', async () => {
    const issuer = await openIssuer();
    const app = await createGateway(gateway.store, { ...testSettings, auth: issuer.auth });
    const at = await listen(app);
    const exp = Math.floor(Date.now() / 1000) - 8; // clocks may differ by 10 s
    const token = jwt({ alg: 'RS256', kid: 'rsa' }, claims({ exp }), issuer.keys.rsa.privateKey);
    const refused = await follow({}, all, at);
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    const stream = await follow({ headers: bearer(token) }, all, at);
    await stream.payload();
    expect((await stream.next())?.data).toMatchObject(error('UNAUTHENTICATED', /expired/));
    expect((await stream.next())?.event).toBe('complete');
    expect(await stream.next()).toBeUndefined();
    await app.close();
    await issuer.close();
  });

  it('that is withdrawn ends its subscriptions on both transports, and no other', async () => {
    const file = openTokenFile();
    let reload = () => {};
    const app = await createGateway(
      gateway.store,
      { ...testSettings, auth: file.auth },
      {
        onReload(given) {
          reload = given;
        },
      },
    );
    const at = await listen(app);
    const reader = await follow({ headers: bearer(tokens.reader) }, all, at);
    const editor = await follow({ headers: bearer(tokens.editor) }, all, at);
    const client = createClient({
      url: at.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { Authorization: `Bearer ${tokens.reader}` },
    });
    const results: unknown[] = [];
    const ended = new Promise((resolve) => {
      client.subscribe(
        { query: all },
        { next: (each) => results.push(each), error: resolve, complete: () => resolve('complete') },
      );
    });
    await Promise.all([reader.payload(), editor.payload(), vi.waitFor(() => expect(results).toHaveLength(1), 10_000)]);
    file.write(`${formatTokenLine('newsroom', 'editor', tokens.editor)}\n`);
    reload();
    expect((await reader.next())?.data).toMatchObject(error('UNAUTHENTICATED', /not valid/));
    expect(await ended).toMatchObject([{ message: 'The token is not valid' }]);
    await gateway.seed(article('withdrawn', { incidents: [incident('withdrawn')] }));
    expect((await editor.payload()).events).toEqual([{ op: 'ENTERED', id: 'Incident:withdrawn' }]);
    await client.dispose();
    editor.close();
    await app.close();
    file.remove();
  });

  it('is required on a WebSocket as elsewhere', async () => {
    const file = openTokenFile();
    const app = await createGateway(gateway.store, { ...testSettings, auth: file.auth });
    const client = createClient({ url: (await listen(app)).replace('http', 'ws'), webSocketImpl: WebSocket });
    const refused = await new Promise((resolve) => {
      client.subscribe({ query: all }, { next() {}, error: resolve, complete() {} });
    });
    expect(refused).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await client.dispose();
    await app.close();
    file.remove();
  });
});
