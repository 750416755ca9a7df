/** Returns a lane for each span, so that no two in a lane overlap; spans beyond `max` lanes share the last one. */
export function lanesOf(spans: readonly { from: number; to: number }[], max: number): number[] {
  const ends: number[] = [];
  return spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end < from);
    const lane = free >= 0 ? free : Math.min(ends.length, max - 1);
    ends[lane] = Math.max(to, ends[lane] ?? to);
    return lane;
  });
}
