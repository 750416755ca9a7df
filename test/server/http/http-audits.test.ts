import type { FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from '../small-server.ts';

/** Audits that recommend status 200 for legacy clients; by default, the gateway sends 400. */
const legacyStatusAudits = ['572B', 'FDE2', '7B9B'];

const urls = { plain: '', legacy: '' };
let servers: FastifyInstance[];

beforeAll(async () => {
  servers = [await createSmallServer(), await createSmallServer({ http: { legacy200: true } })];
  const [plain = '', legacy = ''] = await Promise.all(
    servers.map((server) => server.listen({ host: '127.0.0.1', port: 0 })),
  );
  Object.assign(urls, { plain, legacy });
});

afterAll(() => Promise.all(servers.map((server) => server.close())));

function auditsOf(name: keyof typeof urls) {
  return serverAudits({ url: () => `${urls[name]}/graphql` });
}

describe('GraphQL over HTTP', () => {
  it('has 61 audits', () => {
    expect(auditsOf('plain')).toHaveLength(61);
  });

  it.each(auditsOf('legacy'))('is followed with LEGACY_200: $id $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  it.each(auditsOf('plain'))(
    'is followed by default, except for three recommendations of status 200: $id $name',
    async ({ id, fn }) => {
      expect(await fn()).toMatchObject({ status: legacyStatusAudits.includes(id) ? 'warn' : 'ok' });
    },
  );
});
