import { forgetReads, type GraphContext } from '../entities/context.ts';
import { isRetraction } from '../ingest/fold/apply-versions.ts';
import { groundArticle } from '../ingest/ground/ground-article.ts';
import { maxRejections } from '../ingest/json/rejection.ts';
import { parseNdjsonLine } from '../ingest/parse/parse-json.ts';
import { writeArticles } from '../ingest/write/write-articles.ts';
import { writeInTime } from '../ingest/write/write-in-time.ts';
import { type IngestResultModel, rejectedResult, skippedResult, takenResult } from './ingest-result.ts';
import type { RawJson } from './raw-json.ts';

/**
 * Parses and grounds an article and writes it, unless it is a dry run. As in a line of NDJSON, it is exactly one article
 * with an id; unlike there, line breaks are allowed. Does no authorization.
 */
export async function ingestArticle(
  context: GraphContext,
  { text }: RawJson,
  { dryRun, replaces }: { dryRun: boolean; replaces?: number | undefined },
): Promise<IngestResultModel> {
  const { article, rejections } = parseNdjsonLine('article', { line: 1, content: Buffer.from(text) });
  if (!article) return rejectedResult(rejections);
  const warnings = isRetraction(article) ? [] : groundArticle(article).slice(0, maxRejections);
  const { database, client } = context.writable;
  const { changes, skipped } = await writeInTime(context.writable.timeoutMs, (limits) =>
    writeArticles(database, client, [article], { dryRun, limits, replaces }),
  );
  if (!dryRun) forgetReads(context);
  if (skipped[0]) return skippedResult(skipped[0].reason, warnings);
  return takenResult(changes, dryRun ? null : { type: 'Article', slug: article.id }, warnings);
}
