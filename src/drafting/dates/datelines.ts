/** The end of a dateline such as `KABUL, Afghanistan (Jan. 25, 2013) –`, whose place and day are those of the report. */
export function datelineEnd(sentence: string): number {
  const found =
    /^.{0,400}?\p{Lu}{3,}[\p{Lu} .'-]*(?:, ?[\p{L}. ]{2,30})? ?\((?:[^()]{3,30})\)(?:\s*[–—-]+)?/su.exec(sentence) ??
    /^\p{Lu}{3,}[\p{Lu} .'-]*(?:, ?[\p{L}. ]{2,30})? ?[–—]/u.exec(sentence);
  return found?.[0].length ?? 0;
}
