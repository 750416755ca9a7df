import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** A connection to the store that sends whatever bytes it is given. */
export interface WireClient {
  send(bytes: Buffer): void;
  /** The next reply's body; null when the store has hung up. */
  reply(): Promise<Document | null>;
  close(): void;
  /** Resolves when the connection is gone. */
  closed: Promise<void>;
}

export interface WireClientOptions {
  /** Whether it keeps its side open when the store hangs up. */
  staysOpen?: boolean;
  /** Whether it takes no answers off the wire. */
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
      for (;;) {
        if (received.length >= 4 && received.length >= received.readInt32LE(0)) {
          const bytes = received.subarray(0, received.readInt32LE(0));
          received = received.subarray(bytes.length);
          return deserialize(bytes.subarray(bytes.readInt32LE(12) === 1 ? 36 : 21));
        }
        if (ended) return null;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () => socket.destroy(),
  };
}

/** An OP_MSG with a body, and whatever `sections` and checksum are to follow it. */
export function opMsg(body: Document | Buffer, flags = 0, ...rest: Buffer[]): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  return message(2013, Buffer.concat([head, Buffer.isBuffer(body) ? body : serialize(body), ...rest]));
}

/** A message with a header that fits. */
export function message(operation: number, content: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + content.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, content]);
}

/** A section of documents beside the body. `size` may lie. */
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
