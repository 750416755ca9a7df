import { Binary } from 'bson';
import { CommandError, fail } from '../errors.ts';
import type { Environment } from '../storage/environment.ts';
import { createTransactionView, type TransactionView } from '../storage/transaction-view.ts';
import type { DirectView } from '../storage/view.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { encodeDocument } from '../values/encode-document.ts';
import { type Document, isDocument, typeName, type Value } from '../values/value.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Reply } from './request.ts';

export interface Transaction {
  session: string;
  number: bigint;
  state: 'open' | 'committing' | 'committed' | 'aborted';
  /** The running or finished commit. */
  commit: Promise<void> | null;
  view: TransactionView;
  startedAt: number;
}

/** The multi-document transactions, at most one per session, and the stored replies of retryable writes. */
export interface Transactions {
  /** The transaction of a command, which `startTransaction` begins; null if the command has none. */
  of(body: Document): Transaction | null;
  /** Commits the transaction. Resolves when it is durable. A repeated call returns the first outcome. */
  commit(transaction: Transaction, groupCommit: GroupCommit): Promise<void>;
  /** Aborts the transaction if it is open. */
  abort(transaction: Transaction): void;
  /** Whether the transaction of a repeated commit is known to have been committed. */
  committedBefore(body: Document): boolean;
  abortExpired(now: number): void;
  /** Aborts the open transactions of these sessions; null: of all. */
  abortOf(sessions: ReadonlySet<string> | null): void;
}

const transient = ['TransientTransactionError'];

/** Calls `ends` with each transaction before it is committed or aborted, after which it reads no more. */
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
      if (body.has('startTransaction')) fail('InvalidOptions', 'startTransaction requires autocommit: false');
      return null;
    }
    if (body.get('autocommit') !== false) fail('InvalidOptions', "'autocommit' can only be false");
    const session = sessionOf(body);
    const number = transactionNumber(body);
    if (session === null || number === null) fail('InvalidOptions', 'A transaction requires a session and a txnNumber');
    const latest = current.get(session);
    if (latest !== undefined && number < latest.number)
      fail('TransactionTooOld', `Cannot continue transaction ${number}: a newer one, ${latest.number}, has begun`);
    if (body.get('startTransaction') === true) return begin(session, number, latest);
    if (latest?.number !== number || latest.state === 'aborted') throw noSuchTransaction(number);
    return latest;
  }

  function begin(session: string, number: bigint, latest: Transaction | undefined): Transaction {
    if (latest?.number === number) fail('Location117', `Transaction ${number} has already begun`);
    if (latest?.state === 'open') abort(latest);
    const view = createTransactionView(environment, direct, owners);
    const transaction: Transaction = { session, number, state: 'open', commit: null, view, startedAt: Date.now() };
    current.set(session, transaction);
    return transaction;
  }

  function commit(transaction: Transaction, groupCommit: GroupCommit): Promise<void> {
    transaction.commit ??= store(transaction, groupCommit);
    return transaction.commit;
  }

  async function store(transaction: Transaction, groupCommit: GroupCommit): Promise<void> {
    const { session, number, view } = transaction;
    ends(transaction);
    transaction.state = 'committing';
    try {
      await groupCommit.write(() => {
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

/** The session's id as text; null if the command has no session. */
export function sessionOf(body: Document): string | null {
  const lsid = body.get('lsid');
  if (lsid === undefined) return null;
  return sessionId(lsid);
}

/** The id in `{ id: UUID }`, in hexadecimal. */
export function sessionId(lsid: Value): string {
  const id = isDocument(lsid) ? lsid.get('id') : undefined;
  if (!(id instanceof Binary) || id.sub_type !== Binary.SUBTYPE_UUID || id.length() !== 16)
    fail('TypeMismatch', "BSON field 'lsid' must be a document whose 'id' is a UUID");
  return id.toString('hex');
}

export function transactionNumber(body: Document): bigint | null {
  const number = body.get('txnNumber');
  if (number === undefined) return null;
  if (typeof number !== 'bigint')
    fail('TypeMismatch', `BSON field 'txnNumber' is the wrong type '${typeName(number)}', expected type 'long'`);
  if (number < 0n) fail('BadValue', `Transaction number cannot be negative: ${number}`);
  return number;
}

/** Throws if the session or the transaction number is malformed. */
export function checkSession(body: Document): void {
  const session = sessionOf(body);
  if (transactionNumber(body) !== null && session === null)
    fail('InvalidOptions', 'Transaction number requires a session ID to also be specified');
}

const sessionMs = 30 * 60 * 1000;

/**
 * The stored reply of a retryable write; undefined if the write has not run yet. Throws TransactionTooOld for a number
 * below the session's last one.
 */
export function rememberedReply(environment: Environment, session: string, number: bigint): Document | undefined {
  const bytes = environment.sessions.get(Buffer.from(session, 'hex'));
  if (bytes === undefined) return undefined;
  const stored = decodeDocument(Buffer.from(bytes));
  const last = stored.get('number') as bigint;
  if (number < last)
    fail(
      'TransactionTooOld',
      `Retryable write with txnNumber ${number} is prohibited: a newer one, ${last}, has begun`,
    );
  return number === last ? (stored.get('reply') as Document) : undefined;
}

/** Stores the reply. Call inside the write's own transaction. */
export function rememberReply(environment: Environment, session: string, number: bigint, reply: Reply): void {
  const stored: Reply = new Map<string, Value | Reply>([
    ['number', number],
    ['at', new Date()],
    ['reply', reply],
  ]);
  environment.writer.put('sessions', Buffer.from(session, 'hex'), encodeDocument(stored));
}

/** Removes the replies that are older than 30 minutes. Call inside a write. */
export function forgetSessions(environment: Environment, now: number): void {
  for (const { key, value } of environment.sessions.getRange({ snapshot: false })) {
    const at = decodeDocument(Buffer.from(value), 0, ['at']).get('at') as Date;
    if (now - at.getTime() > sessionMs) environment.writer.remove('sessions', key as Buffer);
  }
}
