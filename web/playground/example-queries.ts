const queries = import.meta.glob<string>('./queries/*.graphql', { query: '?raw', import: 'default', eager: true });
const subscriptions = import.meta.glob<string>('./subscriptions/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface ExampleQuery {
  title: string;
  query: string;
}

/** The items of the examples menu: the shipped queries, by file name, then the subscriptions. */
export const exampleQueries: ExampleQuery[] = [queries, subscriptions]
  .flatMap((files) => Object.values(files))
  .map((query) => ({ title: titleOf(query), query }));

/** The tabs of a first visit: the queries about the article that is seeded before the gateway answers. */
export const firstTabs: ExampleQuery[] = exampleQueries.slice(0, 7);

/** Returns the comment at the top of a query, up to its colon or the end of the line. */
function titleOf(query: string): string {
  return /^# ([^:\n]+)/.exec(query)?.[1] ?? query;
}
