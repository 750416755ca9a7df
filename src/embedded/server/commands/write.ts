import { CommandError, refuse } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { findRows, type Query } from '../../query/find.ts';
import { compileProjection } from '../../query/projection.ts';
import { parseSort } from '../../query/sort.ts';
import type { CollectionDefinition } from '../../storage/catalog.ts';
import { insertDocument, removeDocument, replaceDocument } from '../../storage/documents.ts';
import { decodeDocument } from '../../values/decode-document.ts';
import { encodeDocument } from '../../values/encode-document.ts';
import { nothingRead } from '../../values/reads.ts';
import { type Document, isDocument, type Value } from '../../values/value.ts';
import { checkStorable } from '../../write/storable.ts';
import { checkSameId, compileUpdate, withId } from '../../write/update.ts';
import { checkUpsertFilter, upsertBase } from '../../write/upsert.ts';
import { type Call, type Command, contextOf, variableNames } from '../call.ts';
import {
  booleanArgument,
  checkArguments,
  collectionName,
  documentArgument,
  documentsArgument,
  integerArgument,
  namespace,
  ok,
  type Reply,
  wrongType,
} from '../request.ts';
import { hintOf } from './read.ts';

export const writeCommands: Record<string, Command> = {
  insert: { kind: 'write', inTransaction: true, run: runInsert },
  update: { kind: 'write', inTransaction: true, run: runUpdate },
  delete: { kind: 'write', inTransaction: true, run: runDelete },
  findAndModify: { kind: 'write', inTransaction: true, run: runFindAndModify },
  findandmodify: { kind: 'write', inTransaction: true, run: runFindAndModify },
};

const maxBatch = 100_000;

function runInsert(call: Call): Reply {
  const { request, view } = call;
  checkArguments(request, ['documents', 'ordered', 'bypassDocumentValidation']);
  const documents = documentsArgument(request, 'documents');
  checkBatch(documents.length);
  const collection = view.ensureCollection(request.database, collectionName(request));
  let n = 0;
  const writeErrors = eachInBatch(call, documents, ({ document, raw }) => {
    const [first] = document.keys();
    checkStorable(document);
    if (first === '_id') insertDocument(view, collection, document, raw);
    else {
      const complete = withId(document);
      insertDocument(view, collection, complete, encodeDocument(complete));
    }
    n++;
  });
  return ok({ n, ...writeErrors });
}

function checkBatch(length: number): void {
  if (length < 1 || length > maxBatch)
    refuse('InvalidLength', `Write batch sizes must be between 1 and ${maxBatch}. Got ${length} operations.`);
}

/** Runs the batch's items; an ordered batch ends at the first error. In a transaction an error ends the command. */
function eachInBatch<T>(call: Call, items: T[], run: (item: T, index: number) => void): { writeErrors?: Value[] } {
  const { body } = call.request;
  const ordered = body.get('ordered') === undefined || booleanArgument(body, 'ordered');
  const errors: Value[] = [];
  for (const [index, item] of items.entries()) {
    call.deadline.check();
    try {
      run(item, index);
    } catch (error) {
      if (!(error instanceof CommandError) || error.labels.length > 0 || error.code === 50) throw error;
      const details = Object.entries(error.details) as [string, Value][];
      errors.push(
        new Map<string, Value>([['index', index], ['code', error.code], ['errmsg', error.message], ...details]),
      );
      if (ordered) break;
    }
  }
  return errors.length > 0 ? { writeErrors: errors } : {};
}

/** Those of MongoDB 7: `sort` came with 8. */
const updateFields = ['multi', 'upsert', 'arrayFilters', 'hint', 'collation'];

function runUpdate(call: Call): Reply {
  const { request } = call;
  checkArguments(request, ['updates', 'ordered', 'bypassDocumentValidation', 'let']);
  const updates = documentsArgument(request, 'updates');
  checkBatch(updates.length);
  for (const { document } of updates) checkStatement(document, ['q', 'u'], updateFields);
  const upserted: Value[] = [];
  let n = 0;
  let nModified = 0;
  const writeErrors = eachInBatch(call, updates, ({ document: statement }, index) => {
    const done = runStatement(call, statement);
    n += done.matched;
    nModified += done.modified;
    if (done.upserted === undefined) return;
    n++;
    upserted.push(
      new Map<string, Value>([
        ['index', index],
        ['_id', done.upserted],
      ]),
    );
  });
  return ok({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...writeErrors });
}

