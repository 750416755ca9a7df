/** The order of what articles say, newest article first. */
export const newestFirst = { 'order.published': -1, _id: -1 } as const;

/** Matches the articles that come after this one, newest first. `published` is its day or moment of publication. */
export function olderThan({ article, published }: { article: string; published: string }): object {
  return {
    $or: [{ 'order.published': { $lt: published } }, { 'order.published': published, _id: { $lt: article } }],
  };
}
