import { nameCharacter } from '../../text/character-names.ts';
import type { InvalidUtf8 } from './decode-utf8.ts';

/** The first bytes of files that are not UTF-8 text, and what to do with these files. */
const signatures: readonly [bytes: readonly number[], what: string][] = [
  [[0xff, 0xfe], 'The file is in UTF-16: save it as UTF-8'],
  [[0xfe, 0xff], 'The file is in UTF-16: save it as UTF-8'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'The file is a zip archive, such as a document of Word or a workbook of Excel: save it as plain text in UTF-8',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'The file is a document of an old version of Word or Excel: save it as plain text in UTF-8',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'The file is a PDF: save it as plain text in UTF-8'],
];

/**
 * The characters of the bytes 0x80 to 0x9f in Windows-1252, with a space where there is none. The other bytes are those
 * of Latin-1.
 */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Returns a hint why bytes are not UTF-8 text, from their first bytes and the first invalid one; undefined if the
 * reason is unknown.
 */
export function explainBytes(bytes: Buffer, invalid?: InvalidUtf8): string | undefined {
  const [, known] = signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte)) ?? [];
  if (known !== undefined) return known;
  if (isUtf16(bytes)) return 'The file is in UTF-16: save it as UTF-8';
  if (!invalid) return undefined;
  const next = bytes[Buffer.byteLength(invalid.before) + 1];
  if (next === undefined) return 'The file ends within a character: it may be cut off';
  // Followed by a continuation, it is rather a damaged sequence of UTF-8.
  if (next >= 0x80 && next < 0xc0) return undefined;
  const character = invalid.byte < 0xa0 ? windows1252[invalid.byte - 0x80] : String.fromCharCode(invalid.byte);
  if (character === undefined || character === ' ') return undefined;
  return `In Windows-1252 this byte is ${nameCharacter(character)}: save the file as UTF-8`;
}

/**
 * Returns whether the bytes are ASCII text in UTF-16 without a byte order mark, which has a NUL next to each character.
 */
export function isUtf16(bytes: Buffer): boolean {
  if (bytes.length < 4) return false;
  const [a, b, c, d] = bytes;
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}
