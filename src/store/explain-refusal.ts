import { MongoServerError } from 'mongodb';

/** MongoDB's codes UserNotFound, Unauthorized, AuthenticationFailed, MechanismUnavailable, and Atlas's AtlasError. */
const credentialCodes = new Set([11, 18, 334, 8000]);
const unauthorized = 13;

/** IndexOptionsConflict and IndexKeySpecsConflict: there is an index with the same key or name that differs. */
const indexConflictCodes = new Set([85, 86]);

/**
 * Returns why the server refused a command, and what to do, in one line without a final period: for wrong credentials,
 * missing privileges and conflicting indexes. Returns undefined for all other errors. The server's message names the
 * database and the command, never the password.
 */
export function explainRefusal(error: unknown): string | undefined {
  if (!(error instanceof MongoServerError)) return undefined;
  const reason = (error.message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
  const remedy = remedyOf(Number(error.code), reason);
  return remedy && `${reason.length > maxReason ? `${reason.slice(0, maxReason)}…` : reason}. ${remedy}`;
}

/** "not authorized" repeats the whole command, which may hold an article. */
const maxReason = 200;

function remedyOf(code: number, reason: string): string | undefined {
  if (credentialCodes.has(code)) {
    return 'Check the user, the password (percent-encoded) and authSource in MONGODB_URI';
  }
  if (code === unauthorized && /authentication/.test(reason)) {
    return 'Add the user and the password to MONGODB_URI, as in mongodb://user:password@host';
  }
  if (code === unauthorized && /execute command \{ create/.test(reason)) {
    return 'Run "npm run store:prepare" as a user that may create indexes, and set ENSURE_INDEXES=0 for this one';
  }
  if (code === unauthorized) {
    return 'Give the user in MONGODB_URI the role that docs/mongodb.md lists for this command';
  }
  if (indexConflictCodes.has(code)) {
    return 'Drop the conflicting index, then run "npm run store:prepare"';
  }
  return undefined;
}
