import type { Db, Document, RunCommandOptions } from 'mongodb';

/** Returns a database as a standalone mongod serves it: without transactions. */
export function standalone(database: Db): Db {
  return overriding(database, {
    command: async (command: Document, options?: RunCommandOptions) =>
      'hello' in command ? { ok: 1 } : database.command(command, options),
  });
}

/** Where a writer is interrupted: at which of its writes, from 0, and which operations of that write are still done. */
export interface Cut {
  at: number;
  done: 'none' | 'even' | 'odd';
}

export class CutOff extends Error {}

/**
 * Returns a `database` that stops working at a cut: later commands are not executed. `writes` lists the writes until
 * then, as `bulkWrite incidents`.
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
    /** `part` executes a part of the write. */
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

/** Returns the same object with some properties replaced. */
export function overriding<T extends object>(target: T, overrides: { [K in keyof T]?: unknown }): T {
  return new Proxy(target, {
    get(_, property) {
      if (Object.hasOwn(overrides, property)) return overrides[property as keyof T];
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
