import { CommandError, fail } from '../errors.ts';
import { decodeDocument, documentEnd } from '../values/decode-document.ts';
import { encodeDocument, type ReplyDocument } from '../values/encode-document.ts';
import { type Document, isDocument } from '../values/value.ts';
import { crc32c } from './crc32c.ts';

/*
 * MongoDB's wire protocol: OP_MSG, and OP_QUERY as far as drivers use it for the handshake. Older drivers also read and
 * write with messages that MongoDB removed in version 5.1. Those that expect a reply get an OP_REPLY with an error.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 * https://www.mongodb.com/docs/manual/legacy-opcodes/
 */

export const maxMessageBytes = 48_000_000;
const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opGetMore = 2005;
const opMsg = 2013;

/** Messages of older drivers that get no reply, not even an error. */
const unanswered: ReadonlyMap<number, string> = new Map([
  [2001, 'OP_UPDATE'],
  [2002, 'OP_INSERT'],
  [2006, 'OP_DELETE'],
  [2007, 'OP_KILL_CURSORS'],
]);

export interface Message {
  requestId: number;
  /** Whether the client expects no reply. */
  oneWay: boolean;
  format: ReplyFormat;
  body: Document;
  /** The message's document sequences by argument name, as unchecked BSON. */
  sequences: ReadonlyMap<string, Buffer[]>;
}

/**
 * How the client expects the reply: as an OP_MSG, as an OP_REPLY to a command or to a query, whose errors differ, or not
 * at all.
 */
export type ReplyFormat = 'message' | 'command' | 'query' | 'none';

/** The reply format of a message, by its header; also if its other bytes are malformed, or have not arrived. */
export function replyFormat(bytes: Buffer): ReplyFormat {
  if (bytes.length < headerBytes) return 'message';
  const code = bytes.readInt32LE(12);
  if (unanswered.has(code)) return 'none';
  if (code === opGetMore) return 'query';
  if (code !== opQuery) return 'message';
  const nameEnd = bytes.indexOf(0, headerBytes + 4);
  return nameEnd > 0 && bytes.toString('utf8', headerBytes + 4, nameEnd).endsWith('.$cmd') ? 'command' : 'query';
}

/** The length of the message; null if too few bytes have arrived. Throws ProtocolError if it is out of range. */
export function messageLength(bytes: Buffer): number | null {
  if (bytes.length < 4) return null;
  const length = bytes.readInt32LE(0);
  if (length < headerBytes || length > maxMessageBytes + headerBytes)
    fail('ProtocolError', `A message has the wrong length ${length}`);
  return length;
}

/** The message's id; 0 if it has not arrived. */
export function requestIdOf(bytes: Buffer): number {
  return bytes.length < 8 ? 0 : bytes.readInt32LE(4);
}

/** Parses a complete message. Throws a CommandError if it is malformed. */
export function parseMessage(bytes: Buffer): Message {
  const requestId = requestIdOf(bytes);
  const code = bytes.readInt32LE(12);
  if (code === opMsg) return parseMsg(bytes, requestId);
  if (code === opQuery) return parseQuery(bytes, requestId);
  const name = code === opGetMore ? 'OP_GET_MORE' : unanswered.get(code);
  if (name !== undefined) fail('Location5739101', `${name} ${removed}`);
  fail('Location352', `Unsupported OP code ${code}`);
}

const removed = 'is no longer supported. The client driver may require an upgrade.';

/**
 * Returns whether the connection stays open after this error of `parseMessage`, because the message itself is
 * well-formed.
 */
export function isAnswerable({ codeName }: CommandError): boolean {
  return ['InvalidBSON', 'BadValue', 'UnsupportedOpQueryCommand', 'Location5739101'].includes(codeName);
}

