import { countryAt } from '../../src/ingest/ground/english/countries.ts';
import { isGenericNoun } from '../../src/ingest/ground/english/kind-nouns.ts';
import {
  functionWords,
  otherPronouns,
  ownPronouns,
  personPronouns,
  speechWords,
} from '../../src/ingest/ground/english/words.ts';
import { tokensOf } from '../../src/text/tokens.ts';

/**
 * Returns whether annotated words are a name. They begin with a capital, after an article, and have
 * several capitalized words, or one that is no pronoun, no number and no common noun: one that the texts of the source also write with a
 * small letter (`lower`).
 */
export function isName(words: string, lower: ReadonlySet<string>): boolean {
  const bare = words.replace(/^(?:the|an?) /i, '');
  // A description of what somebody holds or builds: `an ISIL-held building`, `a VBIED facility`.
  if (/-(?:held|led|backed|controlled|based)\b/.test(bare) || /^(?:S?VBIED|IED|UAV)s?\b/.test(bare)) return false;
  if (!/^(?:\d+(?:st|nd|rd|th) |al-|el-|an-)?\p{Lu}/u.test(bare)) return false;
  const parts = bare.split(/[\s-]+/);
  if (parts.filter((word) => /^\p{Lu}/u.test(word) && !functionWords.has(word.toLowerCase())).length > 1) return true;
  return parts.some((word) => {
    if (!/^\p{Lu}/u.test(word)) return false;
    const [token = ''] = tokensOf(word);
    const isUpper = /^\p{Lu}{2,}/u.test(word);
    return token.length > 1 && (isUpper || !(lower.has(token) || isCommon(token)));
  });
}

function isCommon(word: string): boolean {
  return (
    functionWords.has(word) ||
    personPronouns.has(word) ||
    otherPronouns.has(word) ||
    ownPronouns.has(word) ||
    speechWords.has(word) ||
    isGenericNoun(word)
  );
}

export function isDemonym(words: string): boolean {
  const tokens = tokensOf(words.replace(/^the /i, ''));
  if (
    /^(?:(?:north|south|east|west) )?(?:europeans?|africans?|asians?|arabs?|arabic|basques?|welsh|scottish|english|kurdish|kurds?|chechens?|catalans?)$/.test(
      tokens.join(' '),
    )
  )
    return true;
  const country = countryAt(tokens, 0);
  return country?.isDemonym === true && country.length === tokens.length;
}

/** Returns the words that a text writes with a small letter. */
export function lowerWords(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’']*/gu) ?? []).flatMap((word) => tokensOf(word));
}
