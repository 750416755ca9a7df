import { type Document, ObjectId } from 'bson';
import { openWireProxy, type WireProxy } from './wire-proxy.ts';

/**
 * Two addresses that present one store as the members of a replica set, of which one or none is the primary. Commands
 * that need a primary fail on the other member with MongoDB's error; the store executes all others.
 */
export interface ReplicaSet {
  /** Returns the URI for a database of this name. */
  uri(database: string): string;
  /** Makes the other member the primary, at once or after a time without a primary. */
  elect(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

const name = 'rs0';
const answeredByAll = new Set(['ping', 'endSessions']);
const refusal = { ok: 0, code: 10107, codeName: 'NotWritablePrimary', errmsg: 'not primary' };

/** Starts the replica set. `upstream` is `host:port` or the path of a Unix socket. */
export async function openReplicaSet(upstream: string): Promise<ReplicaSet> {
  let primary: number | undefined = 0;
  let term = 1;
  const members: WireProxy[] = [];
  for (const member of [0, 1]) members.push(await openWireProxy(upstream, (command) => answerTo(member, command)));

  /** Returns the member's own response; undefined if the store must respond. */
  function answerTo(member: number, command: Document): Document | undefined {
    const [verb = ''] = Object.keys(command);
    if (/^(hello|ismaster)$/i.test(verb)) return hello(member);
    return member === primary || answeredByAll.has(verb) ? undefined : refusal;
  }

  function hello(member: number): Document {
    const hosts = members.map(({ port }) => `127.0.0.1:${port}`);
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
    uri: (database) =>
      `mongodb://${members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${database}?replicaSet=${name}`,
    async elect(afterMs = 0) {
      const next = primary === 0 ? 1 : 0;
      primary = undefined;
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      primary = next;
      term++;
    },
    async close() {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}
