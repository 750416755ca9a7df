import { parseEdtf } from './edtf.ts';
import { parsePublication } from './publication.ts';

/** The tests of the formats that `seed/article.schema.json` names. */
export const articleFormats: Readonly<Record<string, (text: string) => boolean>> = {
  publication: (text) => parsePublication(text) !== undefined,
  edtf: (text) => parseEdtf(text) !== undefined,
  'web-address': (text) => URL.canParse(text),
  'language-tag': isLanguageTag,
};

/**
 * Returns whether a text is a BCP 47 language tag. A language of more than three letters is rejected, because none is
 * registered; so names of languages are not tags.
 */
function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{1,3}(?:-|$)/i.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
