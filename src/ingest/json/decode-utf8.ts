import { isUtf8 } from 'node:buffer';

/** The text before the first byte that is not valid UTF-8, and that byte. */
export interface InvalidUtf8 {
  before: string;
  byte: number;
}

/**
 * Decodes UTF-8 (RFC 3629). Returns the text, or the first invalid byte and the text before it. Overlong forms and
 * encoded surrogates are invalid.
 */
export function decodeUtf8(bytes: Buffer): string | InvalidUtf8 {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const again = Buffer.from(text);
  // An invalid sequence was decoded as U+FFFD, so the text encoded again first differs at or within its three bytes.
  let at = 0;
  while (again[at] === bytes[at]) at++;
  while (((again[at] ?? 0) & 0xc0) === 0x80) at--;
  return { before: again.subarray(0, at).toString('utf8'), byte: bytes[at] ?? 0 };
}
