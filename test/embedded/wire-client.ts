import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** A connection to the store that sends whatever bytes it is given. */
export interface WireClient {
  send(bytes: Buffer): void;
  /** The next reply's body; null when the store has hung up. */
  reply(): Promise<Document | null>;
  close(): void;
}

export async function connectTo(uri: string): Promise<WireClient> {
  const socket: Socket = connect(decodeURIComponent(uri.replace(/^mongodb:\/\/|\/$/g, '')));
  let received = Buffer.alloc(0);
  let ended = false;
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    ended = true;
    wake();
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    send: (bytes) => socket.write(bytes),
    async reply() {
      for (;;) {
        if (received.length >= 4 && received.length >= received.readInt32LE(0)) {
          const message = received.subarray(0, received.readInt32LE(0));
          received = received.subarray(message.length);
          return deserialize(message.subarray(message.readInt32LE(12) === 1 ? 36 : 21));
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
  const bytes = Buffer.concat([Buffer.isBuffer(body) ? body : serialize(body), ...rest]);
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + bytes.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags, 16);
  return Buffer.concat([head, bytes]);
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
