/**
 * The stages from the statements about an incident to entries, newest statement first, one for each value of the list at
 * `path`: `{ _id: value, statement }`, and with `as` the value under that name too.
 */
export function responsibilityEntries(path: string, as?: string): object[] {
  return [
    { $match: { [`${path}.0`]: { $exists: true } } },
    { $sort: newestFirst },
    { $unwind: `$${path}` },
    {
      $group: {
        _id: `$${path}`,
        statement: { $first: '$_id' },
        published: { $first: '$published' },
        article: { $first: '$article' },
        place: { $first: '$place' },
      },
    },
    { $sort: { ...newestFirst, _id: 1 } },
    ...(as === undefined ? [] : [{ $set: { [as]: '$_id' } }]),
  ];
}

const newestFirst = { published: -1, article: -1, place: -1 };
