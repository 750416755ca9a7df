const maxLength = 80;

/** Returns the beginning of a text on one line, at most 80 code units, cut between words if possible. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= maxLength) return line;
  const start = line.slice(0, maxLength);
  const space = start.lastIndexOf(' ');
  const words = line[maxLength] === ' ' ? start : start.slice(0, space > 0 ? space : maxLength);
  return words.replace(/[\uD800-\uDBFF]$/u, '');
}