/** As MongoDB does: what is malformed refuses the whole command, before any of it is done. */
function checkStatement(statement: Document, required: readonly string[], optional: readonly string[]): void {
  const collation = statement.get('collation');
  if (collation !== undefined && !(isDocument(collation) && collation.get('locale') === 'simple'))
    refuse('CommandNotSupported', 'Collation is not supported by this store');
  for (const key of statement.keys()) {
    if (!required.includes(key) && !optional.includes(key))
      refuse('Location40415', `BSON field '${key}' is an unknown field of a write.`);
  }
  for (const name of required) if (statement.get(name) == null) wrongType(name, undefined, 'object');
  documentArgument(statement, 'q');
  booleanArgument(statement, 'multi');
  booleanArgument(statement, 'upsert');
}

/** One statement of an update. One that fails on its way counts nothing, and leaves what it did till then. */
function runStatement(call: Call, statement: Document): { matched: number; modified: number; upserted?: Value } {
  const multi = booleanArgument(statement, 'multi');
  const upserts = booleanArgument(statement, 'upsert');
  const query = statementQuery(call, statement, multi);
  if (upserts) checkUpsertFilter(query.filter.filter);
  const variables = variableNames(call.request.body);
  const change = compileUpdate(statement.get('u'), query.filter.filter, statement.get('arrayFilters'), variables);
  if (multi && change.replaces) refuse('FailedToParse', 'multi update is not supported for replacement-style update');
  const context = contextOf(call);
  const collection = call.view.catalog.collections.get(namespace(call.request));
  let matched = 0;
  let modified = 0;
  for (const { key, before } of targets(call, collection, query)) {
    const after = change.apply(before, false, context);
    if (store(call, collection as CollectionDefinition, key, before, after)) modified++;
    matched++;
  }
  if (matched > 0 || !upserts) return { matched, modified };
  const made = withId(change.apply(upsertBase(query.filter.filter, change.replaces), true, context));
  checkUpsertedId(upsertBase(query.filter.filter, change.replaces), made);
  insertNew(call, made);
  return { matched, modified, upserted: made.get('_id') };
}

function checkUpsertedId(base: Document, made: Document): void {
  if (base.has('_id')) checkSameId(base, made);
}

function insertNew(call: Call, document: Document): void {
  checkStorable(document);
  const collection = call.view.ensureCollection(call.request.database, collectionName(call.request));
  insertDocument(call.view, collection, document, encodeDocument(document));
}

/** Stores the document if it changed; answers whether it did. */
function store(call: Call, collection: CollectionDefinition, key: Buffer, before: Document, after: Document): boolean {
  checkSameId(before, after);
  if (encodeDocument(before).equals(encodeDocument(after))) return false;
  replaceDocument(call.view, collection, key, before, withId(after));
  return true;
}

function statementQuery(call: Call, statement: Document, multi: boolean): Query {
  const hint = hintOf(statement);
  return {
    filter: parseFilter(documentArgument(statement, 'q') ?? new Map(), variableNames(call.request.body)),
    sort: null,
    skip: 0,
    limit: multi ? null : 1,
    hint,
    reads: nothingRead,
    covers: false,
  };
}

/**
 * The documents a write is for. Found first and then written: a document that moves in the index that finds it must
 * not be met again.
 */
function* targets(
  call: Call,
  collection: CollectionDefinition | undefined,
  query: Query,
): Generator<{ key: Buffer; before: Document }> {
  if (collection === undefined) return;
  const keys: Buffer[] = [];
  for (const { key } of findRows(contextOf(call), collection, query)) if (key !== null) keys.push(key);
  for (const key of keys) {
    call.deadline.check();
    const raw = call.view.get('documents', key);
    if (raw !== undefined) yield { key, before: decodeDocument(raw) };
  }
}

