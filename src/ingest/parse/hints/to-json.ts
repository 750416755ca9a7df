/**
 * Formats a string as JSON that can be copied from a message: invisible characters, and blanks other than plain spaces,
 * are escaped.
 */
export function toJson(text: string): string {
  return JSON.stringify(text).replace(/(?! )[\p{Z}\p{Cf}\p{Cc}]/gu, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
