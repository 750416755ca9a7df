import { type ClientSession, type Db, type Document, Long, type MongoClient, MongoServerError } from 'mongodb';
import { createMissing, findMissing } from '../../src/store/collections.ts';
import { type Contrast, compareAnswers } from './compare-answers.ts';
import { readAnswer } from './read-answer.ts';
import type { Recording, Sequence, Step, StepAnswer } from './recording.ts';

/** A command whose answer is not the recorded one. */
export interface Difference extends Contrast {
  sequence: string;
  step: Step;
}

export interface ReplayResult {
  /** How many commands were sent and compared. */
  compared: number;
  differences: Difference[];
  /** How many commands were left out, because the server has no transactions. */
  unsent: number;
}

export interface ReplayOptions {
  /** Databases with names that begin so are made, and dropped at the end. */
  prefix: string;
  /** Ends the replay after the command under way. */
  signal?: AbortSignal | undefined;
  /** Whether a command is left out. */
  isOmitted?: (step: Step) => boolean;
  onDifference?: (difference: Difference) => void;
}

/** Documents to insert with one command. */
const batchSize = 500;

/**
 * Sends the commands of a recording to a server, each sequence to a database of its own that holds what it begins with,
 * and compares the answers. Returns also after an abort.
 */
export async function replayRecording(
  { worlds, sequences }: Recording,
  client: MongoClient,
  { prefix, signal, isOmitted = () => false, onDifference = () => {} }: ReplayOptions,
): Promise<ReplayResult> {
  const result: ReplayResult = { compared: 0, differences: [], unsent: 0 };
  const { setName, msg } = await client.db(prefix).command({ hello: 1 });
  const hasTransactions = setName !== undefined || msg === 'isdbgrid';
  for (const [index, sequence] of sequences.entries()) {
    if (signal?.aborted) break;
    if (!hasTransactions && sequence.steps.some(({ transaction }) => transaction !== undefined)) {
      result.unsent += sequence.steps.length;
      continue;
    }
    const database = client.db(`${prefix}-${index}`, { readPreference: 'primary' });
    try {
      await fill(database, sequence, worlds, signal);
      await replaySequence(sequence, createSender(client, database, hasTransactions));
    } finally {
      await database.dropDatabase();
    }
  }
  return result;

  async function replaySequence({ name, steps }: Sequence, send: Sender): Promise<void> {
    for (const step of steps) {
      if (signal?.aborted) return;
      if (isOmitted(step)) continue;
      const found = await send(step);
      if (step.isSetup) continue;
      result.compared++;
      const contrast = compareAnswers(step, found);
      if (!contrast) continue;
      const difference = { sequence: name, step, ...contrast };
      result.differences.push(difference);
      onDifference(difference);
    }
  }
}

async function fill(
  database: Db,
  { start }: Sequence,
  worlds: Recording['worlds'],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (start === 'nothing') return;
  await createMissing(database, await findMissing(database));
  if (start === 'indexes') return;
  for (const [name, documents] of Object.entries(worlds[start.world] ?? {})) {
    for (let first = 0; first < documents.length && !signal?.aborted; first += batchSize)
      await database.collection(name).insertMany(documents.slice(first, first + batchSize), { ordered: false });
  }
}

/** The driver reuses sessions, in which numbers of writes must increase. */
const beyondAllBefore = 1_000_000;

type Sender = (step: Step) => Promise<StepAnswer>;

/** Sends steps as the driver sent them: in the same transactions, and with numbers for repeatable writes. */
function createSender(client: MongoClient, database: Db, hasTransactions: boolean): Sender {
  const own = client.startSession({ causalConsistency: false });
  const transactions = new Map<number, ClientSession>();
  let writes = beyondAllBefore;

  return async (step) => {
    try {
      const { command, transaction } = step;
      if (transaction === undefined) {
        const isNumbered = step.isRetryable && hasTransactions;
        return await run(step, own, isNumbered ? { txnNumber: Long.fromNumber(++writes) } : {});
      }
      const session = transactions.get(transaction) ?? begin(transaction, step);
      if (command.commitTransaction) await session.commitTransaction();
      else if (command.abortTransaction) await session.abortTransaction();
      else return await run(step, session);
      await session.endSession();
      return {};
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      return { error: Number(error.code) };
    }
  };

  function begin(transaction: number, { begins = {} }: Step): ClientSession {
    const session = client.startSession({ causalConsistency: false });
    session.startTransaction(begins as object);
    transactions.set(transaction, session);
    return session;
  }

  async function run({ command, isSetup }: Step, session: ClientSession, numbered = {}): Promise<Document> {
    const reply = await database.command({ ...command, ...numbered }, { session });
    if (isSetup) return {};
    return readAnswer(command, reply, reply.cursor && (await readAll(reply.cursor, session)));
  }

  async function readAll(cursor: Document, session: ClientSession): Promise<Document[]> {
    const documents = [...cursor.firstBatch];
    const collection = String(cursor.ns).slice(database.databaseName.length + 1);
    for (let id = cursor.id; !isZero(id); ) {
      const next = await database.command({ getMore: Long.fromValue(id), collection }, { session });
      documents.push(...next.cursor.nextBatch);
      id = next.cursor.id;
    }
    return documents;
  }
}

function isZero(id: number | bigint | Long): boolean {
  return String(id) === '0';
}
