import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { StoreError } from '../store-error.ts';
import type { Server } from './command-context.ts';
import { asCommandError, dispatch } from './dispatch.ts';
import { errorReply, type Reply } from './request.ts';
import {
  encodeReply,
  isAnswerable,
  type Message,
  messageLength,
  parseMessage,
  replyFormat,
  requestIdOf,
} from './wire.ts';

export type Address = { path: string } | { host: string; port: number };

export interface Listener {
  /** The port; null for a socket. */
  port: number | null;
  /** Stops accepting connections, finishes running commands, then closes all connections. */
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

/** How long a client has to receive its last replies when its connection is closed. */
const graceMs = 1_000;

/**
 * Handles a client's messages one at a time; the next one starts when the last reply has been sent. If a client
 * violates the protocol, it gets an error and its connection is closed. A write of an older driver, which expects no
 * reply, closes the connection without one, so that it does not seem to have succeeded.
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
  // The client is gone. Running commands finish, but their replies are dropped.
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
    working = answerAll().finally(() => {
      working = null;
      if (!finishing && socket.isPaused()) socket.resume();
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
      fail(bytes, error);
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
      const format = replyFormat(bytes);
      if (isAnswerable(known) && format !== 'none')
        await send(encodeReply(errorReply(known), requestIdOf(bytes), format));
      else fail(bytes, known);
      return;
    }
    const pending = dispatch(server, message, id);
    const reply = pending instanceof Promise ? await waitFor(pending) : pending;
    if (!message.oneWay) await send(encoded(reply, message));
  }

  /** Reads nothing from the client while it waits. Not called for each message, since a pause costs two system calls. */
  function waitFor<T>(promise: Promise<T>): Promise<T> {
    socket.pause();
    return promise;
  }

  async function send(bytes: Buffer): Promise<void> {
    if (socket.destroyed || socket.write(bytes) || finishing) return;
    await waitFor(
      new Promise<void>((resolve) => {
        taken = resolve;
      }),
    );
  }

  function fail(bytes: Buffer, error: unknown): void {
    const known = asCommandError(error);
    console.error(`embedded store: connection ${id} closed: ${known.message}`);
    cutOff = true;
    chunks = [];
    if (socket.destroyed) return;
    destroyLater();
    const format = replyFormat(bytes);
    if (format === 'none') socket.end();
    else socket.end(encodeReply(errorReply(known), requestIdOf(bytes), format));
  }

  function destroyLater(): void {
    const timer = setTimeout(() => socket.destroy(), graceMs);
    socket.once('close', () => clearTimeout(timer));
  }
}

function encoded(reply: Reply, { requestId, format }: Message): Buffer {
  try {
    return encodeReply(reply, requestId, format);
  } catch (error) {
    return encodeReply(errorReply(asCommandError(error)), requestId, format);
  }
}
