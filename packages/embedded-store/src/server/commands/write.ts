import { CommandError, fail } from '../../errors.ts';
import { parseFilter } from '../../query/filter.ts';
import { findRows, type Query } from '../../query/find.ts';
import { compileProjection } from '../../query/projection.ts';
import { parseSort } from '../../query/sort.ts';
import type { CollectionDefinition } from '../../storage/catalog.ts';
import { insertDocument, removeDocument, replaceDocument } from '../../storage/documents.ts';
import { decodeDocument } from '../../values/decode-document.ts';
import { noDependencies } from '../../values/dependencies.ts';
import { encodeDocument } from '../../values/encode-document.ts';
import { type Document, isDocument, type Value } from '../../values/value.ts';
import { checkSameId, compileUpdate, withId } from '../../write/update.ts';
import { checkUpsertFilter, upsertBase } from '../../write/upsert.ts';
import { validateDocument } from '../../write/validate-document.ts';
import { type Command, type CommandContext, pipelineContextOf, variableNames } from '../command-context.ts';
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

function runInsert(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['documents', 'ordered', 'bypassDocumentValidation']);
  const documents = documentsArgument(request, 'documents');
  checkBatch(documents.length);
  const collection = view.ensureCollection(request.database, collectionName(request));
  let n = 0;
  const writeErrors = eachInBatch(context, documents, ({ document, raw }) => {
    const [first] = document.keys();
    validateDocument(document);
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
    fail('InvalidLength', `Write batch sizes must be between 1 and ${maxBatch}. Got ${length} operations.`);
}

/** Runs the items of a batch. An ordered batch ends at the first error. In a transaction an error fails the command. */
function eachInBatch<T>(
  context: CommandContext,
  items: T[],
  run: (item: T, index: number) => void,
): { writeErrors?: Value[] } {
  const { body } = context.request;
  const ordered = body.get('ordered') === undefined || booleanArgument(body, 'ordered');
  const errors: Value[] = [];
  for (const [index, item] of items.entries()) {
    context.deadline.check();
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

/** The fields in MongoDB 7; MongoDB 8 adds `sort`. */
const updateFields = ['multi', 'upsert', 'arrayFilters', 'hint', 'collation'];

function runUpdate(context: CommandContext): Reply {
  const { request } = context;
  checkArguments(request, ['updates', 'ordered', 'bypassDocumentValidation', 'let']);
  const updates = documentsArgument(request, 'updates');
  checkBatch(updates.length);
  for (const { document } of updates) checkStatement(document, ['q', 'u'], updateFields);
  const upserted: Value[] = [];
  let n = 0;
  let nModified = 0;
  const writeErrors = eachInBatch(context, updates, ({ document: statement }, index) => {
    const done = runStatement(context, statement);
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

/** As in MongoDB, a malformed statement fails the whole command before any statement runs. */
function checkStatement(statement: Document, required: readonly string[], optional: readonly string[]): void {
  const collation = statement.get('collation');
  if (collation !== undefined && !(isDocument(collation) && collation.get('locale') === 'simple'))
    fail('CommandNotSupported', 'Collation is not supported by this store');
  for (const key of statement.keys()) {
    if (!required.includes(key) && !optional.includes(key))
      fail('Location40415', `BSON field '${key}' is an unknown field of a write.`);
  }
  for (const name of required) if (statement.get(name) == null) wrongType(name, undefined, 'object');
  documentArgument(statement, 'q');
  booleanArgument(statement, 'multi');
  booleanArgument(statement, 'upsert');
}

/** Runs one update statement. If it fails midway, the documents it changed stay changed, but are not counted. */
function runStatement(
  context: CommandContext,
  statement: Document,
): { matched: number; modified: number; upserted?: Value } {
  const multi = booleanArgument(statement, 'multi');
  const upserts = booleanArgument(statement, 'upsert');
  const query = statementQuery(context, statement, multi);
  if (upserts) checkUpsertFilter(query.filter.filter);
  const variables = variableNames(context.request.body);
  const change = compileUpdate(statement.get('u'), query.filter.filter, statement.get('arrayFilters'), variables);
  if (multi && change.replaces) fail('FailedToParse', 'multi update is not supported for replacement-style update');
  const pipelineContext = pipelineContextOf(context);
  const collection = context.view.catalog.collections.get(namespace(context.request));
  let matched = 0;
  let modified = 0;
  for (const { key, before } of targets(context, collection, query)) {
    const after = change.apply(before, false, pipelineContext);
    if (store(context, collection as CollectionDefinition, key, before, after)) modified++;
    matched++;
  }
  if (matched > 0 || !upserts) return { matched, modified };
  const made = withId(change.apply(upsertBase(query.filter.filter, change.replaces), true, pipelineContext));
  checkUpsertedId(upsertBase(query.filter.filter, change.replaces), made);
  insertNew(context, made);
  return { matched, modified, upserted: made.get('_id') };
}

function checkUpsertedId(base: Document, made: Document): void {
  if (base.has('_id')) checkSameId(base, made);
}

function insertNew(context: CommandContext, document: Document): void {
  validateDocument(document);
  const collection = context.view.ensureCollection(context.request.database, collectionName(context.request));
  insertDocument(context.view, collection, document, encodeDocument(document));
}

/** Stores the document if it changed; returns whether it did. */
function store(
  context: CommandContext,
  collection: CollectionDefinition,
  key: Buffer,
  before: Document,
  after: Document,
): boolean {
  checkSameId(before, after);
  if (encodeDocument(before).equals(encodeDocument(after))) return false;
  replaceDocument(context.view, collection, key, before, withId(after));
  return true;
}

function statementQuery(context: CommandContext, statement: Document, multi: boolean): Query {
  const hint = hintOf(statement);
  return {
    filter: parseFilter(documentArgument(statement, 'q') ?? new Map(), variableNames(context.request.body)),
    sort: null,
    skip: 0,
    limit: multi ? null : 1,
    hint,
    reads: noDependencies,
    covers: false,
  };
}

/**
 * The documents that a write affects. All are found before the first is written: a write could move a document in the
 * index, where the scan would find it again.
 */
function* targets(
  context: CommandContext,
  collection: CollectionDefinition | undefined,
  query: Query,
): Generator<{ key: Buffer; before: Document }> {
  if (collection === undefined) return;
  const keys: Buffer[] = [];
  for (const { key } of findRows(pipelineContextOf(context), collection, query)) if (key !== null) keys.push(key);
  for (const key of keys) {
    context.deadline.check();
    const raw = context.view.get('documents', key);
    if (raw !== undefined) yield { key, before: decodeDocument(raw) };
  }
}

function runDelete(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['deletes', 'ordered', 'let']);
  const deletes = documentsArgument(request, 'deletes');
  checkBatch(deletes.length);
  for (const { document } of deletes) checkStatement(document, ['q', 'limit'], ['hint', 'collation']);
  const collection = view.catalog.collections.get(namespace(request));
  let n = 0;
  const writeErrors = eachInBatch(context, deletes, ({ document: statement }) => {
    const limit = integerArgument(statement, 'limit');
    if (limit !== 0 && limit !== 1)
      fail('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    for (const { key, before } of targets(context, collection, statementQuery(context, statement, limit === 0))) {
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

function runFindAndModify(context: CommandContext): Reply {
  const { request } = context;
  const { body } = request;
  checkArguments(request, findAndModifyFields);
  const removes = booleanArgument(body, 'remove');
  if (removes === (body.get('update') !== undefined))
    fail(
      'FailedToParse',
      removes ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified',
    );
  if (removes && booleanArgument(body, 'new')) fail('FailedToParse', 'Cannot specify both new=true and remove=true');
  const upserts = booleanArgument(body, 'upsert');
  if (removes && upserts) fail('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  const collection = context.view.catalog.collections.get(namespace(request));
  const hint = hintOf(body);
  const query: Query = {
    filter: parseFilter(documentArgument(body, 'query') ?? new Map(), variableNames(body)),
    sort: parseSort(body.get('sort')),
    skip: 0,
    limit: 1,
    hint,
    reads: noDependencies,
    covers: false,
  };
  if (upserts) checkUpsertFilter(query.filter.filter);
  const [found] = targets(context, collection, query);
  if (removes) {
    if (found !== undefined) removeDocument(context.view, collection as CollectionDefinition, found.key, found.before);
    return answer(context, found?.before ?? null, new Map([['n', found === undefined ? 0 : 1]]));
  }
  return modify(context, collection, query, found);
}

function modify(
  context: CommandContext,
  collection: CollectionDefinition | undefined,
  query: Query,
  found: { key: Buffer; before: Document } | undefined,
): Reply {
  const { body } = context.request;
  const { filter } = query.filter;
  const change = compileUpdate(body.get('update'), filter, body.get('arrayFilters'), variableNames(body));
  const returnsNew = booleanArgument(body, 'new');
  const pipelineContext = pipelineContextOf(context);
  if (found !== undefined) {
    const after = change.apply(found.before, false, pipelineContext);
    store(context, collection as CollectionDefinition, found.key, found.before, after);
    return answer(
      context,
      returnsNew ? withId(after) : found.before,
      new Map<string, Value>([
        ['n', 1],
        ['updatedExisting', true],
      ]),
    );
  }
  if (!booleanArgument(body, 'upsert')) {
    return answer(
      context,
      null,
      new Map<string, Value>([
        ['n', 0],
        ['updatedExisting', false],
      ]),
    );
  }
  const base = upsertBase(filter, change.replaces);
  const made = withId(change.apply(base, true, pipelineContext));
  checkUpsertedId(base, made);
  insertNew(context, made);
  const id = made.get('_id');
  return answer(
    context,
    returnsNew ? made : null,
    new Map<string, Value>([
      ['n', 1],
      ['updatedExisting', false],
      ['upserted', id],
    ]),
  );
}

function answer(context: CommandContext, document: Document | null, lastErrorObject: Document): Reply {
  const spec = documentArgument(context.request.body, 'fields');
  const projection =
    spec === undefined || spec.size === 0 ? null : compileProjection(spec, variableNames(context.request.body));
  const value =
    document === null || projection === null ? document : projection.apply(document, pipelineContextOf(context).vars);
  return ok({ lastErrorObject, value });
}
