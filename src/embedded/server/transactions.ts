import { Binary } from 'bson';
import { CommandError, refuse } from '../errors.ts';
import type { Environment } from '../storage/environment.ts';
import { createTransactionView, type TransactionView } from '../storage/transaction-view.ts';
import type { DirectView } from '../storage/view.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { encodeDocument } from '../values/encode-document.ts';
import { type Document, isDocument, typeName, type Value } from '../values/value.ts';
import type { Commits } from './commits.ts';
import type { Reply } from './request.ts';

export interface Transaction {
  session: string;
  number: bigint;
  state: 'open' | 'committing' | 'committed' | 'aborted';
  /** The commit that is under way or done. */
  commit: Promise<void> | null;
  view: TransactionView;
  startedAt: number;
}

/** The multi-document transactions, one a session, and what retried writes were answered. */
export interface Transactions {
  /** The transaction a command belongs to; null when it belongs to none. One is open for 60 s at most. */
  of(body: Document): Transaction | null;
  /** Writes it, inside a write, and resolves when it is on disk. Asked for again, it answers what it answered. */
  commit(transaction: Transaction, commits: Commits): Promise<void>;
  /** Does nothing to one that is not open. */
  abort(transaction: Transaction): void;
  /** Answers a commit that is asked for again; undefined when it is not known to have happened. */
  committedBefore(body: Document): boolean;
  abortExpired(now: number): void;
  /** Aborts what is open in these sessions; null: in all. */
  abortOf(sessions: ReadonlySet<string> | null): void;
}

const transient = ['TransientTransactionError'];

/** `ends` hears of each transaction that reads no more: it is to be committed, or aborted. */
export function createTransactions(
  environment: Environment,
  direct: DirectView,
  expiryMs: number,
  ends: (transaction: Transaction) => void,
): Transactions {
  const current = new Map<string, Transaction>();
  const owners = new Map<string, object>();
  return { of, commit, abort, committedBefore, abortExpired, abortOf };

  function of(body: Document): Transaction | null {
    if (body.get('autocommit') === undefined) {
      if (body.has('startTransaction')) refuse('InvalidOptions', 'startTransaction needs autocommit: false');
      return null;
    }
    if (body.get('autocommit') !== false) refuse('InvalidOptions', "'autocommit' can only be false");
    const session = sessionOf(body);
    const number = transactionNumber(body);
    if (session === null || number === null) refuse('InvalidOptions', 'A transaction needs a session and a txnNumber');
    const latest = current.get(session);
    if (latest !== undefined && number < latest.number)
      refuse('TransactionTooOld', `Cannot continue transaction ${number}: a newer one, ${latest.number}, has begun`);
    if (body.get('startTransaction') === true) return begin(session, number, latest);
    if (latest?.number !== number || latest.state === 'aborted') throw noSuchTransaction(number);
    return latest;
  }

  function begin(session: string, number: bigint, latest: Transaction | undefined): Transaction {
    if (latest?.number === number) refuse('Location117', `Transaction ${number} has begun already`);
    if (latest?.state === 'open') abort(latest);
    const view = createTransactionView(environment, direct, owners);
    const transaction: Transaction = { session, number, state: 'open', commit: null, view, startedAt: Date.now() };
    current.set(session, transaction);
    return transaction;
  }

  function commit(transaction: Transaction, commits: Commits): Promise<void> {
    transaction.commit ??= store(transaction, commits);
    return transaction.commit;
  }

  async function store(transaction: Transaction, commits: Commits): Promise<void> {
    const { session, number, view } = transaction;
    ends(transaction);
    transaction.state = 'committing';
    try {
      await commits.write(() => {
        view.commit(direct);
        rememberReply(environment, session, number, new Map([['committed', true]]));
      });
      transaction.state = 'committed';
    } catch (error) {
      transaction.state = 'aborted';
      throw error;
    } finally {
      view.release();
    }
  }

  function abort(transaction: Transaction): void {
    if (transaction.state !== 'open') return;
    ends(transaction);
    transaction.state = 'aborted';
    transaction.view.release();
  }

  function committedBefore(body: Document): boolean {
    const [session, number] = [sessionOf(body), transactionNumber(body)];
    if (session === null || number === null) return false;
    return rememberedReply(environment, session, number)?.get('committed') === true;
  }

  function abortExpired(now: number): void {
    for (const [session, transaction] of current) {
      if (transaction.state === 'open' && now - transaction.startedAt > expiryMs) abort(transaction);
      if (transaction.state !== 'open' && now - transaction.startedAt > sessionMs) current.delete(session);
    }
  }

  function abortOf(sessions: ReadonlySet<string> | null): void {
    for (const transaction of current.values()) {
      if (sessions === null || sessions.has(transaction.session)) abort(transaction);
    }
  }
}

