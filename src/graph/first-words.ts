const longest = 80;

/** The first words of a text on one line, at most 80 code units, cut between words where that is possible. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  const space = start.lastIndexOf(' ');
  const words = line[longest] === ' ' ? start : start.slice(0, space > 0 ? space : longest);
  return words.replace(/[\uD800-\uDBFF]$/u, '');
}
