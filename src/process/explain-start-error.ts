import { ConfigError } from '../config/parse-setting.ts';
import { exitCodes } from '../errors/exit-codes.ts';
import { OtherRules } from '../errors/other-rules.ts';
import { explainRefusal } from '../store/explain-refusal.ts';
import { StoreUnavailable } from '../store/open-store.ts';

/** Returns a one-line message for errors that the user can fix, and the stack for all others. */
export function explainError(error: unknown): { code: number; message: string } {
  if (error instanceof ConfigError) return { code: exitCodes.badConfiguration, message: error.message };
  if (error instanceof OtherRules) return { code: exitCodes.badConfiguration, message: error.message };
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: error.message };
  const refusal = explainRefusal(error);
  if (refusal) return { code: exitCodes.unavailable, message: `The store refused a command: ${refusal}` };
  return {
    code: exitCodes.unexpected,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
