/** How long the store keeps what clients leave open, and from when on it keeps columns. */
export interface Limits {
  /** The max age of a multi-document transaction, counted from its first command. */
  transactionMs: number;
  /** The max time between two uses of a cursor. */
  cursorIdleMs: number;
  /** The max time between two reads of a snapshot outside a transaction. */
  snapshotIdleMs: number;
  /** The number of documents and keys that a summary must read for its fields to be kept in columns. */
  columnsFromReads: number;
}

/**
 * MongoDB's defaults, except for snapshots, which MongoDB keeps for 5 minutes: old pages cannot be reused meanwhile, and
 * the file grows.
 */
export const usualLimits: Limits = {
  transactionMs: 60_000,
  cursorIdleMs: 10 * 60_000,
  snapshotIdleMs: 5_000,
  columnsFromReads: 2_000,
};
