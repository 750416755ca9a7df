/**
 * Returns the stages from the statements about an incident to one entry for each value of the list at `path`, newest
 * statement first: `{ _id: value, statement }`. `as` repeats the value under that name.
 */
export function responsibilityEntries(path: string, as?: string): object[] {
  return [
    { $match: { [`${path}.0`]: { $exists: true } } },
    { $sort: { 'order.published': -1, article: -1, place: -1 } },
    { $unwind: `$${path}` },
    {
      $group: {
        _id: `$${path}`,
        statement: { $first: '$_id' },
        published: { $first: '$order.published' },
        article: { $first: '$article' },
        place: { $first: '$place' },
      },
    },
    { $sort: { published: -1, article: -1, place: -1, _id: 1 } },
    ...(as === undefined ? [] : [{ $set: { [as]: '$_id' } }]),
  ];
}
