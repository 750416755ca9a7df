import type { Article } from '../../../entities/article/article.ts';
import { wordsOf } from '../words-of-text.ts';
import { functionWords } from './words.ts';

/** The number of code units that are read to detect the language. */
const sample = 5_000;
/**
 * The minimum share of function words. It exceeds a quarter in English texts, and few words of other languages look
 * like one.
 */
const minShare = 0.15;

/**
 * Returns whether an article is in English, according to its `language` or, without one, to the share of function words
 * in its text.
 */
export function isEnglish({ language, text }: Article): boolean {
  if (language !== undefined) return /^en(?:-|$)/i.test(language);
  const { words } = wordsOf(text.slice(0, sample));
  const known = words.filter((word) => functionWords.has(word));
  return words.length > 0 && known.length / words.length >= minShare;
}
