import type { Db } from 'mongodb';
import type { MergeEntry } from '../../entities/article/article.ts';
import { OtherRules } from '../../errors/other-rules.ts';
import type { Merge } from '../../query/merges.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import { readStoreRules } from '../write/store-rules.ts';
import { createArticleReader, type DumpedVersion, type ReadLimits, readLimits } from './read-articles.ts';

/** Some lines of a dump, and the number of each kind among them. */
export interface DumpPart {
  /** NDJSON, with a line feed after each line. */
  text: string;
  articles: number;
  withdrawals: number;
  merges: number;
}

export interface DumpOptions {
  /** Ends the dump with the reason of the signal. */
  signal?: AbortSignal | undefined;
  limits?: ReadLimits;
}

const mergesAtOnce = 1000;

/**
 * Yields the contents of a store as NDJSON that `seedFiles` accepts: merges by id, then articles and withdrawals by id.
 * Two dumps of one state are equal. Derived documents are left out. Holds a few megabytes in memory, however large the
 * store is.
 *
 * Writers may write meanwhile. Each article or withdrawal is as it was at some moment of the run, and nothing is
 * missing that was committed before the run. It only reads: a read-only user suffices, an interrupted write or upgrade
 * is left as it is, and a store of an earlier rules version is read as it is. Throws `OtherRules` for a later version.
 */
export async function* dumpStore(
  database: Db,
  { signal, limits = readLimits }: DumpOptions = {},
): AsyncGenerator<DumpPart> {
  await assertNotLater(database);
  for await (const merges of mergesOf(database)) {
    signal?.throwIfAborted();
    yield { text: linesOf(merges), articles: 0, withdrawals: 0, merges: merges.length };
  }
  const reader = createArticleReader(database, limits);
  for (let versions = await reader.next(); versions; versions = await reader.next()) {
    signal?.throwIfAborted();
    const withdrawals = versions.filter((version) => 'retracted' in version).length;
    yield { text: linesOf(versions), articles: versions.length - withdrawals, withdrawals, merges: 0 };
  }
  await assertNotLater(database); // a later version may have upgraded the store meanwhile
}

/** Returns the approximate number of articles and withdrawals, from the statistics of the store. Costs two commands. */
export async function estimateDump(database: Db): Promise<number> {
  const counts = ['articles', 'withdrawals'].map((name) => database.collection(name).estimatedDocumentCount());
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function assertNotLater(database: Db): Promise<void> {
  const rules = await readStoreRules(database);
  if (rules && rules.version > rulesVersion) throw new OtherRules(rules.version, rulesVersion);
}

async function* mergesOf(database: Db): AsyncGenerator<MergeEntry[]> {
  let entries: MergeEntry[] = [];
  for await (const { _id: from, into } of database.collection<Merge>('merges').find().sort({ _id: 1 })) {
    entries.push({ merge: { from, into } });
    if (entries.length < mergesAtOnce) continue;
    yield entries;
    entries = [];
  }
  if (entries.length > 0) yield entries;
}

function linesOf(entries: readonly (DumpedVersion | MergeEntry)[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
