import { speechWords } from '../../ingest/ground/english/words.ts';
import type { NameMention } from './name-mention.ts';
import type { NameText } from './name-text.ts';

/** Whether a name stands before a comma and a country. */
export function isBeforeCountry(text: NameText, to: number): boolean {
  if (text.words[to]?.gap !== ', ') return false;
  const country = text.countryOf(to, to + 1) ?? text.countryOf(to, to + 2) ?? text.countryOf(to, to + 3);
  return country !== undefined && !country.isDemonym;
}

/** Whether a name is between commas after another place, the mention before, or before a comma and a country. */
export function isBetweenCommas(text: NameText, from: number, to: number, before: NameMention | undefined): boolean {
  const after = text.words[to];
  if (after?.gap === ', ' && after.isCapital) {
    const country = text.countryOf(to, to + 1) ?? text.countryOf(to, to + 2);
    if (country && !country.isDemonym) return true;
  }
  return (
    text.words[from]?.gap === ', ' &&
    before !== undefined &&
    before.sort === 'place' &&
    !before.isDemonym &&
    before.end === text.words[from - 1]?.end
  );
}

/** Whether a verb of speech stands next to a name. */
export function isSpeaker(text: NameText, from: number, to: number): boolean {
  return (
    speechFollows(text, to) ||
    (speechWords.has(text.plainAt(from - 1)) && /[”"’,] ?$/.test(text.words[from - 1]?.gap ?? ''))
  );
}

/** Whether a verb of speech begins at a word. */
export function speechFollows(text: NameText, at: number): boolean {
  const first = text.plainAt(at);
  const next = /^(?:has|have|had|also|later|then|who|himself|herself)$/.test(first) ? text.plainAt(at + 1) : first;
  return (
    speechWords.has(next) &&
    !/^(?:statement|spokesman|spokeswoman|spokesperson|report|claims?|reports?)$/.test(next) &&
    (text.words[at]?.gap ?? '').trim() === ''
  );
}

/** Whether `, 29,`, `, a spokesman` or `, the governor` follows. */
export function isApposed(text: NameText, at: number): boolean {
  const [word, next] = [text.words[at], text.words[at + 1]];
  if (word?.gap !== ', ') return false;
  if (/^\d\d$/.test(word.text)) return true;
  if (
    !/^(?:a|an|the|who|whose|head|chief|director|president|spokesman|spokeswoman|spokesperson|deputy|governor|mayor|leader|commander|owner|former|his|her)$/.test(
      word.plain,
    )
  )
    return false;
  return next !== undefined;
}
