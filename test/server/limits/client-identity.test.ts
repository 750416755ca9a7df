import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpConfig } from '../../../src/config/http-config.ts';
import { createAuthBackoff } from '../../../src/server/limits/auth-backoff.ts';
import { createLeakyBuckets } from '../../../src/server/limits/leaky-bucket.ts';
import { tries } from '../../support/runs.ts';
import { openTokenFile } from '../../support/tokens.ts';
import { createSmallServer } from '../small-server.ts';

let apps: FastifyInstance[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

async function open(http: Partial<HttpConfig>, options: object = {}): Promise<FastifyInstance> {
  const app = await createSmallServer({ http, logLevel: 'silent', ...options });
  apps.push(app);
  return app;
}

const proxy = '10.0.0.1';
const ask = (app: FastifyInstance, forwarded: string | undefined, from = proxy, headers = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ __typename }' },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }), ...headers },
    remoteAddress: from,
  });

/** Whether two values of `X-Forwarded-For` share a budget that suffices for one request. */
async function areOne(one: string | undefined, other: string | undefined, from = proxy): Promise<boolean> {
  vi.spyOn(performance, 'now').mockReturnValue(0); // nothing leaks
  const app = await open({ costPerMinute: 12, trustProxy: ['10.0.0.0/8', 'fd00::/8'] });
  expect((await ask(app, one, from)).statusCode).toBe(200);
  const { statusCode } = await ask(app, other, from);
  expect([200, 429]).toContain(statusCode);
  return statusCode === 429;
}

/** Pairs of `X-Forwarded-For` from a trusted proxy. */
const pairs: [one: string, other: string, isOne: boolean][] = [
  ['1.2.3.4:1111', '1.2.3.4:2222', true],
  ['1.2.3.4:1111', '1.2.3.4', true],
  ['1.2.3.4:1111', '1.2.3.5:1111', false],
  ['[2001:db8::1]:443', '2001:db8::1', true],
  ['[2001:db8::1]:443', '[2001:db8::1]:444', true],
  ['[2001:db8::1]', '2001:db8::2', true],
  ['[2001:db8::1]:443', '[2001:db8:0:1::1]:443', false],
  ['2001:db8::1', '2001:DB8::1', true],
  ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', true],
  ['2001:db8::1', '2001:db8:0:0:1::', true],
  ['2001:db8:1:2:3:4:5:6', '2001:0DB8:0001:0002::', true],
  ['2001:db8:1:2:3:4:192.0.2.1', '2001:db8:1:2::', true],
  ['::ffff:1.2.3.4', '1.2.3.4', true],
  ['::FFFF:102:304', '1.2.3.4:1', true],
  ['[::ffff:1.2.3.4]:443', '1.2.3.4', true],
  ['0:0:0:0:0:ffff:1.2.3.4', '1.2.3.4', true],
  ['::ffff:1.2.3.4', '::ffff:1.2.3.5', false],
  ['"[2001:db8::1]:443"', '2001:db8::1', true],
  ['"1.2.3.4"', '1.2.3.4', true],
  ['fe80::1%eth0', '[fe80::2%eth1]:443', true],
  [' 1.2.3.4 ', '1.2.3.4', true],
  // Proxies in a chain write ports and spellings too; what stands to the left is a claim.
  ['1.2.3.4, 10.0.0.2:555', '1.2.3.4:1, [::ffff:10.0.0.3]:556', true],
  ['1.2.3.4, [FD00::0002]:1', '1.2.3.4', true],
  ['1.2.3.4, 10.0.0.2:555', '1.2.3.5, 10.0.0.2:555', false],
  ['9.9.9.9, 1.2.3.4:1', '8.8.8.8, 1.2.3.4:2', true],
  ['1.2.3.4,,', ', 1.2.3.4 ,', true],
];

