import type { Db, MongoClient } from 'mongodb';
import { formatNodeId } from '../graph/node-id.ts';
import { slugsOf } from './derive/work.ts';
import { type Merge, type MergedType, resolveMerges, type Survivors, survivingSlug } from './fold/merges.ts';
import { inOrder } from './in-order.ts';
import { type WriteLimits, workOn, writeLimits } from './pending.ts';
import type { ChangeCounts } from './plan-write.ts';
import type { StoreDrafts } from './store-drafts.ts';
import { type Prepare, writeInTurn } from './write-in-turn.ts';

export interface MergeSummary {
  /** By type, how many documents are new, different and gone. */
  changes: ChangeCounts;
  /** Whether it stood so already. */
  unchanged: boolean;
  /** The slug that `from` means now, once all merges are followed. */
  meaning: string;
}

/**
 * Lets the slug `from` mean `into`, whether or not either is stored, in place of what it meant before. Where many
 * articles name them, these are derived anew in several steps, which the next write finishes where this one cannot.
 */
export function writeMerge(
  database: Db,
  client: MongoClient,
  { type, from, into }: { type: MergedType; from: string; into: string },
  limits = writeLimits,
): Promise<MergeSummary> {
  const merge = { _id: formatNodeId(type, from), into: formatNodeId(type, into) };
  return changeMerge(database, client, { type, from }, merge, limits);
}

/** Lets the slug `from` mean itself again. */
export function removeMerge(
  database: Db,
  client: MongoClient,
  { type, from }: { type: MergedType; from: string },
  limits = writeLimits,
): Promise<MergeSummary> {
  return changeMerge(database, client, { type, from }, undefined, limits);
}

async function changeMerge(
  database: Db,
  client: MongoClient,
  { type, from }: { type: MergedType; from: string },
  merge: Merge | undefined,
  limits: WriteLimits,
): Promise<MergeSummary> {
  const id = formatNodeId(type, from);
  const prepare: Prepare<Omit<MergeSummary, 'changes'>> = async (drafts, budget) => {
    const before = await drafts.view.find<Merge>('merges', {});
    const after = [...before.filter(({ _id }) => _id !== id), ...(merge ? [merge] : [])];
    await drafts.merges.load([id]);
    const unchanged = drafts.merges.stored(id)?.into === merge?.into;
    drafts.merges.set(id, merge);
    const survivors = resolveMerges(after);
    const naming = await articlesNaming(drafts, changedMeanings(resolveMerges(before), survivors));
    const articles = naming.length > limits.articles ? [] : naming;
    if (articles.length < naming.length) budget.putOff(naming);
    const meaning = survivingSlug(survivors, type, from);
    return { work: await workOn(drafts, articles, survivors), answer: async () => ({ unchanged, meaning }) };
  };
  const { changes, answer } = await inOrder(client, () => writeInTurn(database, client, prepare, limits));
  return { changes, ...answer };
}

/** What the ids that mean something else meant before; these are what articles are stored under. */
function changedMeanings(before: Survivors, after: Survivors): string[] {
  const given = new Set([...before.keys(), ...after.keys()]);
  const changed = [...given].filter((id) => before.get(id) !== after.get(id));
  return [...new Set(changed.map((id) => before.get(id) ?? id))];
}

/** The articles that define any of some things, with their type: `Article:news`. */
async function articlesNaming({ view }: StoreDrafts, things: readonly string[]): Promise<string[]> {
  const lists = { Incident: 'incidents', Actor: 'actors', Location: 'locations' } as const;
  const articles = new Set<string>();
  for (const [type, path] of Object.entries(lists) as [MergedType, string][]) {
    const found = await view.findAny<{ _id: string }>('articles', path, slugsOf(type, things), { reads: [] });
    for (const { _id } of found) articles.add(formatNodeId('Article', _id));
  }
  return [...articles];
}
