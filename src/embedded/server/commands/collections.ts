import { Binary } from 'bson';
import { CommandError } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { compileMatcher } from '../../query/match.ts';
import { type CollectionDefinition, createCollection, documentOf, namespaceOf } from '../../storage/catalog.ts';
import { clearPrefix } from '../../storage/documents.ts';
import type { WriteView } from '../../storage/view.ts';
import { encodeDocument } from '../../values/codec.ts';
import type { Document, Value } from '../../values/value.ts';
import type { Call, Command } from '../call.ts';
import { checkArguments, collectionName, documentArgument, namespace, ok, type Reply } from '../request.ts';

export const create: Command = { kind: 'write', inTransaction: false, run: runCreate };
export const drop: Command = { kind: 'write', inTransaction: false, run: runDrop };
export const dropDatabase: Command = { kind: 'write', inTransaction: false, run: runDropDatabase };
export const renameCollection: Command = { kind: 'write', inTransaction: false, run: runRename };
export const listCollections: Command = { kind: 'read', inTransaction: false, run: runListCollections };
export const listDatabases: Command = { kind: 'read', inTransaction: false, run: runListDatabases };

function runCreate({ request, view }: Call): Reply {
  for (const name of [
    'capped',
    'timeseries',
    'viewOn',
    'validator',
    'clusteredIndex',
    'changeStreamPreAndPostImages',
    'encryptedFields',
    'expireAfterSeconds',
  ]) {
    const value = request.body.get(name);
    if (value !== undefined && value !== false)
      throw new CommandError('CommandNotSupported', `Collections with ${name} are not supported by this store`);
  }
  checkArguments(request, [
    'capped',
    'autoIndexId',
    'storageEngine',
    'indexOptionDefaults',
    'pipeline',
    'validationLevel',
    'validationAction',
    'changeStreamPreAndPostImages',
  ]);
  if (view.catalog.collections.has(namespace(request))) {
    throw new CommandError('NamespaceExists', `Collection ${namespace(request)} already exists.`);
  }
  createCollection(view.catalog, request.database, collectionName(request));
  view.catalogChanged();
  return ok();
}

function runDrop({ request, view }: Call): Reply {
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

function runDropDatabase({ request, view }: Call): Reply {
  checkArguments(request, []);
  for (const collection of [...view.catalog.collections.values()]) {
    if (collection.database === request.database) dropCollection(view, collection);
  }
  return ok({ dropped: request.database });
}

function runRename({ request, view }: Call): Reply {
  checkArguments(request, ['to', 'dropTarget']);
  const [from, to] = [request.body.get('renameCollection'), request.body.get('to')];
  if (typeof from !== 'string' || typeof to !== 'string' || !to.includes('.'))
    throw new CommandError('InvalidNamespace', 'renameCollection takes two namespaces');
  const collection = view.catalog.collections.get(from);
  if (collection === undefined) throw new CommandError('NamespaceNotFound', `Source collection ${from} does not exist`);
  const target = view.catalog.collections.get(to);
  if (target !== undefined && request.body.get('dropTarget') !== true)
    throw new CommandError('NamespaceExists', 'target namespace exists');
  if (target !== undefined) dropCollection(view, target);
  const [database, ...name] = to.split('.') as [string, ...string[]];
  view.catalog.collections.delete(from);
  const renamed = createCollection(view.catalog, database, name.join('.'));
  Object.assign(renamed, { id: collection.id, uuid: collection.uuid, indexes: collection.indexes });
  view.catalogChanged();
  return ok();
}

/** A list as a cursor that is done. */
export function listReply(documents: Document[], ns: string): Reply {
  const cursor: Reply = new Map<string, Value | Buffer[]>([
    ['id', 0n],
    ['ns', ns],
    ['firstBatch', documents.map((document) => encodeDocument(document))],
  ]);
  return ok({ cursor });
}

function runListCollections({ request, view }: Call): Reply {
  checkArguments(request, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const matches = compileMatcher(parseFilter(documentArgument(request.body, 'filter') ?? new Map()).filter);
  const found = [...view.catalog.collections.values()]
    .filter(({ database }) => database === request.database)
    .map(describeCollection)
    .filter((document) => matches(document, new Map()));
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

function runListDatabases({ request, view, server }: Call): Reply {
  checkArguments(request, ['filter', 'nameOnly', 'authorizedDatabases']);
  const matches = compileMatcher(parseFilter(documentArgument(request.body, 'filter') ?? new Map()).filter);
  const names = new Set([...view.catalog.collections.values()].map(({ database }) => database));
  const size = environmentBytes(server.environment);
  const databases = [...names]
    .sort()
    .map((name) => documentOf({ name, sizeOnDisk: BigInt(size), empty: false }))
    .filter((document) => matches(document, new Map()));
  return ok({ databases, totalSize: BigInt(size), totalSizeMb: BigInt(Math.floor(size / 2 ** 20)) });
}

/** The data file's pages that are in use, of all databases together. */
export function environmentBytes(environment: Call['server']['environment']): number {
  const { pageSize, lastPageNumber } = environment.root.getStats() as { pageSize?: number; lastPageNumber?: number };
  return (pageSize ?? 4096) * ((lastPageNumber ?? 0) + 1);
}
