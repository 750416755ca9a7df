import { readFileSync } from 'node:fs';
import { connect, type PeerStore } from './store.ts';

/** Reads what the bench passes to each peer: the address of the store, and the path of the schema. */
export async function start(): Promise<{ store: PeerStore; typeDefs: string }> {
  const [uri = '', schema = ''] = process.argv.slice(2);
  return { store: await connect(uri), typeDefs: readFileSync(schema, 'utf8') };
}

/** Tells the bench where the server listens. */
export function reportPort(port: number): void {
  process.stdout.write(`listening at http://127.0.0.1:${port}/graphql\n`);
}
