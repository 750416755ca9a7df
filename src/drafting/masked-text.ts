/**
 * Returns a text of the same length in which markup is replaced by spaces: tags, comments, scripts, styles, addresses
 * and footnote numbers. What they contain is not said by the article. Offsets stay the same, and line breaks are kept.
 */
export function maskMarkup(text: string): string {
  let masked = text;
  for (const pattern of patterns) masked = masked.replace(pattern, blank);
  return masked;
}

/** Each is bounded, so that a text of unclosed tags takes linear time. */
const patterns: readonly RegExp[] = [
  /<!--[\s\S]{0,10000}?-->/g,
  /<(script|style|head|template)\b[^<>]{0,1000}>[\s\S]{0,20000}?<\/\1\s*>/gi,
  /<\/?[a-z][^<>\n]{0,1000}>/gi,
  /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/gi,
  /\[\d{1,4}\]/g,
];

function blank(found: string): string {
  return found.replace(/[^\n\r]/g, ' ');
}
