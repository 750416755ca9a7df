import { type Db, type Document, ObjectId } from 'mongodb';

const derived = ['accounts', 'incidents', 'actors', 'statements', 'locations'];

/** Leaves nothing that is derived as it was, and adds more. The store has the actor and location `iraq` at least. */
export async function damage(database: Db): Promise<void> {
  await database.collection('articles').updateMany({}, { $set: { title: 'Else', accounts: [] } });
  await database.collection('accounts').updateMany({}, { $inc: { count: 1 } });
  await database.collection('incidents').updateMany({}, { $set: { within: [], 'counts.parts': 3 } });
  await database.collection('actors').deleteMany({});
  await database.collection('statements').updateMany({}, { $set: { incidents: ['b'] } });
  await database.collection('locations').updateMany({}, { $set: { partOf: 'b' } });
  const foreign: Document[] = [{ _id: 'nowhere' }, { _id: new ObjectId() }];
  for (const name of derived) await database.collection(name).insertMany(foreign);
  await database.collection<Document>('withdrawals').insertOne({ _id: 'a', version: 1 } as Document);
  const before = { _id: 'iraq', name: 'Old' };
  const pending: Document[] = [
    { _id: 'Article:x' },
    { _id: 'Else' },
    { _id: 'locations iraq', before },
    { _id: 'write' },
  ];
  await database.collection('pending').insertMany(pending);
}

/** As programs of this rules version leave a store; those of version 1 name none. */
export async function setRules(database: Db, version: number): Promise<void> {
  const change =
    version === 1
      ? { $set: { turns: 5 }, $unset: { rules: '', writes: '', upgradingFrom: '', owner: '', until: '' } }
      : { $set: { rules: version }, $inc: { writes: 1 } };
  await database
    .collection<Document>('control')
    .updateOne({ _id: 'seed' } as Document, change as Document, { upsert: true });
}

/** As a program of the first rules would have left it: fields that are missing, and others that follow from nothing. */
export async function makeOlder(database: Db): Promise<void> {
  await database.collection('articles').updateMany({}, { $unset: { order: '', counts: '' }, $set: { words: ['old'] } });
  await database.collection('accounts').updateMany({}, { $unset: { thing: '' } });
  await database.collection('incidents').updateMany({}, { $unset: { about: '' }, $set: { title: 'Old' } });
  await database.collection('actors').updateMany({}, { $unset: { names: '' } });
  await database.collection('statements').updateMany({}, { $set: { stances: 'old' } });
  await database.collection('locations').updateMany({}, { $unset: { within: '' } });
  await setRules(database, 1);
}
