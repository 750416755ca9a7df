/** Maps items in order, at most `max` at once. Rejects with the first error. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  max: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await map(items[index] as T);
  };
  await Promise.all(Array.from({ length: Math.min(max, items.length) }, work));
  return results;
}