export function noSuchTransaction(number: bigint | null): CommandError {
  return new CommandError(
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions`,
    {},
    transient,
  );
}

/** The session's id as text; null without one. */
export function sessionOf(body: Document): string | null {
  const lsid = body.get('lsid');
  if (lsid === undefined) return null;
  return sessionId(lsid);
}

/** The id in `{ id: UUID }`. */
export function sessionId(lsid: Value): string {
  const id = isDocument(lsid) ? lsid.get('id') : undefined;
  if (!(id instanceof Binary) || id.sub_type !== Binary.SUBTYPE_UUID || id.length() !== 16)
    refuse('TypeMismatch', "BSON field 'lsid' has to be a document whose 'id' is a UUID");
  return id.toString('hex');
}

export function transactionNumber(body: Document): bigint | null {
  const number = body.get('txnNumber');
  if (number === undefined) return null;
  if (typeof number !== 'bigint')
    refuse('TypeMismatch', `BSON field 'txnNumber' is the wrong type '${typeName(number)}', expected type 'long'`);
  if (number < 0n) refuse('BadValue', `Transaction number cannot be negative: ${number}`);
  return number;
}

/** Refuses a session or a number that is none. */
export function checkSession(body: Document): void {
  const session = sessionOf(body);
  if (transactionNumber(body) !== null && session === null)
    refuse('InvalidOptions', 'Transaction number requires a session ID to also be specified');
}

const sessionMs = 30 * 60 * 1000;

/**
 * The answer to a retryable write that was given before; undefined when it is to be done. A number below the last one
 * answers TransactionTooOld.
 */
export function rememberedReply(environment: Environment, session: string, number: bigint): Document | undefined {
  const bytes = environment.sessions.get(Buffer.from(session, 'hex'));
  if (bytes === undefined) return undefined;
  const stored = decodeDocument(Buffer.from(bytes));
  const last = stored.get('number') as bigint;
  if (number < last)
    refuse(
      'TransactionTooOld',
      `Retryable write with txnNumber ${number} is prohibited: a newer one, ${last}, has begun`,
    );
  return number === last ? (stored.get('reply') as Document) : undefined;
}

/** Keeps the answer, in the same commit as the write itself. */
export function rememberReply(environment: Environment, session: string, number: bigint, reply: Reply): void {
  const stored: Reply = new Map<string, Value | Reply>([
    ['number', number],
    ['at', new Date()],
    ['reply', reply],
  ]);
  environment.writer.put('sessions', Buffer.from(session, 'hex'), encodeDocument(stored));
}

/** Forgets sessions that ended 30 minutes ago or longer. Inside a write only. */
export function forgetSessions(environment: Environment, now: number): void {
  for (const { key, value } of environment.sessions.getRange({ snapshot: false })) {
    const at = decodeDocument(Buffer.from(value), 0, ['at']).get('at') as Date;
    if (now - at.getTime() > sessionMs) environment.writer.remove('sessions', key as Buffer);
  }
}
