import type { Db } from 'mongodb';

/** A database as a standalone mongod serves it: without transactions. */
export function standalone(database: Db): Db {
  return overriding(database, { command: async () => ({ ok: 1 }) });
}

/** Where a writer is cut off: at which of its writes, from 0, and which of many operations in that are done before. */
export interface Cut {
  at: number;
  done: 'none' | 'even' | 'odd';
}

export class CutOff extends Error {}

/**
 * `database` as a writer sees it that is cut off: from then on nothing that it asks for is done. `writes` are those that
 * it asked for, as `bulkWrite incidents`.
 */
export function cutOff(database: Db, { at, done }: Cut): { database: Db; writes: string[] } {
  const writes: string[] = [];
  const isDone = (_: unknown, index: number) => done !== 'none' && index % 2 === (done === 'even' ? 0 : 1);
  const collection = (name: string) => {
    const stored = database.collection(name);
    const read =
      <A extends unknown[], R>(ask: (...args: A) => R) =>
      (...args: A): R => {
        if (writes.length > at) throw new CutOff();
        return ask(...args);
      };
    /** `part` does some of what is asked for. */
    const write =
      <A extends unknown[], R>(
        ask: (...args: A) => Promise<R>,
        part: (...args: A) => Promise<unknown> = async () => {},
      ) =>
      async (...args: A): Promise<R> => {
        const number = writes.push(`${ask.name.replace('bound ', '')} ${name}`) - 1;
        if (number < at) return ask(...args);
        if (number === at) await part(...args);
        throw new CutOff();
      };
    const some = <T>(items: readonly T[], ask: (items: T[]) => Promise<unknown>) => {
      const part = items.filter(isDone);
      return part.length > 0 ? ask(part) : Promise.resolve();
    };
    return overriding(stored, {
      find: read(stored.find.bind(stored) as () => unknown),
      findOne: read(stored.findOne.bind(stored) as () => unknown),
      findOneAndUpdate: write(stored.findOneAndUpdate.bind(stored) as () => Promise<unknown>),
      updateOne: write(stored.updateOne.bind(stored)),
      replaceOne: write(stored.replaceOne.bind(stored)),
      deleteOne: write(stored.deleteOne.bind(stored)),
      insertMany: write(stored.insertMany.bind(stored), (documents, options) =>
        some(documents, (part) => stored.insertMany(part, options)),
      ),
      bulkWrite: write(stored.bulkWrite.bind(stored), (operations, options) =>
        some(operations, (part) => stored.bulkWrite(part, options)),
      ),
      deleteMany: write(stored.deleteMany.bind(stored), async (filter, options) => {
        const found = await stored.find(filter ?? {}, { projection: { _id: 1 } }).toArray();
        await some(
          found.map(({ _id }) => _id),
          (ids) => stored.deleteMany({ _id: { $in: ids } }, options),
        );
      }),
    });
  };
  return { database: overriding(database, { collection: collection as Db['collection'] }), writes };
}

/** The same object, but for some of its properties. */
export function overriding<T extends object>(target: T, overrides: { [K in keyof T]?: unknown }): T {
  return new Proxy(target, {
    get(_, property) {
      if (Object.hasOwn(overrides, property)) return overrides[property as keyof T];
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
