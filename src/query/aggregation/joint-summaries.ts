import { BSON, type Document } from 'mongodb';
import type { Branch, StoreReader } from '../../store/store-reader.ts';
import type { Entity } from '../entity.ts';
import { allOf, conditionsOf, filterStages, type Match, matchStages } from '../where/store-match.ts';

/** A summary of a list at the root of a query. */
export interface JointSummary {
  match: Match;
  stages: readonly Document[];
  /** The max number of its rows, if it has one. */
  maxRows: number | undefined;
  /** Whether it only counts the documents, which an index usually can. */
  isCount: boolean;
}

interface Waiting {
  collection: string;
  summary: JointSummary;
  /** The conditions that documents must meet, by their text. */
  conditions: ReadonlyMap<string, Document>;
  resolve(rows: readonly Document[] | Promise<readonly Document[]>): void;
  reject(reason: unknown): void;
}

/** From so many summaries of one list on, reading its documents once is faster than a command for each. */
const minSummaries = 3;
/** The max number of rows of one command. A response of a store is at most 16 MiB, and a row about 300 bytes. */
const maxRowsTogether = 40_000;

/**
 * Returns a reader of summaries. Three or more of one list that are requested in the same turn share one command, as do
 * those of parts of the list: of the same filter and more. Counts of a whole list do not, because they read no documents.
 */
export function createJointReader(store: StoreReader) {
  let waiting: Waiting[] = [];

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (const group of groupsOf(all)) {
      if (group.members.length >= minSummaries) void readTogether(group);
      else for (const each of group.members) readAlone(each);
    }
  }

  function readAlone({ collection, summary: { match, stages }, resolve }: Waiting): void {
    resolve(store.aggregateCached(collection, [...matchStages(match), ...stages]));
  }

  async function readTogether({ base, members }: Group): Promise<void> {
    const bounded = members.reduce((sum, { summary }) => sum + (summary.maxRows ?? 0), 0);
    const unbounded = members.filter(({ summary }) => summary.maxRows === undefined).length;
    const share = Math.floor(Math.max(0, maxRowsTogether - bounded) / Math.max(1, unbounded));
    const branches = members.map(({ conditions, summary: { match, stages, maxRows } }): Branch => {
      const more = [...conditions].flatMap(([text, condition]) => (base.conditions.has(text) ? [] : [condition]));
      return {
        alone: [...matchStages(match), ...stages],
        stages: [...filterStages(allOf(more)), ...stages],
        maxRows: maxRows ?? share,
      };
    });
    try {
      const head = filterStages(base.summary.match.filter);
      const results = await store.aggregateTogether(base.collection, head, branches);
      for (const [index, { resolve, reject }] of members.entries()) {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result ?? []);
      }
    } catch (error) {
      for (const { reject } of members) reject(error);
    }
  }

  return ({ collection }: Entity, summary: JointSummary): Promise<readonly Document[]> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({
        collection,
        summary,
        conditions: new Map(conditionsOf(summary.match.filter).map((each) => [textOf(each), each])),
        resolve,
        reject,
      });
    });
}

interface Group {
  /** A summary of the whole list. */
  base: Waiting;
  members: Waiting[];
}

/** Returns groups of summaries that can share a command, and all others as groups of one. */
function groupsOf(all: readonly Waiting[]): Group[] {
  const groups = basesOf(all).map((base): Group => ({ base, members: [] }));
  const alone: Group[] = [];
  for (const each of all) {
    const group = isReadable(each) ? groups.find(({ base }) => isPart(each, base)) : undefined;
    if (group) group.members.push(each);
    else alone.push({ base: each, members: [each] });
  }
  return [...groups, ...alone].filter(({ members }) => members.length > 0);
}

/** Returns one summary of each list of which enough are requested, those with the most conditions first. */
function basesOf(all: readonly Waiting[]): Waiting[] {
  const lists = new Map<string, Waiting[]>();
  for (const each of all) {
    if (!isReadable(each) || each.summary.isCount) continue;
    const key = `${each.collection} ${[...each.conditions.keys()].sort().join(' ')}`;
    lists.set(key, [...(lists.get(key) ?? []), each]);
  }
  return [...lists.values()]
    .flatMap((same) => (same.length >= minSummaries ? same.slice(0, 1) : []))
    .sort((a, b) => b.conditions.size - a.conditions.size);
}

/** Whether a filter alone selects its documents: joins are planned for a command of their own. */
function isReadable({ summary }: Waiting): boolean {
  return summary.match.stages.length === 0;
}

/** Whether a summary is of a list or of a part of it. */
function isPart(
  { collection, conditions, summary }: Waiting,
  { collection: of, conditions: required }: Waiting,
): boolean {
  if (collection !== of || (summary.isCount && conditions.size === required.size)) return false;
  return [...required.keys()].every((condition) => conditions.has(condition));
}

/** Returns a text that is equal for equal conditions. JSON would lose regular expressions. */
function textOf(condition: Document): string {
  return Buffer.from(BSON.serialize(condition, { ignoreUndefined: true })).toString('latin1');
}
