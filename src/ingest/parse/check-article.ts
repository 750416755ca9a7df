import { subtypesOf, typeOfSubtype } from '../../entities/incident/subtypes.ts';
import { showValue } from '../../errors/show-value.ts';
import type { IncidentType } from '../../generated/schema.ts';
import { isJsonObject, type JsonObject, select } from '../json/json-object.ts';
import { escapeToken } from '../json/json-pointer.ts';
import type { Fault } from '../json/rejection.ts';
import { countOccurrences } from './anchor-evidence.ts';
import { checkCycles } from './check-cycles.ts';
import { checkReferences } from './check-references.ts';
import { createQuoteExplainer, type QuoteExplainer } from './hints/explain-quote.ts';
import { walkArticle } from './walk-article.ts';

/**
 * Returns the faults in the consistency of an article: ids, references, cycles, evidence, bounds of quantities. Ignores
 * values that do not match the schema; `checkSchema` reports those, so that one run reports the faults of both checks.
 */
export function checkArticle(article: JsonObject, articleId: string | undefined): Fault[] {
  const faults = [
    ...checkReferences(article, articleId),
    ...checkCycles(article),
    ...checkPrecisions(article),
    ...checkSubtypes(article),
    ...checkMentions(article),
  ];
  const { text } = article;
  const explainer = createQuoteExplainer(typeof text === 'string' ? text : '', article.title);
  walkArticle(article, (definition, value, pointer) => {
    const fault =
      definition === 'quantity' && isJsonObject(value)
        ? checkQuantity(value, pointer)
        : definition === 'evidence' && typeof text === 'string'
          ? checkEvidence(value, pointer, text, explainer)
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
      expected: 'absent if there is no location',
      found: showValue(locationPrecision),
    };
  });
}

/** Returns a fault for each subtype without a type, or with a type that it does not belong to. */
function checkSubtypes(article: JsonObject): Fault[] {
  return select(article, 'incidents/*').flatMap(({ value, pointer }) => {
    if (!isJsonObject(value)) return [];
    const { type = null, subtype = null } = value;
    const owner = typeof subtype === 'string' ? typeOfSubtype(subtype) : undefined;
    if (owner === undefined || type === owner) return [];
    const fault = { pointer: `${pointer}/subtype`, found: showValue(subtype) };
    if (type === null)
      return { ...fault, expected: 'absent if there is no type', hint: () => `Add "type": "${owner}"` };
    const own = subtypesOf[type as IncidentType];
    const hint = () => `${subtype} is a subtype of ${owner}`;
    return own ? { ...fault, expected: `a subtype of ${type}: ${own.join(', ')}`, hint } : [];
  });
}

const besideMention: ReadonlySet<string> = new Set(['id', 'mention', 'evidence']);

/** Returns a fault for each fact that a mention states. */
function checkMentions(article: JsonObject): Fault[] {
  return select(article, 'incidents/*').flatMap(({ value, pointer }) => {
    if (!isJsonObject(value) || value.mention !== true) return [];
    const facts = Object.keys(value).filter((key) => !besideMention.has(key) && value[key] !== null);
    return facts.map((key) => ({
      pointer: `${pointer}/${escapeToken(key)}`,
      atKey: true,
      expected: 'absent, because a mention states only its evidence',
      found: showValue(key),
    }));
  });
}

function checkQuantity({ min, max, best }: JsonObject, pointer: string): Fault | undefined {
  if (typeof min !== 'number') return undefined;
  if (typeof max === 'number' && max < min) {
    return { pointer: `${pointer}/max`, expected: `a whole number >= ${min}, the min`, found: showValue(max) };
  }
  const upper = typeof max === 'number' ? max : Number.POSITIVE_INFINITY;
  if (typeof best !== 'number' || (best >= min && best <= upper)) return undefined;
  const expected = Number.isFinite(upper) ? `a whole number from ${min} to ${upper}` : `a whole number >= ${min}`;
  return { pointer: `${pointer}/best`, expected, found: showValue(best) };
}

function checkEvidence(value: unknown, pointer: string, text: string, explainer: QuoteExplainer): Fault | undefined {
  const { quote, occurrence = null } = isJsonObject(value) ? value : { quote: value };
  if (typeof quote !== 'string' || quote.trim() === '' || quote.length > 20_000) return undefined;
  const wanted = typeof occurrence === 'number' && occurrence <= 10_000 ? occurrence : undefined;
  const count = countOccurrences(text, quote, Math.max(2, wanted ?? 0));
  if (count === 0) {
    const expected = 'an exact quote from the text';
    const hint = () => explainer.missing(quote);
    return { pointer: isJsonObject(value) ? `${pointer}/quote` : pointer, expected, found: showValue(quote), hint };
  }
  if (occurrence === null && count > 1) {
    const expected = 'an object with quote and occurrence, because the quote occurs several times in the text';
    return { pointer, expected, found: showValue(value), hint: () => explainer.repeated(quote) };
  }
  if (wanted === undefined || wanted <= count) return undefined;
  const expected = `a whole number from 1 to ${count}, the number of times that the quote occurs in the text`;
  const hint = () =>
    count > 1 ? explainer.repeated(quote) : 'Leave occurrence out, because the quote occurs only once';
  return { pointer: `${pointer}/occurrence`, expected, found: showValue(wanted), hint };
}
