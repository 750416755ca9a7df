import { BSON, type Db } from 'mongodb';

const derived = ['accounts', 'incidents', 'actors', 'statements', 'locations', 'pending'];
const given = ['articles', 'withdrawals', 'merges'];

/** Returns the bytes of all documents that seeding writes, by collection, sorted by id. */
export async function dumpOf(database: Db): Promise<Map<string, string[]>> {
  const dump = new Map<string, string[]>();
  for (const name of [...given, ...derived]) {
    const documents = await database.collection(name).find().sort({ _id: 1 }).toArray();
    dump.set(
      name,
      documents.map((document) => Buffer.from(BSON.serialize(document)).toString('latin1')),
    );
  }
  return dump;
}

export async function emptyStore(database: Db): Promise<void> {
  for (const name of [...given, ...derived, 'control']) await database.collection(name).deleteMany({});
}
