const files = import.meta.glob<string>('./queries/*.graphql', { query: '?raw', import: 'default', eager: true });

export interface ExampleQuery {
  title: string;
  query: string;
}

/** The shipped queries, by file name: the items of the examples menu. */
export const exampleQueries: ExampleQuery[] = Object.values(files).map((query) => ({ title: titleOf(query), query }));

/** The tabs of a first visit: the queries about the article that is seeded before the gateway answers. */
export const firstTabs: ExampleQuery[] = exampleQueries.slice(0, 7);

/** Returns the comment at the top of a query, up to its colon or the end of the line. */
function titleOf(query: string): string {
  return /^# ([^:\n]+)/.exec(query)?.[1] ?? query;
}
