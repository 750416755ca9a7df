import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { createResource } from '../data/resource.ts';
import { send } from '../data/send.ts';
import { CountDocument, SuggestDocument } from '../generated/graphql.ts';
import { type Chip, chipsOf } from '../layout/chips.ts';
import { choose, type Suggestion } from '../layout/choose.ts';
import { activeFilters, change, clearFilters, state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';

interface Found {
  chip: Chip;
  count: number;
}

/** Says which filter to remove: the incidents are counted without each, one after the other. */
export function NoResults() {
  const [found, find] = useState<Found[] | null>(null);
  const now = state.value;
  useSignalEffect(() => {
    const controller = new AbortController();
    find(null);
    void countWithoutEach(chipsOf(state.value), controller.signal, find);
    return () => controller.abort();
  });
  const isFiltered = activeFilters.value.length > 0;
  if (!isFiltered) return <p class="no-results">There are no incidents yet.</p>;
  return (
    <div class="no-results">
      <p class="title">No incident matches all of this.</p>
      {now.q && <NearSpellings words={now.q} />}
      {found && found.length > 0 && (
        <>
          <p>Without one of the filters there are some:</p>
          <ul>
            {found.map(({ chip, count }) => (
              <li key={chip.key}>
                <button type="button" class="button alternative" onClick={() => change(chip.without)}>
                  <span>
                    Remove <bdi>{chip.label}</bdi>
                  </span>
                  <span class="number">{count.toLocaleString('en')}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {found && found.length === 0 && activeFilters.value.length > 1 && (
        <p>No single filter is to blame: removing any one of them finds nothing.</p>
      )}
      <button type="button" class="button" onClick={clearFilters}>
        Remove all filters
      </button>
    </div>
  );
}

async function countWithoutEach(
  chips: readonly Chip[],
  aborted: AbortSignal,
  report: (found: Found[]) => void,
): Promise<void> {
  const found: Found[] = [];
  // the words last: searching them is what costs
  const ordered = [...chips].sort((a, b) => Number(a.filter === 'q') - Number(b.filter === 'q')).slice(0, 8);
  for (const chip of ordered) {
    try {
      const { data } = await send(CountDocument, { where: whereOf({ ...state.peek(), ...chip.without }) }, aborted);
      const count = data.incidents?.totalCount ?? 0;
      if (count > 0) found.push({ chip, count });
    } catch {
      if (aborted.aborted) return;
    }
    report([...found]);
  }
  if (ordered.length === 0) report([]);
}

function chooseInstead(suggestion: Suggestion): void {
  change({ q: '' });
  void choose(suggestion);
}

/** Names that are spelled like the words. */
function NearSpellings({ words }: { words: string }) {
  const near = useMemo(() => createResource(SuggestDocument, () => ({ text: words, types: null, first: 5 })), [words]);
  useEffect(() => near.dispose, [near]);
  const suggestions = near.answer.value?.data.suggest ?? [];
  if (suggestions.length === 0) return null;
  return (
    <>
      <p>Did you mean:</p>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.node.id}>
            <button type="button" class="button alternative" onClick={() => chooseInstead(suggestion)}>
              <bdi>{suggestion.label}</bdi>
              {suggestion.matched !== suggestion.label && (
                <span class="matched">
                  “<bdi>{suggestion.matched}</bdi>”
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
