/**
 * What `work` answers for each item, in their order, with the work of at most `most` of them begun at once. Reads no
 * further item than that. What is begun when nobody asks on is left to end by itself.
 */
export async function* readAhead<T, R>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const working = work(item);
    working.catch(() => {}); // whoever awaits it hears of it
    begun.push(working);
    if (begun.length === most) yield (await begun.shift()) as R;
  }
  for (const working of begun) yield await working;
}
