import type { MongoClient } from 'mongodb';

export type ServerKind = 'embedded store' | 'DocumentDB' | 'MongoDB';

/** Returns what a server is, as far as it says. One command. */
export async function readServerKind(client: MongoClient): Promise<{ kind: ServerKind; version: string }> {
  const { version, gitVersion, storageEngines = [] } = await client.db('admin').command({ buildInfo: 1 });
  if (storageEngines.includes('lmdb')) return { kind: 'embedded store', version };
  return { kind: gitVersion === 'documentdb' ? 'DocumentDB' : 'MongoDB', version };
}
