import { shorten } from '../../errors/show-value.ts';
import type { ArticleNames } from './article-names.ts';
import { evidenceOf } from './facts.ts';
import { mentionsWithin, type Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import type { Warning } from './warning.ts';
import type { WordRange } from './words-of-text.ts';

/** The minimum number of words of a sentence that is checked: headings, names and date lines have fewer. */
const minWords = 5;

/**
 * Warns of sentences that state something and that no evidence touches: those with a number, a date, a method, a kind
 * of casualty, a name or a verb of speech. The pointer of each warning is `/text`. If no incident or statement has
 * evidence, there are no warnings.
 */
export function checkCoverage(reading: Reading, names: ArticleNames): Warning[] {
  const { article } = reading;
  const annotated = [...(article.incidents ?? []), ...(article.statements ?? [])];
  if (!annotated.some(({ evidence = [] }) => evidence.length > 0)) return [];
  return uncoveredSentences(reading, names).map(({ start, end }) => {
    const shown = shorten(article.text.slice(start, end).replace(/\s+/gu, ' '));
    return { pointer: '/text', code: 'SENTENCE_NOT_COVERED', message: `No evidence quotes "${shown}"`, start, end };
  });
}

/** Returns the sentences that state something and that no evidence touches, in text order. */
export function uncoveredSentences(reading: Reading, names: ArticleNames): Span[] {
  const { article, sentences, sentenceStarts, words, findQuote } = reading;
  const covered = mergeSpans([...evidenceOf(article)].flatMap((evidence) => findQuote(evidence) ?? []));
  let next = 0;
  return sentences.filter((sentence, index) => {
    while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    if ((covered[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) return false;
    const range = { from: sentenceStarts[index] ?? 0, to: sentenceStarts[index + 1] ?? words.words.length };
    return range.to - range.from >= minWords && statesSomething(reading, names, range);
  });
}

function statesSomething(reading: Reading, { actors, places, speech }: ArticleNames, range: WordRange): boolean {
  const { numbers, dates, methods, casualties } = reading;
  const lists: readonly (readonly { from: number }[])[] = [
    ...[numbers, dates, methods, casualties],
    ...[actors.names.mentions, places.names.mentions, speech],
  ];
  return lists.some((mentions) => mentionsWithin(mentions, [range]).length > 0);
}

/** Returns the parts of the text that at least one span covers, in order, without overlaps. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
