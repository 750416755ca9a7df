/** Returns a text as one line, with HTML character references such as `&#8217;` decoded. */
export function cleanCell(text = ''): string {
  if (!/&|\s\s|[^\S ]|^ | $/.test(text)) return text;
  return text
    .replace(/&#(\d{2,5});/g, (entity, code) =>
      code >= 32 && code < 0xd800 ? String.fromCharCode(Number(code)) : entity,
    )
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
