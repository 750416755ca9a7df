import { CommandError, refuse } from '../errors.ts';
import { decodeDocument, documentEnd } from '../values/decode-document.ts';
import { encodeDocument, type ReplyDocument } from '../values/encode-document.ts';
import type { Document } from '../values/value.ts';
import { crc32c } from './crc32c.ts';

/*
 * MongoDB's wire protocol: OP_MSG, and OP_QUERY as far as old drivers shake hands with it.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */

export const maxMessageBytes = 48_000_000;
const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;

export interface Message {
  requestId: number;
  /** Whether the client wants no answer. */
  oneWay: boolean;
  legacy: boolean;
  body: Document;
  /** Documents that came beside the body, by the name of the argument; as BSON, unchecked. */
  sequences: ReadonlyMap<string, Buffer[]>;
}

/** The length of the message that begins here; null when it is not to be seen yet. Refuses what cannot be one. */
export function messageLength(bytes: Buffer): number | null {
  if (bytes.length < 4) return null;
  const length = bytes.readInt32LE(0);
  if (length < headerBytes || length > maxMessageBytes + headerBytes)
    refuse('ProtocolError', `A message says it has ${length} bytes`);
  return length;
}

export function requestIdOf(bytes: Buffer): number {
  return bytes.readInt32LE(4);
}

/** Parses one whole message. Throws a CommandError for what is none. */
export function parseMessage(bytes: Buffer): Message {
  const requestId = requestIdOf(bytes);
  const code = bytes.readInt32LE(12);
  if (code === opMsg) return parseMsg(bytes, requestId);
  if (code === opQuery) return parseQuery(bytes, requestId);
  refuse('Location352', `Unsupported OP code ${code}`);
}

function parseMsg(bytes: Buffer, requestId: number): Message {
  if (bytes.length < headerBytes + 5) throw protocol('an OP_MSG is cut off');
  const flags = bytes.readUInt32LE(headerBytes);
  if ((flags & 0xffff & ~0b11) !== 0) throw protocol(`an OP_MSG has unknown flags ${flags}`);
  const end = bytes.length - ((flags & 1) === 1 ? 4 : 0);
  if (end < bytes.length && crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end))
    throw protocol('an OP_MSG has another checksum than its bytes');
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
  return { requestId, oneWay: (flags & 2) === 2, legacy: false, body, sequences };
}

function parseSequence(bytes: Buffer, start: number, end: number, sequences: Map<string, Buffer[]>): number {
  if (start + 4 > end) throw protocol('a document sequence is cut off');
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
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) throw protocol('an OP_QUERY is cut off');
  const namespace = bytes.toString('utf8', headerBytes + 4, nameEnd);
  const body = decodeDocument(bytes.subarray(nameEnd + 9, documentEnd(bytes, nameEnd + 9, bytes.length)));
  const [command = ''] = body.keys();
  if (!namespace.endsWith('.$cmd') || !/^(?:hello|ismaster)$/i.test(command))
    refuse('Location5739101', `OP_QUERY is no longer supported but for the handshake. Use a newer driver`);
  return { requestId, oneWay: false, legacy: true, body: body.set('$db', 'admin'), sequences: new Map() };
}

function protocol(what: string): CommandError {
  return new CommandError('ProtocolError', `Not a message: ${what}`);
}

let lastRequestId = 0;

export function encodeReply(reply: ReplyDocument, responseTo: number, legacy: boolean): Buffer {
  const document = encodeDocument(reply);
  const head = Buffer.alloc(headerBytes + (legacy ? 20 : 5));
  head.writeInt32LE(head.length + document.length, 0);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  head.writeInt32LE(lastRequestId, 4);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(legacy ? opReply : opMsg, 12);
  // OP_REPLY: flags, cursor id, starting from, one document.
  if (legacy) head.writeInt32LE(1, headerBytes + 16);
  return Buffer.concat([head, document]);
}
