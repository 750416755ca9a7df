import type { Document } from 'mongodb';

/** What of an answer has no defined order. */
export interface Disorder {
  /** Whether the results come in any order. */
  results: boolean;
  /** Whether a limit without an order takes any of them. */
  takesAny: boolean;
  /** The names of fields whose lists come in any order. */
  lists: ReadonlySet<string>;
}

/** Stages after which documents are in the order that they were in before. */
const keeping = new Set([
  '$match',
  '$limit',
  '$skip',
  '$project',
  '$set',
  '$addFields',
  '$unset',
  '$unwind',
  '$lookup',
]);

/** Returns what MongoDB leaves undefined in the answer of a command. */
export function disorderOf(command: Document): Disorder {
  if (!Array.isArray(command.pipeline))
    return { results: !command.sort, takesAny: !command.sort, lists: new Set(['upserted']) };
  const lists = new Set<string>();
  const isSorted = readStages(command.pipeline, lists);
  return { results: !isSorted, takesAny: false, lists };
}

/** Collects the lists in any order, and returns whether the results are in order. */
function readStages(stages: readonly Document[], lists: Set<string>): boolean {
  let isSorted = false;
  for (const stage of stages) {
    const [[name, value] = ['', undefined]] = Object.entries(stage);
    if (name === '$sort') isSorted = true;
    if (name === '$group') collectLists(value, isSorted, lists);
    if (name === '$facet')
      for (const [field, branch] of Object.entries<Document[]>(value)) if (!readStages(branch, lists)) lists.add(field);
    if (name === '$lookup' && !readStages(value.pipeline ?? [], lists)) lists.add(value.as);
    if (!keeping.has(name) && name !== '$sort') isSorted = false;
  }
  return isSorted;
}

/** `$addToSet` gives a list in any order, `$push` in that of the documents. */
function collectLists(group: Document, isSorted: boolean, lists: Set<string>): void {
  for (const [field, accumulator] of Object.entries(group)) {
    if (accumulator?.$addToSet || (accumulator?.$push && !isSorted)) lists.add(field);
  }
}
