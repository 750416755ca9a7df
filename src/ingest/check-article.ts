import { showValue } from '../show-value.ts';
import { countOccurrences } from './anchor-evidence.ts';
import { checkCycles } from './check-cycles.ts';
import { checkReferences } from './check-references.ts';
import { isJsonObject, type JsonObject, select } from './json-object.ts';
import type { Fault } from './refusal.ts';
import { walkArticle } from './walk-article.ts';

/**
 * Checks an article against itself: ids, references, cycles, evidence, the order of quantities. Passes over whatever
 * has not the shape of the schema, which `checkSchema` refuses, so that one run tells all faults of both kinds.
 */
export function checkArticle(article: JsonObject, articleId: string | undefined): Fault[] {
  const faults = [...checkReferences(article, articleId), ...checkCycles(article), ...checkPrecisions(article)];
  const { text } = article;
  walkArticle(article, (definition, value, pointer) => {
    const fault =
      definition === 'quantity' && isJsonObject(value)
        ? checkQuantity(value, pointer)
        : definition === 'evidence' && typeof text === 'string'
          ? checkEvidence(value, pointer, text)
          : undefined;
    if (fault) faults.push(fault);
  });
  return faults;
}

function checkPrecisions(article: JsonObject): Fault[] {
  return select(article, 'incidents/*').flatMap(({ value, pointer }) => {
    if (!isJsonObject(value)) return [];
    const { location = null, locationPrecision = null } = value;
    if (location !== null || locationPrecision === null) return [];
    return {
      pointer: `${pointer}/locationPrecision`,
      expected: 'left out where no location is given',
      found: showValue(locationPrecision),
    };
  });
}

function checkQuantity({ min, max, best }: JsonObject, pointer: string): Fault | undefined {
  if (typeof min !== 'number') return undefined;
  if (typeof max === 'number' && max < min) {
    return { pointer: `${pointer}/max`, expected: `a whole number from ${min}, the min`, found: showValue(max) };
  }
  const most = typeof max === 'number' ? max : Number.POSITIVE_INFINITY;
  if (typeof best !== 'number' || (best >= min && best <= most)) return undefined;
  const expected = Number.isFinite(most) ? `a whole number from ${min} to ${most}` : `a whole number from ${min}`;
  return { pointer: `${pointer}/best`, expected, found: showValue(best) };
}

function checkEvidence(value: unknown, pointer: string, text: string): Fault | undefined {
  const { quote, occurrence = null } = isJsonObject(value) ? value : { quote: value };
  if (typeof quote !== 'string' || quote.trim() === '' || quote.length > 20_000) return undefined;
  const wanted = typeof occurrence === 'number' && occurrence <= 10_000 ? occurrence : undefined;
  const count = countOccurrences(text, quote, Math.max(2, wanted ?? 0));
  if (count === 0) {
    const expected = 'words that stand in text to the letter';
    return { pointer: isJsonObject(value) ? `${pointer}/quote` : pointer, expected, found: showValue(quote) };
  }
  if (occurrence === null && count > 1) {
    const expected = 'an object with quote and occurrence, as these words stand in text several times';
    return { pointer, expected, found: showValue(value) };
  }
  if (wanted === undefined || wanted <= count) return undefined;
  const expected = `a whole number from 1 to ${count}, as often as the words stand in text`;
  return { pointer: `${pointer}/occurrence`, expected, found: showValue(wanted) };
}
