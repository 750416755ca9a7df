import { Double } from 'bson';
import { type CommandError, fail } from '../errors.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { encodeDocument, type ReplyDocument } from '../values/encode-document.ts';
import { type Document, isDocument, isNumber, toNumber, typeName, type Value } from '../values/value.ts';
import type { Message } from './wire.ts';

/** A command with checked access to its arguments. */
export interface Request {
  name: string;
  database: string;
  body: Document;
  sequences: Message['sequences'];
}

export type Reply = ReplyDocument;

/**
 * Arguments that any command accepts. Read and write concerns have no effect: there is one process and one durable
 * state.
 */
const general = [
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
];

export function parseRequest(message: Message): Request {
  const [name] = message.body.keys();
  const database = message.body.get('$db');
  if (name === undefined) fail('FailedToParse', 'A command has no name');
  if (typeof database !== 'string') fail('Location40571', 'OP_MSG requests require a $db argument');
  return { name, database, body: message.body, sequences: message.sequences };
}

/**
 * Throws Location40415 for unknown arguments, so that none is ignored, and CommandNotSupported for arguments that
 * MongoDB knows but this store does not support, unless they are false.
 */
export function checkArguments(
  { name, body }: Request,
  known: readonly string[],
  unsupported: readonly string[] = [],
): void {
  for (const [key, value] of body) {
    if (key === name || known.includes(key) || general.includes(key)) continue;
    if (key === 'collation' && isDocument(value) && value.get('locale') === 'simple') continue;
    if (key !== 'collation' && !unsupported.includes(key))
      fail('Location40415', `BSON field '${name}.${key}' is an unknown field.`);
    if (value !== false) fail('CommandNotSupported', `${name} with ${key} is not supported by this store`);
  }
}

const snapshotReads = ['find', 'aggregate', 'distinct'];

/**
 * Returns whether the command can read a snapshot outside a transaction. The read concern of `getMore`, which drivers
 * repeat, has no effect.
 *
 * @throws CommandError InvalidOptions for snapshot reads by commands that do not support them in MongoDB.
 */
export function mayReadSnapshot({ name, body }: Request): boolean {
  if (snapshotReads.includes(name)) return true;
  const concern = body.get('readConcern');
  if (!isDocument(concern) || name === 'getMore') return false;
  const isSnapshot = concern.get('level') === 'snapshot' && !body.has('autocommit');
  if (isSnapshot || concern.has('atClusterTime'))
    fail('InvalidOptions', `${name} does not support readConcern: snapshot`);
  return false;
}

export function collectionName({ name, body }: Request): string {
  const value = body.get(name);
  if (typeof value !== 'string') fail('InvalidNamespace', `collection name has invalid type ${typeName(value)}`);
  if (value === '' || value.includes('\0'))
    fail('InvalidNamespace', 'Invalid namespace specified: the collection has no name, or one with a NUL');
  return value;
}

export function namespace(request: Request): string {
  return `${request.database}.${collectionName(request)}`;
}

export function documentArgument(body: Document, name: string): Document | undefined {
  const value = body.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) wrongType(name, value, 'object');
  return value;
}

/** A number that is an integer and at least `min`; undefined if absent. */
export function integerArgument(body: Document, name: string, min = 0): number | undefined {
  const value = body.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value)) wrongType(name, value, 'long');
  const number = toNumber(value);
  if (!Number.isInteger(number) || number < min)
    fail('Location51024', `BSON field '${name}' value must be >= ${min}, actual value '${number}'`);
  return number;
}

export function booleanArgument(body: Document, name: string): boolean {
  const value = body.get(name);
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (isNumber(value)) return toNumber(value) !== 0;
  wrongType(name, value, 'bool');
}

export function arrayArgument(body: Document, name: string): Value[] {
  const value = body.get(name);
  return Array.isArray(value) ? value : wrongType(name, value, 'array');
}

export function stringArgument(body: Document, name: string): string {
  const value = body.get(name);
  return typeof value === 'string' ? value : wrongType(name, value, 'string');
}

/** The documents of an argument, from a document sequence of the message or from the body. */
export function documentsArgument({ body, sequences }: Request, name: string): { document: Document; raw: Buffer }[] {
  const sequence = sequences.get(name);
  if (sequence !== undefined) return sequence.map((raw) => ({ document: decodeDocument(raw), raw }));
  return arrayArgument(body, name).map((item) => {
    if (!isDocument(item)) wrongType(`${name}.0`, item, 'object');
    return { document: item, raw: encodeDocument(item) };
  });
}

export function wrongType(name: string, value: Value, expected: string): never {
  if (value === undefined) fail('Location40414', `BSON field '${name}' is missing but a required field`);
  fail('TypeMismatch', `BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`);
}

/** A reply with these fields and `ok: 1`. */
export function ok(fields: Record<string, Value | Reply | Buffer[]> = {}): Reply {
  return new Map([...Object.entries(fields), ['ok', new Double(1)]] as [string, Value][]);
}

export function errorReply(error: CommandError): Reply {
  const reply: Reply = new Map<string, Value>([
    ['ok', new Double(0)],
    ['errmsg', error.message],
    ['code', error.code],
    ['codeName', error.codeName],
  ]);
  for (const [name, value] of Object.entries(error.details)) reply.set(name, value as Value);
  if (error.labels.length > 0) reply.set('errorLabels', error.labels);
  return reply;
}
