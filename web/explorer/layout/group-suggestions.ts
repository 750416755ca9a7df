interface Suggested {
  node: { __typename: string };
}

interface SuggestionGroup<T> {
  type: string;
  title: string;
  suggestions: T[];
}

const titles: Record<string, string> = {
  Actor: 'Actors: what they were involved in',
  Location: 'Places: what happened there',
  Incident: 'Incidents',
  Article: 'Articles',
};

/** The suggestions by type, in the order in which the types occur, as the best match comes first. */
export function groupSuggestions<T extends Suggested>(suggestions: readonly T[]): SuggestionGroup<T>[] {
  const types = [...new Set(suggestions.map(({ node }) => node.__typename))];
  return types.map((type) => ({
    type,
    title: titles[type] ?? type,
    suggestions: suggestions.filter(({ node }) => node.__typename === type),
  }));
}
