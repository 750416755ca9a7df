/** The maximum number of texts that are remembered. It limits both the memory and the log. */
const maxTexts = 100;
const maxLength = 200;

/**
 * Creates a function that returns a text, cut to 200 characters, the first time it is called with it, and undefined
 * afterwards. After 100 texts it returns undefined for all others, because clients choose the texts.
 */
export function createFirstTimes(): (text: string) => string | undefined {
  const known = new Set<string>();
  return (text) => {
    const cut = text.slice(0, maxLength);
    if (known.size >= maxTexts || known.has(cut)) return undefined;
    known.add(cut);
    return cut;
  };
}