function runDelete(call: Call): Reply {
  const { request, view } = call;
  checkArguments(request, ['deletes', 'ordered', 'let']);
  const deletes = documentsArgument(request, 'deletes');
  checkBatch(deletes.length);
  for (const { document } of deletes) checkStatement(document, ['q', 'limit'], ['hint', 'collation']);
  const collection = view.catalog.collections.get(namespace(request));
  let n = 0;
  const writeErrors = eachInBatch(call, deletes, ({ document: statement }) => {
    const limit = integerArgument(statement, 'limit');
    if (limit !== 0 && limit !== 1)
      refuse('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    for (const { key, before } of targets(call, collection, statementQuery(call, statement, limit === 0))) {
      removeDocument(view, collection as CollectionDefinition, key, before);
      n++;
    }
  });
  return ok({ n, ...writeErrors });
}

const findAndModifyFields = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'arrayFilters',
  'hint',
  'let',
  'bypassDocumentValidation',
];

function runFindAndModify(call: Call): Reply {
  const { request } = call;
  const { body } = request;
  checkArguments(request, findAndModifyFields);
  const removes = booleanArgument(body, 'remove');
  if (removes === (body.get('update') !== undefined))
    refuse(
      'FailedToParse',
      removes ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified',
    );
  if (removes && booleanArgument(body, 'new')) refuse('FailedToParse', 'Cannot specify both new=true and remove=true');
  const upserts = booleanArgument(body, 'upsert');
  if (removes && upserts) refuse('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  const collection = call.view.catalog.collections.get(namespace(request));
  const hint = hintOf(body);
  const query: Query = {
    filter: parseFilter(documentArgument(body, 'query') ?? new Map(), variableNames(body)),
    sort: parseSort(body.get('sort')),
    skip: 0,
    limit: 1,
    hint,
    reads: nothingRead,
    covers: false,
  };
  if (upserts) checkUpsertFilter(query.filter.filter);
  const [found] = targets(call, collection, query);
  if (removes) {
    if (found !== undefined) removeDocument(call.view, collection as CollectionDefinition, found.key, found.before);
    return answer(call, found?.before ?? null, new Map([['n', found === undefined ? 0 : 1]]));
  }
  return modify(call, collection, query, found);
}

function modify(
  call: Call,
  collection: CollectionDefinition | undefined,
  query: Query,
  found: { key: Buffer; before: Document } | undefined,
): Reply {
  const { body } = call.request;
  const { filter } = query.filter;
  const change = compileUpdate(body.get('update'), filter, body.get('arrayFilters'), variableNames(body));
  const returnsNew = booleanArgument(body, 'new');
  const context = contextOf(call);
  if (found !== undefined) {
    const after = change.apply(found.before, false, context);
    store(call, collection as CollectionDefinition, found.key, found.before, after);
    return answer(
      call,
      returnsNew ? withId(after) : found.before,
      new Map<string, Value>([
        ['n', 1],
        ['updatedExisting', true],
      ]),
    );
  }
  if (!booleanArgument(body, 'upsert')) {
    return answer(
      call,
      null,
      new Map<string, Value>([
        ['n', 0],
        ['updatedExisting', false],
      ]),
    );
  }
  const base = upsertBase(filter, change.replaces);
  const made = withId(change.apply(base, true, context));
  checkUpsertedId(base, made);
  insertNew(call, made);
  const id = made.get('_id');
  return answer(
    call,
    returnsNew ? made : null,
    new Map<string, Value>([
      ['n', 1],
      ['updatedExisting', false],
      ['upserted', id],
    ]),
  );
}

function answer(call: Call, document: Document | null, lastErrorObject: Document): Reply {
  const spec = documentArgument(call.request.body, 'fields');
  const projection =
    spec === undefined || spec.size === 0 ? null : compileProjection(spec, variableNames(call.request.body));
  const value = document === null || projection === null ? document : projection.apply(document, contextOf(call).vars);
  return ok({ lastErrorObject, value });
}
