import { isDay, parseEdtf } from './edtf.ts';

/** The formats that `seed/article.schema.json` names. */
export const articleFormats: Readonly<Record<string, (text: string) => boolean>> = {
  day: isDay,
  edtf: (text) => parseEdtf(text) !== undefined,
  'web-address': (text) => URL.canParse(text),
  'language-tag': isLanguageTag,
};

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
