/** What was asked of the store so far. */
export interface StoreUse {
  commands: number;
  documents: number;
  /** How long at least one command was waited for. */
  ms: number;
  /** The commands in the order in which they ended. */
  ended: CommandUse[];
}

export interface CommandUse {
  command: string;
  collection: string;
  /** How many it returned; null where it failed. */
  documents: number | null;
  ms: number;
}

export interface StoreMeter {
  use(): StoreUse;
  /** Measures a command from now to its end. */
  measure<D>(command: string, collection: string, documents: Promise<D[]>): Promise<D[]>;
}

/** Measures what one request asks of the store. */
export function createStoreMeter(): StoreMeter {
  const ended: CommandUse[] = [];
  let commands = 0;
  let underWay = 0;
  let since = 0;
  let waitedMs = 0;

  return {
    use() {
      const documents = ended.reduce((sum, each) => sum + (each.documents ?? 0), 0);
      const waitingMs = underWay > 0 ? performance.now() - since : 0;
      return { commands, documents, ms: rounded(waitedMs + waitingMs), ended: [...ended] };
    },
    async measure(command, collection, promise) {
      const began = performance.now();
      let documents: number | null = null;
      commands++;
      if (underWay++ === 0) since = began;
      try {
        const found = await promise;
        documents = found.length;
        return found;
      } finally {
        const now = performance.now();
        if (--underWay === 0) waitedMs += now - since;
        ended.push({ command, collection, documents, ms: rounded(now - began) });
      }
    },
  };
}

/** To hundredths. */
function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
