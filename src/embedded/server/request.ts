import { Double } from 'bson';
import { type CommandError, refuse } from '../errors.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { encodeDocument, type ReplyDocument } from '../values/encode-document.ts';
import { type Document, isDocument, isNumber, toNumber, typeName, type Value } from '../values/value.ts';
import type { Message } from './wire.ts';

/** One command, with checked access to its arguments. */
export interface Request {
  name: string;
  database: string;
  body: Document;
  sequences: Message['sequences'];
}

export type Reply = ReplyDocument;

/** What any command may carry. Read and write concerns are taken: one process, one durable state. */
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
  if (name === undefined) refuse('FailedToParse', 'A command has no name');
  if (typeof database !== 'string') refuse('Location40571', 'OP_MSG requests require a $db argument');
  return { name, database, body: message.body, sequences: message.sequences };
}

/**
 * Refuses arguments that the command does not know, so that none is passed over; and, unless they are false, those that
 * MongoDB knows and this store does not support.
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
      refuse('Location40415', `BSON field '${name}.${key}' is an unknown field.`);
    if (value !== false) refuse('CommandNotSupported', `${name} with ${key} is not supported by this store`);
  }
}

const snapshotReads = ['find', 'aggregate', 'distinct'];

/**
 * Refuses to read as of a moment, but for the snapshot of a transaction: no other is kept. As MongoDB does that is no
 * replica set; a command that it reads so nowhere answers InvalidOptions.
 */
export function checkReadConcern({ name, body }: Request): void {
  const concern = body.get('readConcern');
  if (!isDocument(concern)) return;
  const answered = concern.get('level') !== 'snapshot' || body.has('autocommit');
  if (answered && !concern.has('atClusterTime')) return;
  if (!snapshotReads.includes(name)) refuse('InvalidOptions', `${name} does not support readConcern: snapshot`);
  refuse('NotAReplicaSet', 'node needs to be a replica set member to use readConcern: snapshot');
}

export function collectionName({ name, body }: Request): string {
  const value = body.get(name);
  if (typeof value !== 'string') refuse('InvalidNamespace', `collection name has invalid type ${typeName(value)}`);
  if (value === '' || value.includes('\0'))
    refuse('InvalidNamespace', 'Invalid namespace specified: the collection has no name, or one with a NUL');
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

/** A number that is an integer and at least `least`. */
export function integerArgument(body: Document, name: string, least = 0): number | undefined {
  const value = body.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value)) wrongType(name, value, 'long');
  const number = toNumber(value);
  if (!Number.isInteger(number) || number < least)
    refuse('Location51024', `BSON field '${name}' value must be >= ${least}, actual value '${number}'`);
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

/** The documents of an argument, from the message's sequence or from the body. */
export function documentsArgument({ body, sequences }: Request, name: string): { document: Document; raw: Buffer }[] {
  const sequence = sequences.get(name);
  if (sequence !== undefined) return sequence.map((raw) => ({ document: decodeDocument(raw), raw }));
  return arrayArgument(body, name).map((item) => {
    if (!isDocument(item)) wrongType(`${name}.0`, item, 'object');
    return { document: item, raw: encodeDocument(item) };
  });
}

export function wrongType(name: string, value: Value, expected: string): never {
  if (value === undefined) refuse('Location40414', `BSON field '${name}' is missing but a required field`);
  refuse('TypeMismatch', `BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`);
}

/** A reply with the fields of a literal, and `ok: 1`. */
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
