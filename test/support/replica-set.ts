import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type Document, deserialize, Long, ObjectId, serialize } from 'bson';

/**
 * Two addresses that present one store as the members of a replica set, of which one or none is the primary. What needs
 * a primary is refused by the other as MongoDB refuses it; everything else the store answers itself.
 */
export interface ReplicaSet {
  /** For a database of this name. */
  uri(database: string): string;
  /** Makes the other member the primary, at once, or after so long without any. */
  elect(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

const name = 'rs0';
const [opMessage, opQuery, opReply] = [2013, 2004, 1];
const answeredByAll = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'endSessions']);

/** `upstream` is `host:port` or the path of a Unix socket. */
export async function openReplicaSet(upstream: string): Promise<ReplicaSet> {
  const sockets = new Set<Socket>();
  const ports: number[] = [];
  let primary: number | undefined = 0;
  let term = 1;

  const servers = [0, 1].map((member) => {
    const server = createServer((client) => {
      const target = connectTo(upstream);
      for (const [socket, other] of [
        [client, target],
        [target, client],
      ] as const) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
      }
      target.on('data', (chunk) => client.write(chunk));
      let received = Buffer.alloc(0);
      client.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
          const message = received.subarray(0, received.readInt32LE(0));
          received = received.subarray(message.length);
          const own = answerTo(member, message);
          if (own) client.write(own);
          else target.write(message);
        }
      });
    });
    return server;
  });
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as AddressInfo).port);
  }

  /** What the member says itself; undefined where the store is to answer. */
  function answerTo(member: number, message: Buffer): Buffer | undefined {
    const isQuery = message.readInt32LE(12) === opQuery;
    const command = deserialize(message.subarray(isQuery ? message.indexOf(0, 20) + 9 : 21), {
      allowObjectSmallerThanBufferSize: true,
    });
    const [verb = ''] = Object.keys(command);
    const isHello = /^(hello|ismaster)$/i.test(verb);
    if (!isHello && (member === primary || answeredByAll.has(verb))) return undefined;
    const refusal = { ok: 0, code: 10107, codeName: 'NotWritablePrimary', errmsg: 'not primary' };
    return encode(message.readInt32LE(4), isQuery, isHello ? hello(member) : refusal);
  }

  function hello(member: number): Document {
    const hosts = ports.map((port) => `127.0.0.1:${port}`);
    const isPrimary = member === primary;
    return {
      ok: 1,
      helloOk: true,
      setName: name,
      setVersion: 1,
      hosts,
      me: hosts[member],
      isWritablePrimary: isPrimary,
      ismaster: isPrimary,
      secondary: !isPrimary,
      ...(primary !== undefined && { primary: hosts[primary] }),
      ...(isPrimary && { electionId: ObjectId.createFromTime(term) }),
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      minWireVersion: 0,
      maxWireVersion: 21,
      logicalSessionTimeoutMinutes: 30,
    };
  }

  return {
    uri: (database) => `mongodb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/${database}?replicaSet=${name}`,
    async elect(afterMs = 0) {
      const next = primary === 0 ? 1 : 0;
      primary = undefined;
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      primary = next;
      term++;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function encode(responseTo: number, isQuery: boolean, document: Document): Buffer {
  const body = serialize(document);
  // OP_REPLY: flags, cursor, first and number of documents; OP_MSG: flags, and a section of kind 0.
  const prefix = isQuery
    ? Buffer.concat([Buffer.alloc(4), Buffer.from(Long.ZERO.toBytesLE()), Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])])
    : Buffer.alloc(5);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + prefix.length + body.length, 0);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(isQuery ? opReply : opMessage, 12);
  return Buffer.concat([header, prefix, body]);
}

function connectTo(upstream: string): Socket {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(upstream) ?? [];
  return host ? connect(Number(port), host) : connect(upstream);
}
