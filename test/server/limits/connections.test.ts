import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from '../small-server.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await createSmallServer({ patienceMs: 1500 });
  await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(() => app.close());

function open(server: FastifyInstance): Socket {
  return connect((server.server.address() as AddressInfo).port, '127.0.0.1');
}

/** Returns all that the server sends until it closes the connection. */
async function untilEnd(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

function send(text: string): Promise<string> {
  const socket = open(app);
  socket.write(text);
  return untilEnd(socket);
}

const body = '{"query":"{ hello }"}';
const head = (length: number | string, host = 'localhost') =>
  `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe.concurrent('a connection', () => {
  it.each([
    ['not HTTP', 'hello\r\n\r\n', 400],
    ['an unknown verb', 'FROB /graphql HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['a length that is not a number', head('many') + body, 400],
    ['two lengths that differ', head('5\r\nContent-Length: 21') + body, 400],
    ['a length and chunks', head('5\r\nTransfer-Encoding: chunked') + body, 400],
    ['a length above the limit', `${head(999_999_999_999)}{`, 413],
    ['endless headers', `GET /graphql HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a URL that is too long', `GET /graphql?query=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ])('gets a JSON error and is closed: %s', async (_, text, status) => {
    const answer = await send(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('content-type: application/json; charset=utf-8\r\n');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      errors: [{ message: expect.any(String), extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } }],
    });
  });

  it('gets 408 if the body is shorter than its Content-Length', async () => {
    const began = performance.now();
    expect(await send(head(500) + body)).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"REQUEST_TIMEOUT"/);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('gets 408 if the headers arrive too slowly', async () => {
    const socket = open(app);
    const answer = untilEnd(socket);
    socket.on('error', () => {});
    socket.write('GET /graphql HTTP/1.1\r\nHost: localhost\r\n');
    const timer = setInterval(() => socket.write('X: a\r\n'), 100);
    const began = performance.now();
    expect(await answer).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"REQUEST_TIMEOUT"/);
    clearInterval(timer);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('gets 408 if the body arrives too slowly', async () => {
    const socket = open(app);
    const answer = untilEnd(socket);
    socket.on('error', () => {});
    socket.write(head(5000));
    const timer = setInterval(() => socket.write(' '), 100);
    expect(await answer).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"REQUEST_TIMEOUT"/);
    clearInterval(timer);
  });

  it('is not delayed by a hundred slow ones', async () => {
    const slow = Array.from({ length: 100 }, () => open(app));
    for (const socket of slow) {
      socket.on('error', () => {});
      socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: app');
    }
    const began = performance.now();
    expect(await send(head(body.length) + body)).toMatch(/^HTTP\/1.1 200 /);
    expect(performance.now() - began).toBeLessThan(1000);
    for (const socket of slow) socket.destroy();
  });

  it('does not affect others when the client aborts it', async () => {
    const socket = open(app);
    socket.write(head(500) + body);
    await once(socket, 'connect');
    socket.resetAndDestroy();
    expect(await send(head(body.length) + body)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('the connections of one client', () => {
  const hold = async (server: FastifyInstance, count: number) => {
    const sockets = Array.from({ length: count }, () => open(server));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    return sockets;
  };

  it('are limited, and available again once they close', async () => {
    const server = await createSmallServer({ http: { maxConnections: 3 } });
    await server.listen({ host: '127.0.0.1', port: 0 });
    const held = await hold(server, 3);
    expect(await untilEnd(open(server))).toMatch(/^HTTP\/1.1 429 [\s\S]*"code":"RATE_LIMITED"/);
    held[0]?.end();
    await expect
      .poll(() => {
        const socket = open(server);
        socket.write(head(body.length) + body);
        return untilEnd(socket);
      })
      .toMatch(/^HTTP\/1.1 200 /);
    for (const socket of held) socket.destroy();
    await server.close();
  });

  it('are unlimited for a trusted proxy', async () => {
    const server = await createSmallServer({ http: { maxConnections: 3, trustProxy: ['127.0.0.0/8'] } });
    await server.listen({ host: '127.0.0.1', port: 0 });
    const held = await hold(server, 10);
    const socket = open(server);
    socket.write(head(body.length) + body);
    expect(await untilEnd(socket)).toMatch(/^HTTP\/1.1 200 /);
    for (const each of held) each.destroy();
    await server.close();
  });
});

describe.concurrent('closing', () => {
  const slow = '{"query":"{ slow(ms: 400) }"}';

  it('waits for requests in flight, but not for idle connections', async () => {
    const server = await createSmallServer();
    await server.listen({ host: '127.0.0.1', port: 0 });
    const idle = open(server);
    const busy = open(server);
    const answers = [untilEnd(idle), untilEnd(busy)];
    idle.write((head(body.length) + body).replace('Connection: close\r\n', ''));
    await once(idle, 'data');
    busy.write((head(slow.length) + slow).replace('Connection: close\r\n', ''));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeGreaterThan(200);
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await Promise.all(answers))[1]).toContain('"slow":"slept 400 ms"');
  });

  it('does not wait forever for a request that never completes', async () => {
    const server = await createSmallServer({ patienceMs: 1500 });
    await server.listen({ host: '127.0.0.1', port: 0 });
    const socket = open(server);
    const answer = untilEnd(socket);
    socket.write(head(500));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(3000);
    await answer;
  });
});
