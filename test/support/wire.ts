import { type Document, deserialize, Long, serialize } from 'bson';

/** A command as a driver sent it. */
export interface WireCommand {
  /** The command with its database in `$db`; a batch of writes is an array under its name, as in the command itself. */
  command: Document;
  requestId: number;
  isQuery: boolean;
}

const [opMessage, opQuery, opReply] = [2013, 2004, 1];

/** Returns a function that takes the bytes of a connection as they come, and returns the messages that they complete. */
export function createMessageReader(): (chunk: Buffer) => Buffer[] {
  let received = Buffer.alloc(0);
  return (chunk) => {
    received = Buffer.concat([received, chunk]);
    const messages: Buffer[] = [];
    while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
      const message = received.subarray(0, received.readInt32LE(0));
      received = received.subarray(message.length);
      messages.push(message);
    }
    return messages;
  };
}

/** Reads an OP_MSG, or the OP_QUERY with which a driver says hello. */
export function readCommand(message: Buffer): WireCommand {
  const isQuery = message.readInt32LE(12) === opQuery;
  const requestId = message.readInt32LE(4);
  if (isQuery) return { command: documentAt(message, message.indexOf(0, 20) + 9), requestId, isQuery };
  const command: Document = {};
  for (let at = 20; at < message.length; ) {
    const size = message.readInt32LE(at + 1);
    if (message[at] === 0) Object.assign(command, documentAt(message, at + 1));
    else command[nameOfSequence(message, at)] = sequenceAt(message, at);
    at += 1 + size;
  }
  return { command, requestId, isQuery };
}

/** Returns a server's reply to a command. */
export function encodeReply({ requestId, isQuery }: WireCommand, document: Document): Buffer {
  const body = serialize(document);
  // OP_REPLY: flags, cursor, first document and number of documents; OP_MSG: flags and a section of kind 0.
  const prefix = isQuery
    ? Buffer.concat([Buffer.alloc(4), Buffer.from(Long.ZERO.toBytesLE()), Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])])
    : Buffer.alloc(5);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + prefix.length + body.length, 0);
  header.writeInt32LE(requestId, 8);
  header.writeInt32LE(isQuery ? opReply : opMessage, 12);
  return Buffer.concat([header, prefix, body]);
}

function documentAt(message: Buffer, at: number): Document {
  return deserialize(message.subarray(at, at + message.readInt32LE(at)));
}

/** A section of kind 1 is a size, a name and documents. */
function nameOfSequence(message: Buffer, at: number): string {
  return message.toString('utf8', at + 5, message.indexOf(0, at + 5));
}

function sequenceAt(message: Buffer, at: number): Document[] {
  const documents: Document[] = [];
  const end = at + 1 + message.readInt32LE(at + 1);
  for (let next = message.indexOf(0, at + 5) + 1; next < end; next += message.readInt32LE(next)) {
    documents.push(documentAt(message, next));
  }
  return documents;
}
