/** Returns `1 article` or `2 articles`. For nouns with a plural in -s only. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
