import { setImmediate } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { MergeEntry } from '../../entities/article/article.ts';
import { type ArticleVersion, cacheHash, isRetraction } from '../fold/apply-versions.ts';
import type { NdjsonLine } from '../json/ndjson.ts';
import { maxRejections, type Rejection } from '../json/rejection.ts';
import type { ParsedArticle, ParsedMerge } from '../parse/parse-entry.ts';
import { createSeenArticles } from './dedupe-index.ts';
import {
  type ArrivedArticle,
  arrivedArticle,
  type KnownLine,
  type LineClaim,
  mergedIdOf,
  type Origin,
  readClaim,
} from './parse-lines.ts';
import { createLineParser } from './parsing-threads.ts';
import type { PlacedWarning } from './place-warnings.ts';
import { readAhead } from './read-ahead.ts';
import { type FilePart, readFile } from './read-file.ts';
import { createSpool } from './spool.ts';
import { readHashes } from './stored-hashes.ts';

/** The articles and merges in the files of one run. None of them is written yet. */
export interface SeedInput {
  /** The number of distinct articles that were accepted. */
  accepted: number;
  /** The number of articles that repeated an earlier one exactly. */
  repeated: number;
  /** The same numbers for merges. */
  merges: { accepted: number; repeated: number };
  /** The number of articles and merges that were rejected. */
  rejected: number;
  /** The first rejections, at most `maxRejections`. */
  rejections: Rejection[];
  /** The total number of rejections. */
  rejectionCount: number;
  /** The first warnings about accepted articles, at most `maxRejections`. */
  warnings: PlacedWarning[];
  /** The total number of warnings. */
  warningCount: number;
  /** Why reading ended early; undefined if it did not. */
  stopped: 'rejections' | 'signal' | undefined;
  /** Yields the accepted articles in the order of the files, in batches. May be called several times. */
  batches(limits: BatchLimits): Generator<ArticleVersion[]>;
  /** Yields the accepted merges in the order of the files, at most `count` at a time. */
  mergeBatches(count: number): Generator<MergeEntry[]>;
  /** Frees the spool. Call it after the last batch. */
  close(): void;
}

/** The limits of a batch. An article larger than `bytes` is a batch of its own. */
export interface BatchLimits {
  articles: number;
  bytes: number;
}

export interface ReadOptions {
  /** Called with the number of bytes read from the files. */
  onRead: (bytes: number) => void;
  /** Ends the reading at this many rejections. */
  maxErrors: number;
  signal: AbortSignal | undefined;
  /** The number of threads that parse NDJSON. */
  concurrency: number;
  /** The maximum number of rejections and of warnings that are kept: `maxRejections` by default. */
  maxKept?: number;
  /** Whether articles are grounded, which gives their warnings; true by default. */
  grounds?: boolean | undefined;
}

/** The number of articles that are taken before the event loop gets a turn, for signals and progress. */
const articlesPerTurn = 200;

type NamedPart = FilePart & { file: string };

/**
 * Reads the articles and merges of some files. If two articles with the same id and version differ, both are rejected,
 * because otherwise the order of the files would decide; so are two merges of the same id into different ones. Because
 * such a conflict may appear at the very end, articles wait in a spool until then. Memory holds about a hundred bytes
 * for each distinct article, however large the files are.
 *
 * Lines of NDJSON that are already stored with the same bytes are not validated again. Looking up their hashes costs
 * one command per 500 lines. Without a `database`, all lines are validated.
 */
