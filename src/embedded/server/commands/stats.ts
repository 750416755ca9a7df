import { hostname } from 'node:os';
import { Double } from 'bson';
import { refuse } from '../../errors.ts';
import { parseStages, runStages } from '../../pipeline/pipeline.ts';
import type { Row } from '../../pipeline/row.ts';
import { compileStage } from '../../pipeline/stages.ts';
import { type CollectionDefinition, documentOf } from '../../storage/catalog.ts';
import { allDocuments } from '../../storage/documents.ts';
import { idPrefix } from '../../storage/keys.ts';
import { validateCollection } from '../../storage/validate.ts';
import { afterPrefix } from '../../values/key-writer.ts';
import { isDocument, type Value } from '../../values/value.ts';
import { type Call, type Command, contextOf, existingCollection, variableNames } from '../call.ts';
import { checkArguments, namespace, ok, type Reply } from '../request.ts';
import { environmentBytes } from './collections.ts';

export const statsCommands: Record<string, Command> = {
  dbStats: { kind: 'read', inTransaction: false, run: runDbStats },
  collStats: { kind: 'read', inTransaction: false, run: runCollStats },
  validate: { kind: 'read', inTransaction: false, run: runValidate },
};

function runDbStats(call: Call): Reply {
  const { request, view, server } = call;
  checkArguments(request, ['scale', 'freeStorage']);
  const collections = [...view.catalog.collections.values()].filter(({ database }) => database === request.database);
  const sizes = collections.map((collection) => documentSizes(call, collection));
  const objects = sizes.reduce((sum, { count }) => sum + count, 0);
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  return ok({
    db: request.database,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: new Double(objects === 0 ? 0 : bytes / objects),
    dataSize: new Double(bytes),
    storageSize: new Double(environmentBytes(server.environment)),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
    scaleFactor: 1,
  });
}

function runCollStats(call: Call): Reply {
  const { request, view } = call;
  checkArguments(request, ['scale']);
  const collection = view.catalog.collections.get(namespace(request));
  return ok({ ns: namespace(request), ...storageStats(call, collection) });
}

function runValidate(call: Call): Reply {
  const { request, view, deadline } = call;
  checkArguments(request, ['full', 'background', 'metadata', 'checkBSONConformance'], ['repair']);
  const collection = existingCollection(call);
  const { documents, entries, errors } = validateCollection(view, collection, deadline.check);
  return ok({
    ns: namespace(request),
    nrecords: documents,
    nIndexes: collection.indexes.length + 1,
    keysPerIndex: new Map<string, number>([['_id_', documents], ...entries]),
    valid: errors.length === 0,
    errors,
    warnings: [],
  });
}

/** The rows of an aggregate that begins with `$collStats`; null for any other. */
export function collStatsRows(call: Call, collection: CollectionDefinition | undefined): Iterable<Row> | null {
  const { body } = call.request;
  const [first, ...rest] = parseStages(body.get('pipeline'));
  if (first?.[0] !== '$collStats' || !isDocument(first[1])) return null;
  const asked = first[1];
  for (const option of asked.keys()) {
    if (option !== 'count' && option !== 'storageStats')
      refuse('CommandNotSupported', `$collStats with ${option} is not supported by this store`);
  }
  const stages = rest.map(([name, spec], i) => compileStage(name, spec, variableNames(body), i + 1));
  const stats = storageStats(call, collection);
  const document = documentOf({ ns: namespace(call.request), host: hostname(), localTime: new Date() });
  if (asked.has('storageStats')) document.set('storageStats', documentOf(stats));
  if (asked.has('count')) document.set('count', stats.count);
  return runStages(contextOf(call), [{ raw: null, document }], stages);
}

/** Reads the whole collection and its indexes. Of a collection that is not there, zeros. */
function storageStats(call: Call, collection: CollectionDefinition | undefined) {
  const { count, bytes } = collection === undefined ? { count: 0, bytes: 0 } : documentSizes(call, collection);
  const indexSizes = new Map<string, Value>([['_id_', 0]]);
  let totalIndexSize = 0;
  for (const { id, name } of collection?.indexes ?? []) {
    const size = indexBytes(call, id);
    indexSizes.set(name, size);
    totalIndexSize += size;
  }
  return {
    size: new Double(bytes),
    count,
    avgObjSize: new Double(count === 0 ? 0 : bytes / count),
    storageSize: new Double(bytes),
    capped: false,
    nindexes: indexSizes.size,
    indexSizes,
    totalIndexSize: new Double(totalIndexSize),
    totalSize: new Double(bytes + totalIndexSize),
    scaleFactor: 1,
  };
}

function documentSizes(call: Call, collection: CollectionDefinition): { count: number; bytes: number } {
  const sizes = { count: 0, bytes: 0 };
  for (const { raw } of allDocuments(call.view, collection)) {
    if (sizes.count++ % 1000 === 0) call.deadline.check();
    sizes.bytes += raw.length;
  }
  return sizes;
}

/** The bytes of an index's keys. That of `_id` has none of its own: the documents stand under it. */
function indexBytes({ view, deadline }: Call, id: number): number {
  const end = afterPrefix(idPrefix(id));
  let start = idPrefix(id);
  let bytes = 0;
  for (;;) {
    deadline.check();
    const { keys } = view.range('entries', { start, end, reverse: false, limit: 1000, values: false });
    for (const key of keys) bytes += key.length;
    if (keys.length < 1000) return bytes;
    start = Buffer.concat([keys[999] as Buffer, Buffer.alloc(1)]);
  }
}
