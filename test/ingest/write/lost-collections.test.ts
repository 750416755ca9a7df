import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertNothingLost, CollectionsLost } from '../../../src/ingest/write/lost-collections.ts';
import { rebuildStore } from '../../../src/ingest/write/rebuild-store.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { createMissing, findMissing } from '../../../src/store/collections.ts';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';

let world: TestGateway;
beforeEach(async () => {
  world = await openTestGateway();
});
afterEach(() => world?.close());

const whole = article('whole', {
  locations: [named('iraq')],
  actors: [named('iran')],
  incidents: [incident('raid', { location: 'iraq' })],
  statements: [{ id: 'claim', type: 'COMMENT', speaker: 'iran', incidents: ['raid'], text: 'What whole says.' }],
});
const derived = ['accounts', 'actors', 'incidents', 'locations', 'statements'];

describe('a store', () => {
  it.each(derived)('has lost the collection %s if it is dropped, until a rebuild restores it', async (name) => {
    const { database, client } = world.store;
    await world.seed(whole);
    await database.collection(name).drop();
    await expect(assertNothingLost(database)).rejects.toThrow(
      `The store has lost the collection ${name}: "npm run seed -- --rebuild" derives it again from the articles`,
    );
    await assertNothingLost(database, { rebuilds: true });
    await rebuildStore(database, client);
    await assertNothingLost(database);
    expect(await verifyStore(database)).toEqual([]);
  });

  it('has lost several collections if they are dropped', async () => {
    await world.seed(whole);
    for (const name of derived) await world.store.database.collection(name).drop();
    await expect(assertNothingLost(world.store.database)).rejects.toThrow(
      'The store has lost the collections accounts, incidents, actors, statements, locations: "npm run seed -- --rebuild" derives them again from the articles',
    );
  });

  it('has lost its articles if they are dropped, and cannot be rebuilt', async () => {
    const { database } = world.store;
    await world.seed(whole);
    await database.collection('articles').drop();
    for (const options of [{}, { rebuilds: true }]) {
      const failure = assertNothingLost(database, options);
      await expect(failure).rejects.toThrow(CollectionsLost);
      await expect(failure).rejects.toThrow(
        'The store has lost the collection articles: restore a backup, since all others are derived from it',
      );
    }
  });

  it('has not lost a collection that it never had', async () => {
    const { database } = world.store;
    await world.seed(article('bare'));
    for (const name of derived) await database.collection(name).drop();
    await assertNothingLost(database);
    await database.dropDatabase();
    await assertNothingLost(database);
    await createMissing(database, await findMissing(database));
    await database.collection('articles').drop();
    await assertNothingLost(database);
  });
});
