/** The store commands of a request so far. */
export interface StoreUse {
  commands: number;
  documents: number;
  /** The time during which at least one command was pending. */
  ms: number;
  /** The finished commands, in the order in which they ended. */
  ended: CommandUse[];
}

export interface CommandUse {
  command: string;
  collection: string;
  /** The number of documents returned; null if the command failed. */
  documents: number | null;
  ms: number;
}

export interface StoreMeter {
  use(): StoreUse;
  /** Measures a command from now on. The function that it returns ends that, with the documents unless it failed. */
  begin(command: string, collection: string): (documents?: readonly unknown[]) => void;
}

/** Creates a meter for the store commands of one request. */
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
    begin(command, collection) {
      const began = performance.now();
      commands++;
      if (underWay++ === 0) since = began;
      return (documents) => {
        const now = performance.now();
        if (--underWay === 0) waitedMs += now - since;
        ended.push({ command, collection, documents: documents?.length ?? null, ms: rounded(now - began) });
      };
    },
  };
}

/** Rounds to hundredths. */
function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
