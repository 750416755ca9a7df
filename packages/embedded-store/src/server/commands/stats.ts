import { hostname } from 'node:os';
import { Double } from 'bson';
import { fail } from '../../errors.ts';
import { compilePipeline, parseStages } from '../../pipeline/compile-pipeline.ts';
import { compileStage } from '../../pipeline/stages.ts';
import type { Row } from '../../query/stage.ts';
import { runStages } from '../../query/stage.ts';
import { type CollectionDefinition, documentOf } from '../../storage/catalog.ts';
import { allDocuments } from '../../storage/documents.ts';
import { idPrefix } from '../../storage/keys.ts';
import { validateCollection } from '../../storage/validate.ts';
import { afterPrefix } from '../../values/key-writer.ts';
import { isDocument, type Value } from '../../values/value.ts';
import {
  type Command,
  type CommandContext,
  existingCollection,
  pipelineContextOf,
  variableNames,
} from '../command-context.ts';
import { checkArguments, namespace, ok, type Reply } from '../request.ts';
import { environmentBytes } from './collections.ts';

export const statsCommands: Record<string, Command> = {
  dbStats: { kind: 'read', inTransaction: false, run: runDbStats },
  collStats: { kind: 'read', inTransaction: false, run: runCollStats },
  validate: { kind: 'read', inTransaction: false, run: runValidate },
};

function runDbStats(context: CommandContext): Reply {
  const { request, view, server } = context;
  checkArguments(request, ['scale', 'freeStorage']);
  const collections = [...view.catalog.collections.values()].filter(({ database }) => database === request.database);
  const sizes = collections.map((collection) => documentSizes(context, collection));
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

function runCollStats(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['scale']);
  const collection = view.catalog.collections.get(namespace(request));
  return ok({ ns: namespace(request), ...storageStats(context, collection) });
}

function runValidate(context: CommandContext): Reply {
  const { request, view, deadline } = context;
  checkArguments(request, ['full', 'background', 'metadata', 'checkBSONConformance'], ['repair']);
  const collection = existingCollection(context);
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

/** The row of an aggregate that begins with `$collStats`; null for any other pipeline. */
export function collStatsRows(
  context: CommandContext,
  collection: CollectionDefinition | undefined,
): Iterable<Row> | null {
  const { body } = context.request;
  const [first, ...rest] = parseStages(body.get('pipeline'));
  if (first?.[0] !== '$collStats' || !isDocument(first[1])) return null;
  const asked = first[1];
  for (const option of asked.keys()) {
    if (option !== 'count' && option !== 'storageStats')
      fail('CommandNotSupported', `$collStats with ${option} is not supported by this store`);
  }
  const stages = rest.map(([name, spec]) => compileStage(name, spec, variableNames(body), compilePipeline));
  const stats = storageStats(context, collection);
  const document = documentOf({ ns: namespace(context.request), host: hostname(), localTime: new Date() });
  if (asked.has('storageStats')) document.set('storageStats', documentOf(stats));
  if (asked.has('count')) document.set('count', stats.count);
  return runStages(pipelineContextOf(context), [{ raw: null, document }], stages);
}

/** Reads the whole collection and its indexes. Zeros if the collection does not exist. */
function storageStats(context: CommandContext, collection: CollectionDefinition | undefined) {
  const { count, bytes } = collection === undefined ? { count: 0, bytes: 0 } : documentSizes(context, collection);
  const indexSizes = new Map<string, Value>([['_id_', 0]]);
  let totalIndexSize = 0;
  for (const { id, name } of collection?.indexes ?? []) {
    const size = indexBytes(context, id);
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

function documentSizes(context: CommandContext, collection: CollectionDefinition): { count: number; bytes: number } {
  const sizes = { count: 0, bytes: 0 };
  for (const { raw } of allDocuments(context.view, collection)) {
    if (sizes.count++ % 1000 === 0) context.deadline.check();
    sizes.bytes += raw.length;
  }
  return sizes;
}

/**
 * The size of an index's keys, in bytes. The index on `_id` has no entries of its own: the documents are stored by it.
 */
function indexBytes({ view, deadline }: CommandContext, id: number): number {
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
