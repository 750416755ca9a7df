import { useState } from 'preact/hooks';
import { dossier, isCut, type LongList, loadWhole, sizes } from '../data/dossier.ts';
import { playgroundAddress } from '../query-drawer/copy-as.ts';

/** Returns the first items of a list, until the reader asks for all, and the button to do so. */
export function useShortened<T>(items: readonly T[], size: number): [shown: readonly T[], more: preact.ComponentChild] {
  const [isWhole, showAll] = useState(false);
  const rest = items.length - size;
  if (isWhole || rest <= 0) return [items, null];
  return [
    items.slice(0, size),
    <button key="more" type="button" class="more" onClick={() => showAll(true)}>
      {rest.toLocaleString('en')} more
    </button>,
  ];
}

interface LoadMoreProps {
  list: LongList;
  /** How many items were loaded. */
  length: number;
  /** How many there are, if the answer says so. */
  total?: number | null;
}

/** Loads what a list was cut off; beyond what the page can show, a link leads to the playground. */
export function LoadMore({ list, length, total = null }: LoadMoreProps) {
  if (!isCut(list, length) || (total !== null && total <= length)) return null;
  const rest = total === null ? '' : `${(total - length).toLocaleString('en')} `;
  const words = `${rest}more ${list}`;
  if (length >= sizes[list].max)
    return <MoreInPlayground words={words.charAt(0).toUpperCase() + words.slice(1)} query={queries[list]} />;
  return (
    <button type="button" class="more" disabled={dossier.loading.value} onClick={() => loadWhole(list)}>
      {dossier.loading.value ? 'Loading…' : `Load ${words}`}
    </button>
  );
}

/** A link to the playground, where a list of the open incident can be read to its end. */
export function MoreInPlayground({ words, query }: { words: string; query: string }) {
  const variables = { id: dossier.answered.value?.id };
  return (
    <p class="meta">
      <a href={playgroundAddress({ query, variables })} target="_blank" rel="noopener">
        {words} in the playground ↗
      </a>
    </p>
  );
}

/** Returns a query for all of a list of an incident. */
export function queryFor(list: string, fields: string): string {
  return `query More($id: ID!) {\n  incident(id: $id) {\n    ${list} {\n      ${fields}\n    }\n  }\n}`;
}

const connection = 'totalCount\n      pageInfo { hasNextPage endCursor }\n      nodes';

const queries: Record<LongList, string> = {
  participants: queryFor('participants(first: 1000)', 'id\n      role\n      status\n      actor { id name }'),
  casualties: queryFor('casualties(first: 1000)', 'id\n      kind\n      group\n      count { min max best }'),
  reports: queryFor(
    'reports(first: 1000)',
    'id\n      title\n      date { edtf }\n      article { id title publisher }',
  ),
  statements: queryFor('statements(first: 100)', `${connection} { id type text speaker { id name } }`),
};
