/** A value as JSON on one line, cut at about 80 characters, with what a reader would not see as escapes. */
export function showValue(value: unknown): string {
  // JSON has no word for Infinity, which GraphQL reads out of `1e400`.
  const json = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return cut(escapeInvisible(json ?? 'undefined'));
}

/** Cuts at about 80 characters, never within a surrogate pair. */
export function cut(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What a reader would not see, such as a zero-width space, as escapes. */
export function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
