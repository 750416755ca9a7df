/** The limits on remembered texts, because clients choose them. */
const maxTexts = 100;
const maxLength = 500;

/** Wraps `compute` with a memory of its results, for texts that most requests repeat. */
export function rememberTexts<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > maxLength) return compute(text);
    if (known.has(text)) return known.get(text) as T;
    const value = compute(text);
    if (known.size >= maxTexts) known.clear();
    known.set(text, value);
    return value;
  };
}
