import { Binary } from 'bson';
import { fail } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { compileMatcher } from '../../query/match.ts';
import { type CollectionDefinition, createCollection, documentOf, namespaceOf } from '../../storage/catalog.ts';
import { clearPrefix } from '../../storage/documents.ts';
import type { WriteView } from '../../storage/view.ts';
import { encodeDocument } from '../../values/encode-document.ts';
import type { Document, Value } from '../../values/value.ts';
import type { Command, CommandContext } from '../command-context.ts';
import {
  booleanArgument,
  checkArguments,
  collectionName,
  documentArgument,
  namespace,
  ok,
  type Reply,
} from '../request.ts';

export const collectionCommands: Record<string, Command> = {
  create: { kind: 'write', inTransaction: false, run: runCreate },
  drop: { kind: 'write', inTransaction: false, run: runDrop },
  dropDatabase: { kind: 'write', inTransaction: false, run: runDropDatabase },
  listCollections: { kind: 'read', inTransaction: false, run: runListCollections },
  listDatabases: { kind: 'read', inTransaction: false, run: runListDatabases },
};

const unsupported = [
  'capped',
  'size',
  'max',
  'autoIndexId',
  'idIndex',
  'timeseries',
  'viewOn',
  'pipeline',
  'validator',
  'validationLevel',
  'validationAction',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'expireAfterSeconds',
  'storageEngine',
  'indexOptionDefaults',
];

function runCreate({ request, view }: CommandContext): Reply {
  checkArguments(request, [], unsupported);
  if (view.catalog.collections.has(namespace(request)))
    fail('NamespaceExists', `Collection ${namespace(request)} already exists.`);
  createCollection(view.catalog, request.database, collectionName(request));
  view.catalogChanged();
  return ok();
}

function runDrop({ request, view }: CommandContext): Reply {
  checkArguments(request, []);
  const collection = view.catalog.collections.get(namespace(request));
  if (collection === undefined) return ok();
  dropCollection(view, collection);
  return ok({ nIndexesWas: collection.indexes.length + 1, ns: namespace(request) });
}

function dropCollection(view: WriteView, collection: CollectionDefinition): void {
  for (const index of collection.indexes) clearPrefix(view, 'entries', index.id);
  clearPrefix(view, 'documents', collection.id);
  view.catalog.collections.delete(namespaceOf(collection));
  view.catalogChanged();
}

function runDropDatabase({ request, view }: CommandContext): Reply {
  checkArguments(request, []);
  for (const collection of [...view.catalog.collections.values()]) {
    if (collection.database === request.database) dropCollection(view, collection);
  }
  return ok({ dropped: request.database });
}

/** The documents as an exhausted cursor. */
export function listReply(documents: Document[], ns: string): Reply {
  const cursor: Reply = new Map<string, Value | Buffer[]>([
    ['id', 0n],
    ['ns', ns],
    ['firstBatch', documents.map((document) => encodeDocument(document))],
  ]);
  return ok({ cursor });
}

function runListCollections({ request, view }: CommandContext): Reply {
  checkArguments(request, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const matches = compileMatcher(parseFilter(documentArgument(request.body, 'filter') ?? new Map()).filter);
  const found = [...view.catalog.collections.values()]
    .filter(({ database }) => database === request.database)
    .map(describeCollection)
    .filter((document) => matches(document, new Map()));
  if (booleanArgument(request.body, 'nameOnly'))
    for (const document of found) for (const field of ['options', 'info', 'idIndex']) document.delete(field);
  return listReply(found, `${request.database}.$cmd.listCollections`);
}

function describeCollection({ name, uuid }: CollectionDefinition): Document {
  return documentOf({
    name,
    type: 'collection',
    options: new Map(),
    info: documentOf({
      readOnly: false,
      uuid: new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID),
    }),
    idIndex: idIndex(),
  });
}

export function idIndex(): Document {
  return documentOf({ v: 2, key: documentOf({ _id: 1 }), name: '_id_' });
}

function runListDatabases({ request, view, server }: CommandContext): Reply {
  checkArguments(request, ['filter', 'nameOnly', 'authorizedDatabases']);
  const matches = compileMatcher(parseFilter(documentArgument(request.body, 'filter') ?? new Map()).filter);
  const names = new Set([...view.catalog.collections.values()].map(({ database }) => database));
  const size = environmentBytes(server.environment);
  const databases = [...names]
    .sort()
    .map((name) => documentOf({ name, sizeOnDisk: BigInt(size), empty: false }))
    .filter((document) => matches(document, new Map()));
  if (booleanArgument(request.body, 'nameOnly'))
    return ok({ databases: databases.map((document) => documentOf({ name: document.get('name') })) });
  return ok({ databases, totalSize: BigInt(size), totalSizeMb: BigInt(Math.floor(size / 2 ** 20)) });
}

/** The size of the data file's used pages, for all databases together. */
export function environmentBytes(environment: CommandContext['server']['environment']): number {
  const { pageSize, lastPageNumber } = environment.root.getStats() as { pageSize?: number; lastPageNumber?: number };
  return (pageSize ?? 4096) * ((lastPageNumber ?? 0) + 1);
}
