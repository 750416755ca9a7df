import { isUtf8 } from 'node:buffer';

/** Bytes that are no UTF-8: the text before them, and the first of them. */
export interface InvalidUtf8 {
  before: string;
  byte: number;
}

/** Decodes UTF-8 (RFC 3629) whole, or says where it breaks: overlong forms and encoded surrogates break it too. */
export function decodeUtf8(bytes: Buffer): string | InvalidUtf8 {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const again = Buffer.from(text);
  // A broken sequence was decoded as U+FFFD: what is encoded again differs first at it or within its three bytes.
  let at = 0;
  while (again[at] === bytes[at]) at++;
  while (((again[at] ?? 0) & 0xc0) === 0x80) at--;
  return { before: again.subarray(0, at).toString('utf8'), byte: bytes[at] ?? 0 };
}
