const queries = import.meta.glob<string>('./queries/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The tabs of a first visit, in the order of the files' names. Their titles are the names of the operations. */
export const defaultTabs = Object.values(queries).map((query) => ({ query }));
