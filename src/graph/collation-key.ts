/** What a text is sorted and compared by, whatever its case and accents: NFKD without combining marks, in lower case. */
export function collationKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
