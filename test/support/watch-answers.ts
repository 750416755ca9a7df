import { afterAll, vi } from 'vitest';
import type { ServerOptions } from '../../src/server/create-server.ts';
import { leakIn } from './leaks.ts';

const leaks: string[] = [];

/** Checks every JSON response of every server that a test opens. */
vi.mock('../../src/server/create-server.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/server/create-server.ts')>();
  return {
    ...original,
    async createServer(options: ServerOptions) {
      const app = await original.createServer(options);
      app.addHook('onSend', async (request, reply, payload) => {
        const isJson = String(reply.getHeader('content-type')).includes('json');
        const [, token] = /^Bearer +(\S+)/i.exec(request.headers.authorization ?? '') ?? [];
        const secrets = [options.ingestToken, options.operations?.metricsToken, token];
        const leak =
          isJson &&
          leakIn(`${JSON.stringify(reply.getHeaders())}${payload}`, { production: options.production, secrets });
        if (leak) leaks.push(`${leak} in: ${String(payload).slice(0, 2000)}`);
        return payload;
      });
      return app;
    },
  };
});

afterAll(() => {
  if (leaks.length > 0) throw new Error(`Answers tell what they may not:\n${leaks.join('\n')}`);
});
