const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** The English name of a country's ISO 3166-1 code; the code itself if it is none. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
