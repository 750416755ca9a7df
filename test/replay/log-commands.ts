import type { CommandFailedEvent, CommandStartedEvent, CommandSucceededEvent, Document, MongoClient } from 'mongodb';
import { isHousekeeping, readAnswer } from './read-answer.ts';
import type { Step } from './recording.ts';
import { createReplacer } from './without-chance.ts';

export interface CommandLog {
  /** Runs what prepares something for the commands to log; its own are marked. */
  setUp(work: () => Promise<unknown>): Promise<void>;
  /** Returns the commands since the last call, in the order in which they were sent. All of them must have ended. */
  take(): Step[];
}

/** A command under way, or that has ended. */
interface Sent {
  step: Step;
  /** The documents of a cursor so far. */
  documents?: Document[];
  reply?: Document;
  failure?: Error & { code?: unknown };
}

/** What the driver adds to each command, and the snapshot that a query reads from, which is another each time. */
const ofConnection = [
  'lsid',
  '$clusterTime',
  'txnNumber',
  '$db',
  'comment',
  'maxTimeMS',
  '$readPreference',
  'readConcern',
];
const ofTransaction = ['autocommit', 'startTransaction'];

/** Logs the commands of a client, which must have been opened with `monitorCommands`. */
export function logCommands(client: MongoClient): CommandLog {
  let sent: Sent[] = [];
  let isSetup = false;
  let transactions = new Map<string, number>();
  const running = new Map<number, Sent>();
  const cursors = new Map<string, Sent>();
  let replace = createReplacer();

  client.on('commandStarted', ({ requestId, commandName, command }: CommandStartedEvent) => {
    // Whether a query reads the revision depends on what was written before; maintenance sends the same command.
    if (isHousekeeping(commandName) || command.comment === 'revision') return;
    const continued = commandName === 'getMore' ? cursors.get(String(command.getMore)) : undefined;
    const entry = continued ?? { step: stepOf(command) };
    if (!continued) sent.push(entry);
    running.set(requestId, entry);
  });
  client.on('commandSucceeded', ({ requestId, reply }: CommandSucceededEvent) => {
    const entry = running.get(requestId);
    if (!entry) return;
    running.delete(requestId);
    const { cursor } = reply as Document;
    entry.reply ??= cursor ? {} : replace(reply as Document);
    if (!cursor) return;
    entry.documents = [...(entry.documents ?? []), ...replace(cursor.firstBatch ?? cursor.nextBatch)];
    cursors.set(String(cursor.id), entry);
  });
  client.on('commandFailed', ({ requestId, failure }: CommandFailedEvent) => {
    const entry = running.get(requestId);
    running.delete(requestId);
    if (entry) entry.failure = failure;
  });

  /** Numbers the transactions in the order in which they begin. */
  function stepOf({ ...command }: Document): Step {
    const step: Step = { command, answer: {}, ...(isSetup && { isSetup }) };
    if (command.autocommit === false) {
      const key = `${command.lsid.id.toString('hex')} ${command.txnNumber}`;
      if (!transactions.has(key)) transactions.set(key, transactions.size);
      step.transaction = transactions.get(key) as number;
      if (command.startTransaction) step.begins = command.readConcern ? { readConcern: command.readConcern } : {};
      if (command.startTransaction) delete command.readConcern;
      const first = sent.find((each) => each.step.transaction === step.transaction && each.step.begins);
      if (command.commitTransaction && first?.step.begins) first.step.begins.writeConcern = command.writeConcern;
    } else if (command.txnNumber !== undefined) step.isRetryable = true;
    for (const name of [...ofConnection, ...ofTransaction]) delete command[name];
    step.command = replace(command);
    return step;
  }

  return {
    async setUp(work) {
      isSetup = true;
      await work().finally(() => {
        isSetup = false;
      });
    },
    take() {
      if (running.size > 0) throw new Error(`${running.size} commands have not ended`);
      const taken = sent.map(({ step, reply = {}, documents, failure }): Step => {
        if (step.isSetup) return step;
        const answer = failure ? { error: Number(failure.code) } : readAnswer(step.command, reply, documents);
        return { ...step, answer };
      });
      sent = [];
      transactions = new Map();
      cursors.clear();
      replace = createReplacer();
      return taken;
    },
  };
}
