/** Formats a value as JSON on one line, with invisible characters escaped, truncated to about 80 characters. */
export function showValue(value: unknown): string {
  // JSON cannot represent Infinity, which GraphQL parses from `1e400`.
  const json = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return shorten(escapeInvisible(json ?? 'undefined'));
}

/** Truncates to about 80 characters, never within a surrogate pair. */
export function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Replaces invisible characters, such as a zero-width space, by escapes. */
export function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