function parseMsg(bytes: Buffer, requestId: number): Message {
  if (bytes.length < headerBytes + 5) throw protocol('an OP_MSG is truncated');
  const flags = bytes.readUInt32LE(headerBytes);
  if ((flags & 0xffff & ~0b11) !== 0) throw protocol(`an OP_MSG has unknown flags ${flags}`);
  const end = bytes.length - ((flags & 1) === 1 ? 4 : 0);
  if (end < bytes.length && crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end))
    throw protocol('the checksum of an OP_MSG is wrong');
  const sequences = new Map<string, Buffer[]>();
  let body: Document | null = null;
  let position = headerBytes + 4;
  while (position < end) {
    const kind = bytes[position++];
    if (kind === 0) {
      if (body !== null) throw protocol('an OP_MSG has two bodies');
      const bodyEnd = documentEnd(bytes, position, end);
      body = decodeDocument(bytes.subarray(position, bodyEnd));
      position = bodyEnd;
    } else if (kind === 1) position = parseSequence(bytes, position, end, sequences);
    else throw protocol(`an OP_MSG has a section of kind ${kind}`);
  }
  if (body === null) throw protocol('an OP_MSG has no body');
  return { requestId, oneWay: (flags & 2) === 2, format: 'message', body, sequences };
}

function parseSequence(bytes: Buffer, start: number, end: number, sequences: Map<string, Buffer[]>): number {
  if (start + 4 > end) throw protocol('a document sequence is truncated');
  const sequenceEnd = start + bytes.readInt32LE(start);
  const nameEnd = bytes.indexOf(0, start + 4);
  if (sequenceEnd > end || nameEnd < 0 || nameEnd >= sequenceEnd)
    throw protocol('a document sequence has a wrong length');
  const name = bytes.toString('utf8', start + 4, nameEnd);
  if (sequences.has(name)) throw protocol(`two document sequences are named ${name}`);
  const documents: Buffer[] = [];
  let position = nameEnd + 1;
  while (position < sequenceEnd) {
    const documentStart = position;
    position = documentEnd(bytes, documentStart, sequenceEnd);
    documents.push(bytes.subarray(documentStart, position));
  }
  sequences.set(name, documents);
  return sequenceEnd;
}

function parseQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, headerBytes + 4);
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) throw protocol('an OP_QUERY is truncated');
  const namespace = bytes.toString('utf8', headerBytes + 4, nameEnd);
  const body = decodeDocument(bytes.subarray(nameEnd + 9, documentEnd(bytes, nameEnd + 9, bytes.length)));
  if (!namespace.endsWith('.$cmd')) fail('Location5739101', `OP_QUERY ${removed}`);
  const wrapped = body.get('$query');
  const request = isDocument(wrapped) ? wrapped : body;
  const [command = ''] = request.keys();
  if (!/^(?:hello|ismaster)$/i.test(command))
    fail(
      'UnsupportedOpQueryCommand',
      `Unsupported OP_QUERY command: ${command}. The client driver may require an upgrade.`,
    );
  return { requestId, oneWay: false, format: 'command', body: request.set('$db', 'admin'), sequences: new Map() };
}

function protocol(what: string): CommandError {
  return new CommandError('ProtocolError', `Invalid message: ${what}`);
}

let lastRequestId = 0;

/** Encodes a reply. `format` is not `none`. */
export function encodeReply(reply: ReplyDocument, responseTo: number, format: ReplyFormat): Buffer {
  const isMessage = format === 'message';
  const isFailedQuery = format === 'query';
  const before = headerBytes + (isMessage ? 5 : 20);
  const bytes = encodeDocument(isFailedQuery ? queryFailure(reply) : reply, before);
  bytes.fill(0, 0, before);
  bytes.writeInt32LE(bytes.length, 0);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  bytes.writeInt32LE(lastRequestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(isMessage ? opMsg : opReply, 12);
  // OP_REPLY: flags (2: QueryFailure), cursor id, starting from, one document.
  if (isFailedQuery) bytes.writeInt32LE(2, headerBytes);
  if (!isMessage) bytes.writeInt32LE(1, headerBytes + 16);
  return bytes;
}

/** Queries get no other replies than errors. Older drivers find the message in `$err`. */
function queryFailure(reply: ReplyDocument): ReplyDocument {
  return new Map([['$err', reply.get('errmsg')], ...reply]);
}
