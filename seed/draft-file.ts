import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Draft } from '../src/drafting/draft.ts';
import { mergeDrafts, moveChecks } from '../src/drafting/merge-drafts.ts';
import { repairReferences } from '../src/drafting/repair-references.ts';
import type { Article } from '../src/entities/article/article.ts';
import { isRetraction } from '../src/ingest/fold/apply-versions.ts';
import { formatRejection } from '../src/ingest/json/rejection.ts';
import { parseArticles } from '../src/ingest/read/parse-articles.ts';

/** An article that was drafted before, as a person has left it, and the draft that it was made from. */
export interface KnownDraft {
  edited: Article;
  /** Absent if the file beside it is missing. */
  last?: Article;
}

/** A file that a draft cannot be merged into. */
export class DraftFileFault extends Error {}

/** The last draft lies beside the article, under a name that no seeding run reads. */
function lastDraftOf(out: string): string {
  return `${out}.draft`;
}

/**
 * Reads the article at a path, and the last draft of it; undefined if there is no such file.
 *
 * @throws DraftFileFault if it is not one accepted article with this text.
 */
export function readDraftFile(out: string, text: string): KnownDraft | undefined {
  if (!existsSync(out)) return undefined;
  const edited = readArticle(out, out);
  if (edited.text !== text)
    throw new DraftFileFault(`${out} must be an article with the text that is drafted, but has another text`);
  const path = lastDraftOf(out);
  const last = existsSync(path) ? readArticle(path, out) : undefined;
  return { edited, ...(last && { last }) };
}

function readArticle(path: string, name: string): Article {
  const all = [...parseArticles({ file: name, bytes: readFileSync(path) })];
  const [first] = all;
  const rejection = first?.rejections?.[0];
  if (rejection) throw new DraftFileFault(`${path} must be an article: ${formatRejection(rejection)}`);
  if (all.length !== 1 || !first?.article || isRetraction(first.article))
    throw new DraftFileFault(`${path} must be one article, but it has ${all.length} entries`);
  return first.article;
}

/** Writes a draft, merged with what a person edited, and keeps it for the next merge. Returns what was written. */
export function writeDraftFile(out: string, draft: Draft, known: KnownDraft | undefined): Draft {
  const merged = known ? repairReferences(mergeDrafts(known.last, known.edited, draft.article)) : draft.article;
  replaceFile(out, merged);
  replaceFile(lastDraftOf(out), draft.article);
  return { ...draft, article: merged, toCheck: moveChecks(draft.toCheck, draft.article, merged) };
}

/** A reader sees the old file or the new one, never a part. */
function replaceFile(path: string, article: Article): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(article, null, 2)}\n`);
  renameSync(`${path}.part`, path);
}
