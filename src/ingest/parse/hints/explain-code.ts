import { createRequire } from 'node:module';
import { foldText } from '../../../text/fold-text.ts';

/** The codes of countries by names and codes in use that ISO 3166-1 does not have. */
const otherCountries: ReadonlyMap<string, string> = new Map(
  Object.entries({
    UK: 'GB',
    EL: 'GR',
    ENGLAND: 'GB',
    SCOTLAND: 'GB',
    WALES: 'GB',
    BRITAIN: 'GB',
    'GREAT BRITAIN': 'GB',
    'NORTHERN IRELAND': 'GB',
    AMERICA: 'US',
    UAE: 'AE',
    KSA: 'SA',
    DRC: 'CD',
    'DR CONGO': 'CD',
    ROC: 'TW',
    PRC: 'CN',
    KOSOVO: 'XK',
    KO: 'XK',
    BURMA: 'MM',
    'IVORY COAST': 'CI',
    TURKEY: 'TR',
    GAZA: 'PS',
    'WEST BANK': 'PS',
  }),
);

/**
 * Returns a hint for a text that is not a country code: the code of the country that it names. Undefined if it names
 * none. `isCode` returns whether the schema allows a code.
 */
export function explainCountry(value: unknown, isCode: (code: string) => boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toUpperCase();
  const plain = text.replace(/\./g, '');
  const codes = [text, plain, otherCountries.get(plain), lookUp(value.trim(), plain)];
  const code = codes.find((each) => each !== undefined && isCode(each));
  if (code !== undefined) return `Write "${code}"${code === plain ? '' : ` (${nameOf(code)})`}`;
  return /^(?:EU|UN|NATO)$/.test(plain) ? 'It is not a country: leave the key out' : undefined;
}

function lookUp(name: string, code: string): string | undefined {
  const countries = createRequire(import.meta.url)('i18n-iso-countries') as typeof import('i18n-iso-countries');
  return countries.alpha3ToAlpha2(code) ?? countries.getAlpha2Code(name, 'en') ?? undefined;
}

function nameOf(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

/**
 * Returns a hint for a text that is not a BCP 47 tag: the tag of the language that it names. Undefined if it names
 * none.
 */
export function explainLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const tag = value
    .trim()
    .replace(/_/g, '-')
    .replace(/\.utf-?8$/i, '');
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical !== undefined && /^[a-z]{2,3}(?:-|$)/.test(canonical)) return `Write "${canonical}"`;
  } catch {
    // not a tag either
  }
  const code = languageCodes().get(foldText(value.trim().split(/[,(/]/)[0]?.trim() ?? ''));
  return code === undefined ? undefined : `Write "${code}"`;
}

let codes: Map<string, string> | undefined;

/** Returns the two-letter codes of languages by their folded names, in English and in the language itself. */
function languageCodes(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = english.of(code);
    if (name === undefined) continue;
    const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
    for (const each of [own, name]) if (each !== undefined) codes.set(foldText(each), code);
  }
  return codes;
}

/**
 * Returns a hint for a text that is not an http or https address: the address to write. Undefined if it does not look
 * like one.
 */
export function explainAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/^<|>$/g, '');
  if (/^https?:\/\//i.test(text))
    return text.length > 8 && URL.canParse(text) ? `Write ${JSON.stringify(new URL(text).href)}` : undefined;
  const isHost = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/:?#]|$)/i.test(text);
  return isHost && URL.canParse(`https://${text}`)
    ? `Write ${JSON.stringify(`https://${text.replaceAll(' ', '%20')}`)}`
    : undefined;
}
