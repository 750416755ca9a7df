/** How long what clients leave open is kept. */
export interface Limits {
  /** A multi-document transaction, from its first command. */
  transactionMs: number;
  /** A cursor that nobody asks. */
  cursorIdleMs: number;
}

/** MongoDB's own. */
export const usualLimits: Limits = { transactionMs: 60_000, cursorIdleMs: 10 * 60_000 };
