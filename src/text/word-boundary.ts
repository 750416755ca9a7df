const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** How much text on either side decides about a boundary. */
const reach = 40;

/** Whether a word of the text ends or begins at a position, or nothing but white space and punctuation is there. */
export function isWordBoundary(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return true;
  const [before, after] = [text[position - 1] as string, text[position] as string];
  if (/\s/u.test(before) || /\s/u.test(after)) return true;
  if (/[a-z]/iu.test(before) && /[a-z]/iu.test(after)) return false;
  const start = Math.max(0, position - reach);
  const around = segmenter.segment(text.slice(start, position + reach));
  return around.containing(position - start)?.index === position - start;
}