describe('a client behind a trusted proxy', () => {
  it.each(pairs)('%j and %j are one: %s', async (one, other, isOne) => {
    expect(await areOne(one, other)).toBe(isOne);
  });

  it.each([
    'unknown',
    '_hidden',
    'a b',
    '<>',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.4:',
    '1.2.3.4:123456',
    '1.2.3.4:x',
    '1.2.3.4/32',
    '[2001:db8::1',
    '[1.2.3.4x]',
    '2001:db8::g',
    '::1::',
    'localhost',
    'x'.repeat(5000),
  ])('is the proxy itself if the header is garbage: %s', async (garbage) => {
    expect(await areOne(garbage, undefined)).toBe(true);
    expect(await areOne(`1.2.3.4, ${garbage}`, '5.6.7.8, other garbage')).toBe(true);
  });

  it('is the last readable proxy if the header is garbage to the left of it', async () => {
    expect(await areOne('1.2.3.4, garbage, 10.0.0.2', '10.0.0.2')).toBe(true);
    expect(await areOne('1.2.3.4, garbage, 10.0.0.2', '10.0.0.3')).toBe(false);
  });

  it('is not identified by an address that an untrusted peer forwards, in any spelling', async () => {
    for (const named of ['1.2.3.5', '1.2.3.5:1', '[2001:db8::1]:443', '10.0.0.1', 'garbage'])
      expect(await areOne('1.2.3.4', named, '192.0.2.7')).toBe(true);
    expect(await areOne('9.9.9.9, 192.0.2.7:1', '8.8.8.8, 192.0.2.7:2')).toBe(true);
  });

  it('of a dual-stack socket is recognized as a proxy', async () => {
    expect(await areOne('1.2.3.4', '1.2.3.5', '::ffff:10.0.0.1')).toBe(false);
    expect(await areOne('1.2.3.4', '1.2.3.4:9', '::ffff:10.0.0.1')).toBe(true);
  });

  it('waits after wrong tokens, whatever port it comes from', async () => {
    const file = openTokenFile();
    const app = await open({ trustProxy: ['10.0.0.0/8'] }, { auth: file.auth });
    const spellings = (i: number) => [`1.2.3.4:${i + 1}`, '::ffff:1.2.3.4', `[::FFFF:102:304]:${i + 1}`][i % 3];
    const guesses = Array.from({ length: 12 }, (_, i) =>
      ask(app, spellings(i), proxy, { authorization: `Bearer wrong${i}` }),
    );
    // Seven requests may wait; the others get 429.
    await Promise.any(guesses.map(async (guess) => expect((await guess).statusCode).toBe(429)));
    expect((await ask(app, '1.2.3.4', proxy, { authorization: 'Bearer wrong' })).statusCode).toBe(429);
    const other = await ask(app, '1.2.3.5', proxy, { authorization: 'Bearer wrong' });
    expect(other.statusCode).toBe(401);
    file.remove();
  });

  it('has its connections counted by their address; trusted proxies are exempt however they are written', async () => {
    for (const [trustProxy, isExempt] of [
      [['::ffff:127.0.0.1'], true],
      [['127.0.0.0/8'], true],
      [['::ffff:0:0/96'], true],
      [['::1'], false],
    ] as const) {
      const app = await open({ maxConnections: 1, trustProxy: [...trustProxy] });
      await app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = app.server.address() as AddressInfo;
      const held = connect(port, '127.0.0.1');
      await once(held, 'connect');
      await expect.poll(() => connectionsOf(app)).toBe(1);
      const next = connect(port, '127.0.0.1');
      next.write('GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      const [first] = await once(next, 'data');
      expect({ trustProxy, line: String(first).slice(0, 12) }).toEqual({
        trustProxy,
        line: `HTTP/1.1 ${isExempt ? 200 : 429}`,
      });
      held.destroy();
      next.destroy();
    }
  });
});

describe('every limit', () => {
  /** All spellings of one IPv6 address: case, leading zeros, and where zeros are left out. */
  const spelled = fc
    .tuple(
      fc.array(fc.constantFrom(0, 0, 1, 0xdb8, 0xffff), { minLength: 8, maxLength: 8 }),
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      fc.nat(7),
    )
    .map(([groups, styles, from, length]) => {
      const plain = groups.map((group) => group.toString(16));
      const written = plain.map((group, i) => {
        const [upper, width] = styles[i] ?? [false, 1];
        return upper ? group.padStart(width, '0').toUpperCase() : group.padStart(width, '0');
      });
      const end = from + length + 1;
      const isZero = end <= 8 && groups.slice(from, end).every((group) => group === 0);
      const text = isZero ? `${written.slice(0, from).join(':')}::${written.slice(end).join(':')}` : written.join(':');
      return { plain: plain.join(':'), text };
    });

  it('counts an IPv6 address as one client however it is spelled', () => {
    fc.assert(
      fc.property(spelled, ({ plain, text }) => {
        const buckets = createLeakyBuckets(10);
        buckets.take(plain, 10, 0);
        expect(buckets.take(text, 10, 0).retryAfterMs).toBeGreaterThan(0);
        const backoff = createAuthBackoff();
        backoff.admit(plain, false, 0);
        expect(backoff.admit(text, true, 0)).toEqual({ waitMs: 100 });
      }),
      tries(),
    );
  });
});

function connectionsOf(app: FastifyInstance): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
