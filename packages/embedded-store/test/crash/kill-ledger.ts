import type { Collection, Db, Document, UpdateFilter } from 'mongodb';

/** Records the acknowledged writes to a store, and checks that the store has them. */
export interface Ledger {
  /** Creates the collections. */
  prepare(db: Db): Promise<void>;
  /** Each function does a write and records it once it is acknowledged. They can run concurrently. */
  writers(db: Db): (() => Promise<void>)[];
  acknowledged(): number;
  /** The writes that are missing or partial, and the validation errors. */
  compare(db: Db): Promise<string[]>;
}

interface Account {
  _id: number;
  balance: number;
  transfers: string[];
}

interface Transfer {
  _id: string;
  from: number;
  to: number;
  amount: number;
}

const accounts = 12;
const batchLength = 25;

export function openLedger(): Ledger {
  /** The versions of single documents: the last one acknowledged, and the last one sent. */
  const singles = new Map<string, { acknowledged: number; sent: number }>();
  const batches: number[] = [];
  const removed: string[] = [];
  const transferred: string[] = [];
  let prepared = false;
  let count = 0;
  let next = 0;
  return { prepare, writers, acknowledged: () => count, compare };

  async function prepare(db: Db): Promise<void> {
    await db.collection('singles').createIndex({ version: 1, tags: 1 });
    await db.collection('batches').createIndexes([{ key: { batch: 1, n: 1 }, unique: true }, { key: { tags: -1 } }]);
    await db.collection('accounts').createIndexes([{ key: { balance: 1 } }, { key: { transfers: 1 } }]);
    await db.collection('transfers').createIndex({ from: 1, to: 1 });
    await accountsOf(db).insertMany(
      Array.from({ length: accounts }, (_, _id) => ({ _id, balance: 1000, transfers: [] })),
    );
    prepared = true;
  }

  function writers(db: Db): (() => Promise<void>)[] {
    return [single(db), single(db), () => batch(db), () => transfer(db), () => transfer(db)];
  }

  /** Inserts a document, then updates it a few times, then perhaps deletes it. */
  function single(db: Db): () => Promise<void> {
    const collection = db.collection<Document & { _id: string }>('singles');
    let _id = '';
    let left = 0;
    return async () => {
      if (left-- === 0) {
        _id = `s${next++}`;
        left = next % 5;
        const entry = { acknowledged: -1, sent: 0 };
        singles.set(_id, entry);
        await collection.insertOne({ _id, version: 0, tags: ['a', _id], text: 'x'.repeat((next * 37) % 2000) });
        entry.acknowledged = 0;
      } else if (left === 0 && next % 3 === 0) {
        const entry = singles.get(_id);
        singles.delete(_id);
        await collection.deleteOne({ _id });
        if (entry !== undefined) removed.push(_id);
      } else {
        const entry = singles.get(_id);
        if (entry === undefined) return;
        entry.sent++;
        await collection.updateOne({ _id }, { $inc: { version: 1 }, $push: { tags: `v${entry.sent}` } as Document });
        entry.acknowledged = entry.sent;
      }
      count++;
    };
  }

  async function batch(db: Db): Promise<void> {
    const number = next++;
    const documents = Array.from({ length: batchLength }, (_, n) => ({ batch: number, n, tags: [n % 3, n % 5] }));
    await db.collection('batches').insertMany(documents);
    batches.push(number);
    count++;
  }

  /** Transfers an amount: three documents in one transaction. Skips a transfer that conflicts with another. */
  async function transfer(db: Db): Promise<void> {
    const number = next++;
    const _id = `t${number}`;
    const [from, to] = [number % accounts, (number * 7 + 1) % accounts];
    if (from === to) return;
    const amount = 1 + (number % 9);
    const session = db.client.startSession();
    try {
      session.startTransaction();
      const change = (by: number): UpdateFilter<Account> => ({ $inc: { balance: by }, $push: { transfers: _id } });
      await accountsOf(db).updateOne({ _id: from }, change(-amount), { session });
      await transfersOf(db).insertOne({ _id, from, to, amount }, { session });
      await accountsOf(db).updateOne({ _id: to }, change(amount), { session });
      await session.commitTransaction();
      transferred.push(_id);
      count++;
    } catch (error) {
      if ((error as { code?: number }).code !== 112) throw error;
    } finally {
      await session.endSession();
    }
  }

  async function compare(db: Db): Promise<string[]> {
    if (!prepared) return [];
    return (await Promise.all([compareSingles(db), compareBatches(db), compareTransfers(db), validateAll(db)])).flat();
  }

  async function compareSingles(db: Db): Promise<string[]> {
    const found = await byId(db.collection('singles'), { version: 1, tags: 1 });
    const losses: string[] = [];
    for (const [id, { acknowledged, sent }] of singles) {
      const { version = -1, tags = [] } = found.get(id) ?? {};
      if (version < acknowledged || version > sent) losses.push(`${id} has version ${version}, not ${acknowledged}`);
      if (version >= 0 && tags.length !== version + 2) losses.push(`${id} has only part of version ${version}`);
    }
    for (const id of removed) if (found.has(id)) losses.push(`${id} was deleted, but exists`);
    return losses;
  }

  async function compareBatches(db: Db): Promise<string[]> {
    const groups = await db
      .collection('batches')
      .aggregate([{ $group: { _id: '$batch', n: { $sum: 1 } } }])
      .toArray();
    const found = new Map(groups.map(({ _id, n }) => [_id, n]));
    return batches
      .filter((number) => found.get(number) !== batchLength)
      .map((number) => `Batch ${number} has ${found.get(number) ?? 0} of ${batchLength} documents`);
  }

  /** Each transfer is recorded in three documents, and the balance of an account is the sum of its transfers. */
  async function compareTransfers(db: Db): Promise<string[]> {
    const losses: string[] = [];
    const transfers = await transfersOf(db).find().toArray();
    const ids = new Set(transfers.map(({ _id }) => _id));
    for (const id of transferred) if (!ids.has(id)) losses.push(`Transfer ${id} is missing`);
    for (const account of await accountsOf(db).find().toArray()) {
      const own = transfers.filter(({ from, to }) => from === account._id || to === account._id);
      const balance = own.reduce((sum, { to, amount }) => sum + (to === account._id ? amount : -amount), 1000);
      if (balance !== account.balance) losses.push(`Account ${account._id} holds ${account.balance}, not ${balance}`);
      const known = own.map(({ _id }) => _id).sort();
      if (known.join() !== [...account.transfers].sort().join())
        losses.push(`Account ${account._id} lists ${account.transfers.length} of ${own.length} transfers`);
    }
    return losses;
  }
}

async function validateAll(db: Db): Promise<string[]> {
  const losses: string[] = [];
  for (const name of ['singles', 'batches', 'accounts', 'transfers']) {
    const { valid, errors } = await db.command({ validate: name });
    if (!valid) losses.push(`${name} is not valid: ${errors.join('; ')}`);
  }
  return losses;
}

function accountsOf(db: Db): Collection<Account> {
  return db.collection('accounts');
}

function transfersOf(db: Db): Collection<Transfer> {
  return db.collection('transfers');
}

async function byId(collection: Collection, projection: Document): Promise<Map<unknown, Document>> {
  const documents = await collection.find({}, { projection }).toArray();
  return new Map(documents.map((document) => [document._id, document]));
}
