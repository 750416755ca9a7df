import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { Document } from 'bson';
import { createMessageReader, encodeReply, readCommand } from './wire.ts';

/** Returns the proxy's own reply to a command; undefined if the store must reply. */
export type AnswerCommand = (command: Document) => Document | undefined;

/** A proxy before a store, which reads each command and may reply in its place. */
export interface WireProxy {
  port: number;
  close(): Promise<void>;
}

/** Starts the proxy. `upstream` is `host:port` or the path of a Unix socket. With `tls`, clients must speak TLS. */
export async function openWireProxy(
  upstream: string,
  answer: AnswerCommand = () => undefined,
  tls?: TlsOptions,
): Promise<WireProxy> {
  const sockets = new Set<Socket>();
  const server: Server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on('connection', keep); // also those whose TLS handshake fails
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  }

  function serve(client: Socket): void {
    const target = connectTo(upstream);
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      keep(socket);
      socket.on('close', () => other.destroy());
    }
    target.on('data', (chunk) => client.write(chunk));
    const read = createMessageReader();
    client.once('data', (chunk) => {
      if (beginsTls(chunk)) client.destroy(); // as mongod does without TLS
    });
    client.on('data', (chunk) => {
      for (const message of read(chunk)) {
        const sent = readCommand(message);
        const own = answer(sent.command);
        if (own) client.write(encodeReply(sent, own));
        else target.write(message);
      }
    });
  }

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether bytes are a record of a TLS handshake, and not the length of a first command, which is below 64 kB. */
function beginsTls([type, version, minor = 0]: Buffer): boolean {
  return type === 0x16 && version === 3 && minor > 0;
}

function connectTo(upstream: string): Socket {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(upstream) ?? [];
  return host ? connect(Number(port), host) : connect(upstream);
}
