import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';

let gateway: TestGateway;
const query = '{ incidents { nodes { title location { name } } } }';

beforeAll(async () => {
  gateway = await openTestGateway({ debugStore: true });
  await gateway.seed(
    article('first', {
      locations: [named('iraq')],
      incidents: [incident('convoy', { location: 'iraq' }), incident('base', { location: 'iraq' })],
    }),
  );
});
afterAll(() => gateway.close());

describe('extensions.store', () => {
  it('reports the commands, the documents and the time', async () => {
    gateway.store.takeCommands();
    const { extensions } = await gateway.answer(query);
    const ms = expect.any(Number);
    expect(extensions?.store).toEqual({
      commands: 2,
      documents: 3,
      ms,
      ended: [
        { command: 'find', collection: 'incidents', documents: 2, ms },
        { command: 'find', collection: 'locations', documents: 1, ms },
      ],
    });
    expect(extensions?.store.ms).toBeGreaterThan(0);
    expect(gateway.store.takeCommands()).toEqual(['find incidents', 'find locations']);
  });

  it('belongs to one request, and counts concurrent waiting once', async () => {
    const twice = '{ a: incidents { nodes { title } } b: incidents(first: 5) { nodes { title } } }';
    for (const { extensions } of await Promise.all([gateway.answer(twice), gateway.answer(twice)])) {
      const { commands, documents, ms, ended } = extensions?.store ?? {};
      const times: number[] = ended.map((each: { ms: number }) => each.ms);
      expect({ commands, documents }).toEqual({ commands: 2, documents: 4 });
      expect(ms).toBeGreaterThanOrEqual(Math.max(...times));
      expect(ms).toBeLessThan(times.reduce((sum, each) => sum + each, 0));
    }
  });

  it('is empty without store commands', async () => {
    for (const nothing of ['{ __typename }', '{ nope }', '{']) {
      const { extensions } = await gateway.answer(nothing);
      expect(extensions?.store).toEqual({ commands: 0, documents: 0, ms: 0, ended: [] });
    }
  });

  it('is absent without DEBUG_STORE', async () => {
    const quiet = await openTestGateway();
    const { data, extensions } = await quiet.answer(query);
    expect(data).toEqual({ incidents: { nodes: [] } });
    expect(extensions?.cost).toEqual({ requested: 40, limit: 100_000 });
    expect(extensions).not.toHaveProperty('store');
    await quiet.close();
  });
});
