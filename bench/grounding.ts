import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/entities/article/article.ts';
import { isRetraction } from '../src/ingest/fold/apply-versions.ts';
import { groundArticle } from '../src/ingest/ground/ground-article.ts';
import type { Warning } from '../src/ingest/ground/warning.ts';
import { formatRejection } from '../src/ingest/json/rejection.ts';
import { parseArticles } from '../src/ingest/read/parse-articles.ts';
import { type Fact, factKinds, factsOf } from './grounding/false-facts.ts';
import { createRandom } from './random.ts';

const folder = join(import.meta.dirname, 'grounding');
const halves = ['tuned', 'held-out'] as const;

/** No fact was falsified where these are warned of: they neither notice a false fact nor doubt a true one. */
const ofNoFact: ReadonlySet<string> = new Set(['NO_EVIDENCE', 'SENTENCE_NOT_COVERED']);

/**
 * Measures how many false facts the grounding checks notice: each fact of each annotated article is falsified once, and
 * noticed if a warning appears at it. A false alarm is a warning about the true article. Arguments: a seed (1 by
 * default), `--each` to list what was missed and what was a false alarm, and files to use instead of the two halves.
 */
export async function benchGrounding(args: readonly string[]): Promise<void> {
  const seed = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1);
  const listsEach = args.includes('--each');
  const files = args.filter((arg) => !/^\d+$/.test(arg) && arg !== '--each');
  if (files.length > 0) report('given', files, seed, listsEach);
  else for (const half of halves) report(half, filesOf(join(folder, half)), seed, listsEach);
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

function report(half: string, files: readonly string[], seed: number, listsEach: boolean): void {
  if (files.length === 0) {
    console.log(`${half}: no articles`);
    return;
  }
  const random = createRandom(seed);
  const results: { fact: Fact; isNoticed: boolean }[] = [];
  let falseAlarms = 0;
  for (const article of files.flatMap(articlesOf)) {
    const alarms = warningsOf(article);
    const known = new Set(alarms.map(keyOf));
    falseAlarms += alarms.length;
    if (listsEach)
      for (const { pointer, message } of alarms) console.log(`  false alarm  ${article.id}${pointer}: ${message}`);
    for (const fact of factsOf(article)) {
      const noticed = warningsOf(fact.falsify(random)).filter((warning) => !known.has(keyOf(warning)));
      const isNoticed = noticed.some(
        ({ pointer }) => pointer === fact.pointer || pointer.startsWith(`${fact.pointer}/`),
      );
      if (listsEach && !isNoticed) console.log(`  missed       ${article.id}${fact.pointer}`);
      results.push({ fact, isNoticed });
    }
  }
  const noticed = results.filter(({ isNoticed }) => isNoticed).length;
  console.log(
    `${half}: ${files.length} articles, ${results.length} facts, ${noticed} noticed when false, ${falseAlarms} false alarms`,
  );
  for (const kind of factKinds) {
    const ofKind = results.filter(({ fact }) => fact.kind === kind);
    const count = ofKind.filter(({ isNoticed }) => isNoticed).length;
    if (ofKind.length > 0) console.log(`  ${kind.padEnd(12)}${String(count).padStart(4)} of ${ofKind.length}`);
  }
}

function keyOf({ code, pointer }: Warning): string {
  return `${code} ${pointer}`;
}

function warningsOf(article: Article): Warning[] {
  return groundArticle(article).filter(({ code }) => !ofNoFact.has(code));
}

function articlesOf(file: string): Article[] {
  return [...parseArticles({ file, bytes: readFileSync(file) })].flatMap(({ article, rejections = [] }) => {
    for (const rejection of rejections) console.log(formatRejection(rejection));
    return article && !isRetraction(article) ? [article] : [];
  });
}