export async function readSeedInput(
  database: Db | undefined,
  files: readonly string[],
  { onRead, maxErrors, signal, concurrency, maxKept = maxRejections, grounds = true }: ReadOptions,
): Promise<SeedInput> {
  const spool = createSpool();
  const seen = createSeenArticles();
  const disputed = new Set<number>();
  const counts = { repeated: 0, rejected: 0, rejectionCount: 0, warningCount: 0 };
  const mergeIndexes = new Set<number>();
  let repeatedMerges = 0;
  const rejections: Rejection[] = [];
  const warnings: PlacedWarning[] = [];
  let arrivedCount = 0;

  const parser = createLineParser(concurrency);
  try {
    for await (const arriving of readAhead(partsOf(files, onRead), concurrency, parsePart)) {
      for (const arrived of arriving) {
        take(arrived);
        if (++arrivedCount % articlesPerTurn === 0) await setImmediate();
        if (stopped()) break;
      }
      if (stopped()) break;
    }
  } catch (error) {
    spool.close();
    throw error;
  } finally {
    await parser.close();
  }
  const mergeCount = [...mergeIndexes].filter((index) => !disputed.has(index)).length;
  return {
    ...counts,
    rejections,
    warnings,
    accepted: seen.size - disputed.size - mergeCount,
    merges: { accepted: mergeCount, repeated: repeatedMerges },
    stopped: stopped(),
    batches,
    mergeBatches,
    close: spool.close,
  };

  function stopped(): SeedInput['stopped'] {
    if (counts.rejectionCount >= maxErrors) return 'rejections';
    return signal?.aborted ? 'signal' : undefined;
  }

  async function parsePart({ file, lines, parsed }: NamedPart): Promise<Iterable<ArrivedArticle>> {
    return parsed ? arrivingOf(file, parsed, grounds) : parser.parse(file, lines, await knownOf(lines), grounds);
  }

  /**
   * Returns, for each line, its claim if that is true: the article has occurred in this run, or is stored, with the
   * same hash. Undefined for other lines.
   */
  async function knownOf(lines: readonly NdjsonLine[]): Promise<(KnownLine | undefined)[]> {
    const claims = lines.map(readClaim);
    const isNew = (claim: LineClaim | undefined) => claim !== undefined && !isMet(claim);
    const ids = new Set(claims.filter(isNew).flatMap((claim) => claim?.id ?? []));
    const stored = database ? await readHashes(database, ids) : new Map<string, string>();
    const isStored = (claim: LineClaim) => stored.get(claim.id) === claim.hash().toString('base64url');
    return claims.map((claim) => {
      if (!claim || !(isMet(claim) || (stored.has(claim.id) && isStored(claim)))) return undefined;
      return { id: claim.id, version: claim.version, hash: claim.hash() };
    });
  }

  function isMet(claim: LineClaim): boolean {
    const index = seen.find(claim.id, claim.version);
    return index !== undefined && seen.at(index).contentHash.equals(claim.hash());
  }

  function take(arrived: ArrivedArticle): void {
    if (arrived.rejections) {
      reject(arrived.rejections, arrived.rejectionCount);
      return;
    }
    const { id, version, json, hash, origin } = arrived;
    keepFirst(warnings, arrived.warnings);
    counts.warningCount += arrived.warnings.length;
    const index = seen.find(id, version);
    if (index === undefined) {
      const place = spool.append(Buffer.concat([Buffer.from(`${JSON.stringify(origin)}\n`), json]));
      if (mergedIdOf(id)) mergeIndexes.add(seen.size);
      seen.add(id, version, { contentHash: hash, place });
    } else if (disputed.has(index) || !seen.at(index).contentHash.equals(hash)) {
      const standing = readRecord(index).origin;
      if (!disputed.has(index)) dispute(id, standing, origin);
      dispute(id, origin, standing);
      disputed.add(index);
    } else if (mergedIdOf(id)) {
      repeatedMerges++;
    } else {
      counts.repeated++;
    }
  }

  function dispute(id: string, origin: Origin, other: Origin): void {
    const what = mergedIdOf(id) ? 'merge of this id' : 'article with this id and version';
    const expected = `equal to the ${what} at ${other.file}:${other.line}:${other.column}`;
    reject([{ ...origin, expected, found: `different content for ${JSON.stringify(mergedIdOf(id) ?? id)}` }], 1);
  }

  function reject(more: readonly Rejection[], count: number): void {
    keepFirst(rejections, more);
    counts.rejectionCount += count;
    counts.rejected++;
  }

  function keepFirst<T>(kept: T[], more: readonly T[]): void {
    for (const each of more) {
      if (kept.length === maxKept) return;
      kept.push(each);
    }
  }

  /** Yields the indexes of the accepted articles, or merges. */
  function* indexesOf(kind: 'articles' | 'merges'): Generator<number> {
    for (let index = 0; index < seen.size; index++) {
      if (!disputed.has(index) && mergeIndexes.has(index) === (kind === 'merges')) yield index;
    }
  }

  function* mergeBatches(count: number): Generator<MergeEntry[]> {
    let batch: MergeEntry[] = [];
    for (const index of indexesOf('merges')) {
      batch.push(JSON.parse(readRecord(index).json.toString('utf8')));
      if (batch.length < count) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  function* batches(limits: BatchLimits): Generator<ArticleVersion[]> {
    let batch: ArticleVersion[] = [];
    let bytes = 0;
    for (const index of indexesOf('articles')) {
      const { json } = readRecord(index);
      if (batch.length === limits.articles || (batch.length > 0 && bytes + json.length > limits.bytes)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      const version: ArticleVersion = JSON.parse(json.toString('utf8'));
      if (!isRetraction(version)) cacheHash(version, seen.at(index).contentHash.toString('base64url'));
      batch.push(version);
      bytes += json.length;
    }
    if (batch.length > 0) yield batch;
  }

  function readRecord(index: number): { origin: Origin; json: Buffer } {
    const record = spool.read(seen.at(index).place);
    const feed = record.indexOf('\n');
    return { origin: JSON.parse(record.toString('utf8', 0, feed)), json: record.subarray(feed + 1) };
  }
}

async function* partsOf(files: readonly string[], onRead: (bytes: number) => void): AsyncGenerator<NamedPart> {
  for (const file of files) {
    for await (const part of readFile(file, onRead)) yield { file, ...part };
  }
}

function* arrivingOf(
  file: string,
  parsed: Iterable<ParsedArticle | ParsedMerge>,
  grounds: boolean,
): Generator<ArrivedArticle> {
  for (const article of parsed) yield arrivedArticle(file, article, grounds);
}
