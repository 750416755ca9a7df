import type { Article } from '../../entities/article/article.ts';
import { listed } from './facts.ts';
import { createLooseFinder } from './plain-text.ts';
import type { Reading } from './reading.ts';
import type { Warning } from './warning.ts';
import { firstAtLeast } from './words-of-text.ts';

interface Words {
  pointer: string;
  value: string;
}

/** The maximum number of sentences between a quote and the evidence of its statement. */
const maxSentences = 4;

/**
 * Warns of `original`s and of quotes of statements that the text does not contain. Case and the form of quotation
 * marks, dashes and white space are ignored. With a `reading`, also warns of quotes that are far from the evidence of
 * their statement.
 */
export function checkOriginals(article: Article, reading: Reading | undefined): Warning[] {
  const originals = [...originalsOf(article)];
  const statements = [...listed('/statements', article.statements)].flatMap(({ pointer, value }) =>
    value.quote === undefined ? [] : [{ pointer: `${pointer}/quote`, value: value.quote, statement: value }],
  );
  if (originals.length + statements.length === 0) return [];
  const finder = createLooseFinder(
    article.text,
    [...originals, ...statements].map(({ value }) => value),
  );
  return [
    ...originals.flatMap(({ pointer, value }): Warning[] => {
      const message = `The text does not contain ${JSON.stringify(value)}`;
      return finder.find(value) ? [] : [{ pointer, code: 'ORIGINAL_NOT_IN_TEXT', message }];
    }),
    ...statements.flatMap(({ pointer, value, statement }): Warning[] => {
      const places = finder.find(value);
      const fault = places
        ? reading && isFar(reading, places, statement.evidence ?? [])
          ? 'is in the text, but not near the evidence of the statement'
          : undefined
        : 'is not in the text';
      return fault ? [{ pointer, code: 'QUOTE_NOT_IN_TEXT', message: `The quote ${fault}` }] : [];
    }),
  ];
}

function isFar(
  { findQuote, sentenceOffsets }: Reading,
  places: readonly { start: number }[][],
  evidence: readonly { quote: string; occurrence?: number }[],
): boolean {
  const near = evidence
    .flatMap((each) => findQuote(each) ?? [])
    .map(({ start, end }) => [sentenceAt(start), sentenceAt(end)] as const);
  if (near.length === 0) return false;
  return places.some((each) =>
    each.every(({ start }) => {
      const at = sentenceAt(start);
      return near.every(([first, last]) => at < first - maxSentences || at > last + maxSentences);
    }),
  );

  function sentenceAt(offset: number): number {
    return firstAtLeast(sentenceOffsets, offset + 1) - 1;
  }
}

function* originalsOf(article: Article): Generator<Words> {
  for (const { pointer, value } of listed('/actors', article.actors)) {
    for (const part of listed(`${pointer}/affiliations`, value.affiliations)) {
      yield* original(`${part.pointer}/date`, part.value.date);
    }
  }
  for (const { pointer, value } of listed('/incidents', article.incidents)) {
    yield* original(`${pointer}/date`, value.date);
    yield* original(`${pointer}/count`, value.count);
    for (const part of listed(`${pointer}/targets`, value.targets))
      yield* original(`${part.pointer}/count`, part.value.count);
    for (const part of listed(`${pointer}/weapons`, value.weapons))
      yield* original(`${part.pointer}/count`, part.value.count);
    for (const part of listed(`${pointer}/casualties`, value.casualties))
      yield* original(`${part.pointer}/count`, part.value.count);
  }
  for (const { pointer, value } of listed('/statements', article.statements))
    yield* original(`${pointer}/date`, value.date);
}

function* original(pointer: string, stated: { original?: string } | undefined): Generator<Words> {
  if (stated?.original !== undefined) yield { pointer: `${pointer}/original`, value: stated.original };
}
