import type { Collection, Db } from 'mongodb';
import { type Lease, LeaseLost } from './lease.ts';

/** The time that a command may take to reach the server. */
const marginMs = 1000;

/** The methods by which writers change documents, with the position of their options among the arguments. */
const writes = { insertMany: 1, bulkWrite: 1, deleteMany: 1, replaceOne: 2, updateOne: 2, deleteOne: 1 } as const;

/**
 * Returns the database as the holder of a lease may use it. It sends no write once the lease has expired or is about
 * to, however long the process was suspended before, and the server ends a write that takes longer than the lease. The
 * writer then fails with `LeaseLost`, and the next writer completes what it began.
 */
export function fenced(database: Db, lease: Lease): Db {
  return replacing(database, {
    collection: (name: string) => {
      const collection = database.collection(name);
      return replacing(
        collection,
        Object.fromEntries(Object.entries(writes).map((write) => guarded(collection, lease, ...write))),
      );
    },
  });
}

function guarded(collection: Collection, lease: Lease, method: string, optionsAt: number): [string, unknown] {
  const write = Reflect.get(collection, method) as (...args: unknown[]) => unknown;
  return [
    method,
    async (...args: unknown[]) => {
      const maxTimeMS = Math.floor(lease.endsAt - marginMs - performance.now());
      if (maxTimeMS < 1) throw new LeaseLost();
      lease.hasWritten = true;
      const all = [...args];
      all[optionsAt] = { ...(args[optionsAt] as object | undefined), maxTimeMS };
      return write.apply(collection, all);
    },
  ];
}

function replacing<T extends object>(target: T, replaced: Record<string, unknown>): T {
  return new Proxy(target, {
    get(_, property) {
      if (typeof property === 'string' && Object.hasOwn(replaced, property)) return replaced[property];
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
