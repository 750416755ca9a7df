/**
 * Yields the result of `work` for each item, in order. At most `maxPending` results are pending at once, and no item is
 * read before it can be started. If the consumer stops, pending work is neither awaited nor cancelled.
 */
export async function* readAhead<T, R>(
  items: AsyncIterable<T>,
  maxPending: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const working = work(item);
    working.catch(() => {}); // it is awaited below
    begun.push(working);
    if (begun.length === maxPending) yield (await begun.shift()) as R;
  }
  for (const working of begun) yield await working;
}
