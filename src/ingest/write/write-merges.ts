import type { Db, MongoClient } from 'mongodb';
import { type Merge, type MergedType, resolveMerges, type Survivors, survivingSlug } from '../../query/merges.ts';
import { collectionOf, formatNodeId } from '../../query/node-id.ts';
import { mergedTypes } from '../../query/survivors.ts';
import type { ChangeCause } from '../../store/changes.ts';
import { type Budget, slugsOf } from '../derive/work.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { ChangeCounts } from '../drafts/write-plan.ts';
import { serialize } from './serial-queue.ts';
import { deferredWork, type WriteLimits, writeLimits } from './work-queue.ts';
import { type Prepare, runWrite } from './write-pipeline.ts';

export interface MergeSummary {
  /** How many documents of each type were created, updated and removed. */
  changes: ChangeCounts;
  /** Whether the merge was already as requested, so that nothing changed. */
  unchanged: boolean;
  /** The slug of the survivor of `from`, after following all merges. */
  meaning: string;
  /** The ids, of the two, that no article names, such as `Actor:tehran`. */
  unknown: string[];
}

/**
 * Merges `from` into `into`, both slugs, and replaces an earlier merge of `from`. Neither needs to be stored. If many
 * articles name them, the articles are derived in several steps; if the write is interrupted, the next one completes
 * it.
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

/** Removes the merge of the slug `from`. Changes nothing if there is none. */
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
  const change = new Map([[formatNodeId(type, from), merge]]);
  const { changes, unchanged, unknown, survivors } = await changeMerges(database, client, change, limits);
  return { changes, unchanged: unchanged > 0, meaning: survivingSlug(survivors, type, from), unknown };
}

export interface TakenMerges {
  /** The number of merges that were already as requested. */
  unchanged: number;
  /** The merged ids that no article names, such as `Actor:tehran`. */
  unknown: string[];
  /** The survivors under all merges. */
  survivors: Survivors;
}

/**
 * Makes several merges in one write, each as `writeMerge` does, with one reading of the articles that name their ids.
 * A later merge of the same id replaces an earlier one.
 */
export function writeMerges(
  database: Db,
  client: MongoClient,
  merges: readonly Merge[],
  limits = writeLimits,
): Promise<TakenMerges & { changes: ChangeCounts }> {
  return changeMerges(database, client, new Map(merges.map((merge) => [merge._id, merge])), limits);
}

async function changeMerges(
  database: Db,
  client: MongoClient,
  merges: ReadonlyMap<string, Merge | undefined>,
  limits: WriteLimits,
): Promise<TakenMerges & { changes: ChangeCounts }> {
  const prepare: Prepare<TakenMerges> = (drafts, budget) => takeMerges(drafts, budget, merges, limits);
  const { changes, answer } = await serialize(client, () => runWrite(database, client, prepare, limits));
  return { changes, ...answer };
}

/** Drafts merges, given by the id that they merge; `undefined` removes the merge of an id. */
export async function takeMerges(
  drafts: StoreDrafts,
  budget: Budget,
  merges: ReadonlyMap<string, Merge | undefined>,
  limits: WriteLimits,
): ReturnType<Prepare<TakenMerges>> {
  const stored = await drafts.view.find<Merge>('merges', {});
  const made = [...merges.values()].flatMap((merge) => merge ?? []);
  const after = [...stored.filter(({ _id }) => !merges.has(_id)), ...made];
  await drafts.merges.load(merges.keys());
  let unchanged = 0;
  for (const [id, merge] of merges) {
    if (drafts.merges.stored(id)?.into === merge?.into) unchanged++;
    drafts.merges.set(id, merge);
  }
  const [before, survivors] = [resolveMerges(stored), resolveMerges(after)];
  const unknown = await unknownOf(drafts, made, before);
  const direct = causesOfMerges(merges, stored, before, survivors);
  const naming = await articlesNaming(drafts, changedMeanings(before, survivors));
  const articles = naming.size > limits.articles ? [] : [...naming.keys()];
  if (articles.length < naming.size) {
    for (const [article, entity] of naming) {
      const cause = direct.get(entity);
      if (cause) direct.set(article, cause);
    }
    budget.defer([...naming.keys()]);
  }
  return {
    work: await deferredWork(drafts, articles, survivors),
    causes: { direct, survivors },
    answer: async () => ({ unchanged, unknown, survivors }),
  };
}

/** Returns the ids in the merges `made` that do not resolve to a stored entity, in their order. */
async function unknownOf(drafts: StoreDrafts, made: readonly Merge[], survivors: Survivors): Promise<string[]> {
  const ids = new Set(made.flatMap(({ _id, into }) => [_id, into]));
  const known = new Set<string>();
  for (const type of mergedTypes) {
    const documents = drafts[collectionOf(type)];
    await documents.load(
      slugsOf(
        type,
        [...ids].map((id) => survivors.get(id) ?? id),
      ),
    );
    for (const id of ids) {
      const [slug] = slugsOf(type, [survivors.get(id) ?? id]);
      if (slug !== undefined && documents.stored(slug)) known.add(id);
    }
  }
  return [...ids].filter((id) => !known.has(id));
}

/** Returns the former survivors of the ids whose survivor changes. Articles are stored under these. */
function changedMeanings(before: Survivors, after: Survivors): string[] {
  const given = new Set([...before.keys(), ...after.keys()]);
  const changed = [...given].filter((id) => before.get(id) !== after.get(id));
  return [...new Set(changed.map((id) => before.get(id) ?? id))];
}

/** Returns the articles that define any of the entities, as `Article:news`, each with one of the entities. */
async function articlesNaming({ view }: StoreDrafts, entities: readonly string[]): Promise<Map<string, string>> {
  const lists = { Incident: 'incidents', Actor: 'actors', Location: 'locations' } as const;
  const articles = new Map<string, string>();
  for (const [type, path] of Object.entries(lists) as [MergedType, (typeof lists)[MergedType]][]) {
    const slugs = new Set(slugsOf(type, entities));
    const found = await view.findAny<Naming>('articles', path, slugs, { reads: [path] });
    for (const article of found) {
      const named = article[path]?.find((slug) => slugs.has(slug));
      if (named !== undefined) articles.set(formatNodeId('Article', article._id), formatNodeId(type, named));
    }
  }
  return articles;
}

interface Naming extends Partial<Record<'incidents' | 'actors' | 'locations', string[]>> {
  _id: string;
}

/** Returns the causes of the changes of the ids that merges name, and of those that stood for them before or do now. */
function causesOfMerges(
  merges: ReadonlyMap<string, Merge | undefined>,
  stored: readonly Merge[],
  before: Survivors,
  survivors: Survivors,
): Map<string, ChangeCause> {
  const former = new Map(stored.map((merge) => [merge._id, merge.into]));
  const causes = new Map<string, ChangeCause>();
  for (const [from, merge] of merges) {
    const into = merge?.into ?? former.get(from);
    if (into === undefined || former.get(from) === merge?.into) continue;
    const cause: ChangeCause = { merge: { from, into }, ...(!merge && { undone: true as const }) };
    for (const id of [from, into, former.get(from) ?? from]) {
      for (const entity of [id, before.get(id), survivors.get(id)]) if (entity !== undefined) causes.set(entity, cause);
    }
  }
  return causes;
}
