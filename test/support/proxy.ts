import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that simulates failures, for existing and new connections. */
export interface StoreProxy {
  port: number;
  /** Closes all connections and accepts no new ones: the machine is up, the server is not. */
  refuse(): Promise<void>;
  /** Accepts connections and bytes, but forwards nothing until `restore`: the server or the network hangs. */
  stall(): void;
  /** Forwards `bytes` more of the upstream's responses on each connection, then closes it. */
  cutAfter(bytes: number): void;
  /** Limits the speed of the upstream's responses on each connection: the network is slow. */
  drip(bytesPerSecond: number): void;
  /** Forwards everything again, including what was held back. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the proxy. `upstream` is `host:port` or the path of a Unix socket. */
export async function openProxy(upstream: string): Promise<StoreProxy> {
  const pairs = new Set<[client: Socket, server: Socket]>();
  let isStalled = false;
  let bytesLeft: (() => Budget) | undefined;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  const server = createServer((client) => join(client, connectTo(upstream)));
  const port = await listen(server, 0);

  function join(client: Socket, target: Socket): void {
    const pair: [Socket, Socket] = [client, target];
    let budget = bytesLeft?.();
    let budgetOf = bytesLeft;
    pairs.add(pair);
    const pass = slowly(client, () => bytesPerSecond);
    client.on('data', (chunk) => target.write(chunk));
    target.on('data', (chunk) => {
      if (budgetOf !== bytesLeft) budget = bytesLeft?.();
      budgetOf = bytesLeft;
      if (!budget) {
        pass(chunk);
      } else if (chunk.length <= budget.bytes) {
        budget.bytes -= chunk.length;
        client.write(chunk);
      } else {
        client.end(chunk.subarray(0, budget.bytes));
        target.destroy();
      }
    });
    for (const [socket, other] of [pair, [target, client] as const]) {
      socket.on('error', () => undefined);
      socket.on('end', () => other.end());
      socket.on('close', () => {
        other.destroySoon();
        pairs.delete(pair);
      });
      if (isStalled) socket.pause();
    }
  }

  return {
    port,
    async refuse() {
      const closed = once(server, 'close');
      server.close();
      for (const [client, target] of pairs) {
        client.resetAndDestroy();
        target.destroy();
      }
      await closed;
    },
    stall() {
      isStalled = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    cutAfter(bytes) {
      bytesLeft = () => ({ bytes });
    },
    drip(rate) {
      bytesPerSecond = rate;
    },
    async restore() {
      isStalled = false;
      bytesPerSecond = Number.POSITIVE_INFINITY;
      bytesLeft = undefined;
      for (const socket of [...pairs].flat()) socket.resume();
      if (!server.listening) await listen(server, port);
    },
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

const dripMs = 20;

/** Writes to `client` in order, no faster than the current `rate`. */
function slowly(client: Socket, rate: () => number): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    const most = Math.min(Math.ceil((rate() * dripMs) / 1000), held.length);
    if (!client.destroyed) client.write(held.subarray(0, most));
    held = client.destroyed ? Buffer.alloc(0) : held.subarray(most);
    timer = held.length > 0 ? setTimeout(write, dripMs) : undefined;
  };
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    if (!timer) write();
  };
}

interface Budget {
  bytes: number;
}

function connectTo(upstream: string): Socket {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(upstream) ?? [];
  return host ? connect(Number(port), host) : connect(upstream);
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
