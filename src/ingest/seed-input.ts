import { setImmediate } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { type ArticleVersion, isRetraction, knowHash } from './apply-versions.ts';
import { createLineParser } from './line-parser.ts';
import type { NdjsonLine } from './ndjson.ts';
import type { ParsedArticle } from './parse-entry.ts';
import {
  type ArrivedArticle,
  arrivedArticle,
  type KnownLine,
  type LineClaim,
  type Origin,
  readClaim,
} from './parse-lines.ts';
import { readAhead } from './read-ahead.ts';
import { type FilePart, readFile } from './read-file.ts';
import { maxRefusals, type Refusal } from './refusal.ts';
import { createSeenArticles } from './seen-articles.ts';
import { createSpool } from './spool.ts';
import { readHashes } from './stored-hashes.ts';

/** What the files of one run hold. Nothing of it is written yet. */
export interface SeedInput {
  /** How many articles are to be taken. */
  accepted: number;
  /** How many articles stood there again, to the letter. */
  repeated: number;
  /** How many articles were refused. */
  refused: number;
  /** The first of them, at most `maxRefusals`. */
  refusals: Refusal[];
  /** All. */
  refusalCount: number;
  /** What ended the reading before its end. */
  stopped: 'refusals' | 'signal' | undefined;
  /** The accepted articles, in the order of the files; each time anew. */
  batches(limits: BatchLimits): Generator<ArticleVersion[]>;
  /** To be called when nothing more is asked for. */
  close(): void;
}

/** An article that is larger alone makes a batch alone. */
export interface BatchLimits {
  articles: number;
  bytes: number;
}

export interface ReadOptions {
  /** Told how many bytes of the files were read. */
  onRead: (bytes: number) => void;
  /** Ends the reading at this many refusals. */
  maxErrors: number;
  signal: AbortSignal | undefined;
  /** How many threads parse NDJSON. */
  concurrency: number;
}

/** After so many articles signals are heard, and progress is shown. */
const articlesPerTurn = 200;

type NamedPart = FilePart & { file: string };

/**
 * Reads the articles of some files. Two contents of one id and version are refused, both of them: to take either would
 * be to let the order of the files decide. That is known only at the end, so that until then the articles wait in a spool.
 * Memory holds some hundred bytes for each of them that differs, and no more, however large the files are.
 *
 * Asks the store for the hashes of the articles that lines of NDJSON claim to be, a command for 500 of them: what is
 * stored to the letter needs no second check.
 */
export async function readSeedInput(
  database: Db,
  files: readonly string[],
  { onRead, maxErrors, signal, concurrency }: ReadOptions,
): Promise<SeedInput> {
  const spool = createSpool();
  const seen = createSeenArticles();
  const disputed = new Set<number>();
  const counts = { repeated: 0, refused: 0, refusalCount: 0 };
  const refusals: Refusal[] = [];
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
  return {
    ...counts,
    refusals,
    accepted: seen.size - disputed.size,
    stopped: stopped(),
    batches,
    close: spool.close,
  };

  function stopped(): SeedInput['stopped'] {
    if (counts.refusalCount >= maxErrors) return 'refusals';
    return signal?.aborted ? 'signal' : undefined;
  }

  async function parsePart({ file, lines, parsed }: NamedPart): Promise<Iterable<ArrivedArticle>> {
    return parsed ? arrivingOf(file, parsed) : parser.parse(file, lines, await knownOf(lines));
  }

  /** Of the claims of lines those that are true: an article of this hash was met in this run, or is stored. */
  async function knownOf(lines: readonly NdjsonLine[]): Promise<(KnownLine | undefined)[]> {
    const claims = lines.map(readClaim);
    const isNew = (claim: LineClaim | undefined) => claim !== undefined && !isMet(claim);
    const stored = await readHashes(database, new Set(claims.filter(isNew).flatMap((claim) => claim?.id ?? [])));
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
    if (arrived.refusals) {
      refuse(arrived.refusals, arrived.refusalCount);
      return;
    }
    const { id, version, json, hash, origin } = arrived;
    const index = seen.find(id, version);
    if (index === undefined) {
      const place = spool.append(Buffer.concat([Buffer.from(`${JSON.stringify(origin)}\n`), json]));
      seen.add(id, version, { contentHash: hash, place });
    } else if (disputed.has(index) || !seen.at(index).contentHash.equals(hash)) {
      const standing = readRecord(index).origin;
      if (!disputed.has(index)) dispute(id, standing, origin);
      dispute(id, origin, standing);
      disputed.add(index);
    } else {
      counts.repeated++;
    }
  }

  function dispute(id: string, origin: Origin, other: Origin): void {
    const expected = `the same as the article of this id and version at ${other.file}:${other.line}:${other.column}`;
    refuse([{ ...origin, expected, found: `another content of ${JSON.stringify(id)}` }], 1);
  }

  function refuse(more: readonly Refusal[], count: number): void {
    refusals.push(...more.slice(0, maxRefusals - refusals.length));
    counts.refusalCount += count;
    counts.refused++;
  }

  function* batches(limits: BatchLimits): Generator<ArticleVersion[]> {
    let batch: ArticleVersion[] = [];
    let bytes = 0;
    for (let index = 0; index < seen.size; index++) {
      if (disputed.has(index)) continue;
      const { json } = readRecord(index);
      if (batch.length === limits.articles || (batch.length > 0 && bytes + json.length > limits.bytes)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      const version: ArticleVersion = JSON.parse(json.toString('utf8'));
      if (!isRetraction(version)) knowHash(version, seen.at(index).contentHash.toString('base64url'));
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

function* arrivingOf(file: string, parsed: Iterable<ParsedArticle>): Generator<ArrivedArticle> {
  for (const article of parsed) yield arrivedArticle(file, article);
}
