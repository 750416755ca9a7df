import { seedRemaining, seedWhenEmpty } from '../../src/ingest/seed-when-empty.ts';
import { readStoreRules } from '../../src/ingest/write/store-rules.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { createMissing, findMissing } from '../../src/store/collections.ts';
import { anArticle } from '../ingest/an-article.ts';
import { testSettings } from '../support/gateway.ts';
import type { Studio } from './studio.ts';

/** Records how a gateway starts: it prepares an empty database, fills it, and is watched. */
export async function recordStart({ open, record, log }: Studio): Promise<void> {
  const bare = await open('prepare', { bare: true });
  await record({ name: 'collections and indexes', start: 'nothing' }, async () => {
    const { database } = bare;
    await database.command({ ping: 1 });
    await createMissing(database, await findMissing(database));
    await log.setUp(() => database.collection('incidents').dropIndex('point_2dsphere'));
    await createMissing(database, await findMissing(database));
    await findMissing(database);
  });

  const store = await open('start');
  await record({ name: 'the first start', start: 'indexes' }, async () => {
    await readStoreRules(store.database);
    await seedWhenEmpty(store, () => {});
    await readStoreRules(store.database);
    const own = anArticle({ id: 'own' });
    await writeArticles(store.database, store.client, [own], { dryRun: false });
    await seedRemaining(store, () => {}, new AbortController().signal, { demo: false });
    const gateway = await createGateway(store, testSettings);
    await gateway.inject('/readyz');
    await gateway.inject('/metrics');
    await gateway.close();
  });
}
