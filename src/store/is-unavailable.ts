import { MongoError, MongoNetworkError, MongoServerError } from 'mongodb';
import { StoreTimeout } from './store-reader.ts';

/** Errors of the driver that say so; it does not export the classes of all of them. */
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
 * With these the server says that it is going away, is not the one that can answer, or has no time: MongoDB's retryable
 * codes, those of time limits, and those of cursors that did not outlive a restart.
 */
const codes = new Set([6, 7, 43, 50, 89, 91, 134, 189, 202, 237, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** The driver passes on what a write to a connection that has just ended answers, as Node gives it. */
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

/** Whether an error says that the store cannot answer now, and that nothing is wrong with what was asked. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof MongoServerError)
    return codes.has(Number(error.code)) || connectionCodes.has(String(error.code));
  if (error instanceof MongoNetworkError || error instanceof StoreTimeout) return true;
  if (error instanceof MongoError) return names.has(error.name);
  return error instanceof Error && 'code' in error && connectionCodes.has(String(error.code));
}
