import { fail } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { sameKeyPattern } from '../../query/planner.ts';
import { type CollectionDefinition, readIndex } from '../../storage/catalog.ts';
import { buildIndex, clearPrefix } from '../../storage/documents.ts';
import { equalValues } from '../../values/order.ts';
import { arrayIndex } from '../../values/paths.ts';
import { type Document, isDocument, isNumber, toNumber, type Value } from '../../values/value.ts';
import { type Command, type CommandContext, existingCollection } from '../command-context.ts';
import { checkArguments, collectionName, namespace, ok, type Reply } from '../request.ts';
import { idIndex, listReply } from './collections.ts';

export const indexCommands: Record<string, Command> = {
  createIndexes: { kind: 'write', inTransaction: false, run: runCreateIndexes },
  dropIndexes: { kind: 'write', inTransaction: false, run: runDropIndexes },
  listIndexes: { kind: 'read', inTransaction: false, run: runListIndexes },
};

const maxIndexes = 64;

function runCreateIndexes(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions']);
  const given = request.body.get('indexes');
  if (!Array.isArray(given) || given.length === 0) fail('BadValue', 'Must specify at least one index to create');
  const specs = given.map(checkedSpec);
  const existed = view.catalog.collections.has(namespace(request));
  const collection = view.ensureCollection(request.database, collectionName(request));
  const numIndexesBefore = collection.indexes.length + 1;
  for (const spec of specs) addIndex(context, collection, spec);
  const numIndexesAfter = collection.indexes.length + 1;
  return ok({
    numIndexesBefore: existed ? numIndexesBefore : numIndexesAfter - specs.length,
    numIndexesAfter,
    createdCollectionAutomatically: !existed,
    ...(numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}),
  });
}

function addIndex({ view }: CommandContext, collection: CollectionDefinition, spec: Document): void {
  const key = spec.get('key') as Document;
  if (key.size === 1 && key.has('_id')) return;
  const present = collection.indexes.find(({ name }) => name === spec.get('name'));
  if (present !== undefined) {
    if (sameSpec(present.spec, spec)) return;
    fail(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index ${present.name}, but is different`,
    );
  }
  const same = collection.indexes.find(
    (index) =>
      sameKeyPattern(index.spec.get('key') as Document, key) &&
      equalValues(index.spec.get('partialFilterExpression'), spec.get('partialFilterExpression')),
  );
  if (same !== undefined) fail('IndexOptionsConflict', `Index already exists with a different name: ${same.name}`);
  if (collection.indexes.length >= maxIndexes)
    fail('CannotCreateIndex', `A collection must have at most ${maxIndexes} indexes`);
  const index = readIndex(view.catalog.nextId++, spec);
  buildIndex(view, collection, index);
  collection.indexes.push(index);
  view.catalogChanged();
}

function sameSpec(a: Document, b: Document): boolean {
  return (
    sameKeyPattern(a.get('key') as Document, b.get('key') as Document) &&
    ['unique', 'sparse', 'partialFilterExpression'].every((name) =>
      equalValues(a.get(name) ?? false, b.get(name) ?? false),
    )
  );
}

const knownOptions = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'v',
  'background',
  'ns',
  '2dsphereIndexVersion',
]);

/** The index specification as it is stored and listed. Throws for options that this store does not support. */
function checkedSpec(given: Value): Document {
  if (!isDocument(given)) fail('TypeMismatch', 'An index must be a document');
  const key = given.get('key');
  const name = given.get('name');
  if (!isDocument(key) || key.size === 0) fail('CannotCreateIndex', 'Index keys cannot be an empty object');
  if (typeof name !== 'string' || name === '')
    fail('FailedToParse', "The 'name' field is a required property of an index specification");
  for (const [option, value] of given) {
    const simple = option === 'collation' && isDocument(value) && value.get('locale') === 'simple';
    if (!knownOptions.has(option) && !simple)
      fail('CannotCreateIndex', `Index option '${option}' is not supported by this store`);
  }
  checkKeys(key);
  const spec: Document = new Map<string, Value>([
    ['v', 2],
    ['key', key],
    ['name', name],
  ]);
  for (const option of ['unique', 'sparse'] as const) {
    const value = given.get(option);
    if (value === true || (isNumber(value) && toNumber(value) !== 0)) spec.set(option, true);
  }
  const partial = given.get('partialFilterExpression');
  if (partial !== undefined) {
    if (!isDocument(partial)) fail('CannotCreateIndex', "'partialFilterExpression' must be a document");
    if (spec.has('sparse')) fail('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
    if (parseFilter(partial).reads === null) fail('CannotCreateIndex', 'Unsupported expression in partial index');
    spec.set('partialFilterExpression', partial);
  }
  if ([...key.values()].includes('2dsphere')) spec.set('2dsphereIndexVersion', 3);
  return spec;
}

function checkKeys(key: Document): void {
  if (key.size > 32) fail('Location13103', 'too many compound keys');
  for (const [path, direction] of key) {
    if (
      path === '' ||
      path.startsWith('$') ||
      path.split('.').some((part) => part === '' || (part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
    )
      fail('CannotCreateIndex', `Index keys cannot contain an empty or a $-prefixed field: '${path}'`);
    if (path.split('.').some((part) => arrayIndex(part) >= 0))
      fail('CannotCreateIndex', `Indexes on array positions are not supported by this store: '${path}'`);
    if (direction === '2dsphere') continue;
    if (!isNumber(direction) || toNumber(direction) === 0 || Number.isNaN(toNumber(direction)))
      fail(
        'CannotCreateIndex',
        `Values in v:2 index key pattern must be 1, -1 or '2dsphere' in this store: ${String(direction)}`,
      );
  }
  if ([...key.values()].filter((direction) => direction === '2dsphere').length > 1)
    fail('CannotCreateIndex', 'More than one 2dsphere field per index is not supported by this store');
}

function runDropIndexes(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['index']);
  const collection = existingCollection(context);
  const wanted = request.body.get('index');
  const nIndexesWas = collection.indexes.length + 1;
  const selected = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((one) => selectIndexes(collection, one));
  for (const index of selected) clearPrefix(view, 'entries', index.id);
  collection.indexes = collection.indexes.filter((index) => !selected.includes(index));
  view.catalogChanged();
  return ok({ nIndexesWas });
}

function selectIndexes(collection: CollectionDefinition, wanted: Value) {
  if (wanted === '*') return collection.indexes;
  if (wanted === '_id_' || (isDocument(wanted) && wanted.size === 1 && wanted.has('_id')))
    fail('InvalidOptions', 'cannot drop _id index');
  const found = collection.indexes.filter((index) =>
    isDocument(wanted) ? sameKeyPattern(index.spec.get('key') as Document, wanted) : index.name === wanted,
  );
  if (found.length === 0)
    fail('IndexNotFound', isDocument(wanted) ? "can't find index with key" : `index not found with name [${wanted}]`);
  if (found.length > 1) fail('AmbiguousIndexKeyPattern', `${found.length} indexes have this key: give the name of one`);
  return found;
}

function runListIndexes(context: CommandContext): Reply {
  const { request } = context;
  checkArguments(request, ['cursor']);
  const collection = existingCollection(context);
  return listReply([idIndex(), ...collection.indexes.map(({ spec }) => spec)], namespace(request));
}
