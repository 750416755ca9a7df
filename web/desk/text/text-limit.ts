/** The bytes that a text may have. The server takes 262,144 for an article with all that is said about it. */
export const maxTextBytes = 200_000;

/** Why a text is too long; null if it is not. */
export function tooLong(text: string): string | null {
  const bytes = text.length > maxTextBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= maxTextBytes) return null;
  const size =
    text.length > maxTextBytes
      ? `${text.length.toLocaleString('en')} characters`
      : `${bytes.toLocaleString('en')} bytes`;
  return `This text has ${size}. The desk takes up to ${maxTextBytes.toLocaleString('en')} bytes, because the API takes no more. Seed longer articles from a file with npm run seed, or paste a part.`;
}
