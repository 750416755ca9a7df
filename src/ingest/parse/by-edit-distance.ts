/** Returns `words` sorted by their edit distance from `word`, smallest first. Case is ignored. */
export function nearestFirst(word: string, words: readonly string[]): string[] {
  const wanted = word.toLowerCase().slice(0, 40);
  return words
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** Returns the Levenshtein distance of two words, or `limit` if the distance is not smaller. */
export function editDistance(from: string, to: string, limit = Number.POSITIVE_INFINITY): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const cell = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(cell);
      if (cell < least) least = cell;
    }
    if (least >= limit) return limit;
    row = next;
  }
  return Math.min(row[to.length] ?? limit, limit);
}
