/**
 * What a text is sorted and compared by, whatever its case and accents: NFKD without combining marks, in lower case, with
 * one form of what has several of those, and without the strokes that Unicode does not take off.
 */
export function collationKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(special, (letter) => plain.get(letter) ?? letter);
}

const plain = new Map(Object.entries({ ß: 'ss', ς: 'σ', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't' }));
const special = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu');
