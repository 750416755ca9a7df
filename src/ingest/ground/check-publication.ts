import type { Article, DateInput } from '../../entities/article/article.ts';
import type { Anchors } from './calendar.ts';
import { listed } from './facts.ts';
import { daysOf, dayText } from './find-wrong-date.ts';
import type { Warning } from './warning.ts';

/** Warns of dates that begin or end after the publication. */
export function checkPublication(article: Article, anchors: Anchors): Warning[] {
  const last = Math.max(...anchors);
  return [...datesOf(article)].flatMap(({ pointer, value }): Warning[] => {
    const late = value.edtf
      .replace('~', '')
      .split('/')
      .some((end) => (daysOf(end)?.first ?? Number.NEGATIVE_INFINITY) > last);
    const message = `${value.edtf} is after the publication on ${dayText(last)}`;
    return late ? [{ pointer, code: 'AFTER_PUBLICATION', message }] : [];
  });
}

/**
 * Yields the dates of affiliations, incidents and statements, but not those of threatened incidents, which may lie
 * after the publication.
 */
function* datesOf(article: Article): Generator<{ pointer: string; value: DateInput }> {
  for (const { pointer, value } of listed('/actors', article.actors)) {
    for (const part of listed(`${pointer}/affiliations`, value.affiliations)) yield* dateOf(part);
  }
  for (const incident of listed('/incidents', article.incidents)) {
    if (incident.value.outcome !== 'THREATENED') yield* dateOf(incident);
  }
  for (const statement of listed('/statements', article.statements)) yield* dateOf(statement);
}

function* dateOf({ pointer, value }: { pointer: string; value: { date?: DateInput } }) {
  if (value.date) yield { pointer: `${pointer}/date`, value: value.date };
}
