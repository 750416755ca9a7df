import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** A connection to the store that sends arbitrary bytes. */
export interface WireClient {
  send(bytes: Buffer): void;
  /** The body of the next reply; null if the store closed the connection. */
  reply(): Promise<Document | null>;
  /** The bytes of the next reply; null if the store closed the connection. */
  bytes(): Promise<Buffer | null>;
  close(): void;
  /** Resolves when the connection is closed. */
  closed: Promise<void>;
}

export interface WireClientOptions {
  /** Whether to keep its side open when the store closes the connection. */
  staysOpen?: boolean;
  /** Whether to stop reading replies. */
  deaf?: boolean;
}

export async function connectTo(uri: string, { staysOpen, deaf }: WireClientOptions = {}): Promise<WireClient> {
  const place = decodeURIComponent(uri.replace(/^mongodb:\/\/|\/$/g, ''));
  const [, host = '', port] = /^([\d.]+):(\d+)$/.exec(place) ?? [];
  const address = port === undefined ? { path: place } : { host, port: Number(port) };
  const socket: Socket = connect({ ...address, allowHalfOpen: staysOpen === true });
  let received = Buffer.alloc(0);
  let ended = false;
  let wake = () => {};
  const end = () => {
    ended = true;
    wake();
  };
  if (!deaf) {
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      wake();
    });
  }
  socket.on('error', () => {});
  socket.on('end', end);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      end();
      resolve();
    });
  });
  await once(socket, 'connect');
  return {
    closed,
    send: (bytes) => socket.write(bytes),
    async reply() {
      const bytes = await nextReply();
      return bytes && deserialize(bytes.subarray(bytes.readInt32LE(12) === 1 ? 36 : 21));
    },
    bytes: nextReply,
    close: () => socket.destroy(),
  };

  async function nextReply(): Promise<Buffer | null> {
    for (;;) {
      if (received.length >= 4 && received.length >= received.readInt32LE(0)) {
        const bytes = received.subarray(0, received.readInt32LE(0));
        received = received.subarray(bytes.length);
        return bytes;
      }
      if (ended) return null;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

/** An OP_QUERY for one document, as older drivers send it. */
export function opQuery(namespace: string, query: Document | Buffer, flags = 0): Buffer {
  const [head, counts] = [Buffer.alloc(4), Buffer.alloc(8)];
  head.writeInt32LE(flags, 0);
  counts.writeInt32LE(-1, 4);
  const body = Buffer.isBuffer(query) ? query : serialize(query);
  return message(2004, Buffer.concat([head, Buffer.from(`${namespace}\0`), counts, body]));
}

/** An OP_MSG with a body, followed by `sections` and a checksum if given. */
export function opMsg(body: Document | Buffer, flags = 0, ...rest: Buffer[]): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  return message(2013, Buffer.concat([head, Buffer.isBuffer(body) ? body : serialize(body), ...rest]));
}

/** A message with a correct header. */
export function message(operation: number, content: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + content.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, content]);
}

/** A document sequence. `size` overrides its length, to make it wrong. */
export function documentSequence(name: string, documents: Buffer[], size?: number): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(size ?? content.length + 4, 1);
  return Buffer.concat([head, content]);
}

export async function runCommand(uri: string, command: Document): Promise<Document | null> {
  const client = await connectTo(uri);
  client.send(opMsg(command));
  const reply = await client.reply();
  client.close();
  return reply;
}
