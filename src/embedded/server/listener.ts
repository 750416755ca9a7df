import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { StoreError } from '../store-error.ts';
import type { Server } from './call.ts';
import { asCommandError, dispatch } from './dispatch.ts';
import { errorReply, type Reply } from './request.ts';
import { encodeReply, type Message, messageLength, parseMessage, requestIdOf } from './wire.ts';

export type Address = { path: string } | { host: string; port: number };

export interface Listener {
  /** The port, where it is one. */
  port: number | null;
  /** Takes no new connections, finishes what is under way, and ends them all. */
  close(): Promise<void>;
}

/** Listens for clients. Rejects with PORT_IN_USE, CANNOT_LISTEN or NO_PERMISSION. */
export async function listen(server: Server, address: Address): Promise<Listener> {
  const connections = new Set<Connection>();
  let lastId = 0;
  const net = createServer({ noDelay: true }, (socket) => {
    const connection = createConnection(server, socket, ++lastId);
    connections.add(connection);
    server.connections = connections.size;
    socket.once('close', () => {
      connections.delete(connection);
      server.connections = connections.size;
    });
  });
  await listening(net, address);
  const bound = net.address();
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : null,
    async close() {
      const closed = new Promise<void>((resolve) => net.close(() => resolve()));
      await Promise.all([...connections].map((connection) => connection.finish()));
      await closed;
    },
  };
}

function listening(net: NetServer, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    net.once('error', (cause: NodeJS.ErrnoException) => {
      const place = 'path' in address ? address.path : `${address.host}:${address.port}`;
      const code =
        cause.code === 'EADDRINUSE' ? 'PORT_IN_USE' : cause.code === 'EACCES' ? 'NO_PERMISSION' : 'CANNOT_LISTEN';
      reject(new StoreError(code, `Cannot listen on ${place}: ${cause.message}`, { cause }));
    });
    net.listen(address, resolve);
  });
}

interface Connection {
  finish(): Promise<void>;
}

/** How long a client that is cut off, or the store left, has to take its last answers. */
const graceMs = 1_000;

/**
 * Answers one client's messages one after the other, the next when the last answer has been taken. A client that breaks
 * the protocol is told so and cut off.
 */
function createConnection(server: Server, socket: Socket, id: number): Connection {
  let chunks: Buffer[] = [];
  let received = 0;
  let needed = 4;
  let working: Promise<void> | null = null;
  let finishing = false;
  let cutOff = false;
  let taken = () => {};
  socket.on('drain', () => taken());
  socket.on('close', () => taken());
  socket.on('data', (chunk: Buffer) => {
    if (cutOff) return;
    chunks.push(chunk);
    received += chunk.length;
    if (received >= needed) work();
  });
  // A client that is gone: its commands are finished, nobody hears of it.
  socket.on('error', () => socket.destroy());
  return {
    async finish() {
      finishing = true;
      taken();
      await working;
      destroyLater();
      socket.end();
      socket.destroySoon();
    },
  };

  function work(): void {
    if (working !== null) return;
    socket.pause();
    working = answerAll().finally(() => {
      working = null;
      if (!finishing) socket.resume();
    });
  }

  async function answerAll(): Promise<void> {
    for (;;) {
      const message = nextMessage();
      if (message === null || finishing || cutOff) return;
      await answer(message);
    }
  }

  function nextMessage(): Buffer | null {
    const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    chunks = [bytes];
    let length: number | null;
    try {
      length = messageLength(bytes);
    } catch (error) {
      refuse(0, error);
      return null;
    }
    needed = length ?? 4;
    if (length === null || bytes.length < length) return null;
    chunks = bytes.length === length ? [] : [bytes.subarray(length)];
    received = bytes.length - length;
    needed = 4;
    return bytes.subarray(0, length);
  }

  async function answer(bytes: Buffer): Promise<void> {
    let message: Message;
    try {
      message = parseMessage(bytes);
    } catch (error) {
      const known = asCommandError(error);
      // Bad documents inside a sound frame are the command's fault; the connection can go on.
      if (known.codeName === 'InvalidBSON' || known.codeName === 'BadValue')
        await send(encodeReply(errorReply(known), requestIdOf(bytes), false));
      else refuse(requestIdOf(bytes), known);
      return;
    }
    const reply = await dispatch(server, message, id);
    if (!message.oneWay) await send(encoded(reply, message));
  }

  async function send(bytes: Buffer): Promise<void> {
    if (socket.destroyed || socket.write(bytes) || finishing) return;
    await new Promise<void>((resolve) => {
      taken = resolve;
    });
  }

  function refuse(requestId: number, error: unknown): void {
    const known = asCommandError(error);
    console.error(`embedded store: connection ${id} cut off: ${known.message}`);
    cutOff = true;
    chunks = [];
    if (socket.destroyed) return;
    destroyLater();
    socket.end(encodeReply(errorReply(known), requestId, false));
  }

  function destroyLater(): void {
    const timer = setTimeout(() => socket.destroy(), graceMs);
    socket.once('close', () => clearTimeout(timer));
  }
}

function encoded(reply: Reply, { requestId, legacy }: Message): Buffer {
  try {
    return encodeReply(reply, requestId, legacy);
  } catch (error) {
    return encodeReply(errorReply(asCommandError(error)), requestId, legacy);
  }
}
