import { MongoError, MongoNetworkError, MongoServerError } from 'mongodb';
import { StoreTimeout } from './store-reader.ts';
import { WriteTimeout } from './write-timeout.ts';

/** The driver's errors that mean an unavailable server. It does not export all of their classes. */
const names = new Set([
  'MongoClientClosedError',
  'MongoNotConnectedError',
  'MongoOperationTimeoutError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
]);

/**
 * Codes of a server that is shutting down, is not the primary, or is out of time: MongoDB's retryable codes, those of
 * time limits, those of locks and write conflicts, and those of cursors, snapshots and transactions that were lost.
 */
const codes = new Set([
  6, 7, 24, 43, 50, 89, 91, 112, 134, 189, 202, 237, 239, 246, 251, 262, 9001, 10107, 11600, 11602, 13435, 13436,
]);

/** The labels of errors after which the same write may succeed. */
const labels = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];

/** Node's codes for broken connections, which the driver passes on from a write to a closed connection. */
const connectionCodes = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTCONN',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);

/** Whether an error means that the store is unavailable at the moment, as opposed to a fault of the command. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof MongoError && labels.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof MongoServerError)
    return codes.has(Number(error.code)) || connectionCodes.has(String(error.code));
  if (error instanceof MongoNetworkError || error instanceof StoreTimeout || error instanceof WriteTimeout) return true;
  if (error instanceof MongoError) return names.has(error.name);
  return error instanceof Error && 'code' in error && connectionCodes.has(String(error.code));
}
