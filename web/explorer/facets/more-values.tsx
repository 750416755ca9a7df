import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createResource } from '../data/resource.ts';
import { GroupsDocument, type IncidentGroupBy } from '../generated/graphql.ts';
import { FailureNotice } from '../layout/failure.tsx';
import type { FilterName } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { Options } from './facet.tsx';
import { facetOptions, matching } from './facet-options.ts';

interface Props {
  title: string;
  by: IncidentGroupBy;
  /** The facet's own filter, which does not count. */
  filter: FilterName;
  chosen: readonly string[];
  labelOf: (key: string) => string;
  toggle: (key: string) => void;
  close: () => void;
}

/** A dialog with the 100 most frequent values of a facet and a box that filters them by name. */
export function MoreValues({ title, by, filter, chosen, labelOf, toggle, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, filterBy] = useState('');
  const groups = useMemo(
    () => createResource(GroupsDocument, () => ({ where: whereOf(state.value, filter), by })),
    [filter, by],
  );
  useEffect(() => groups.dispose, [groups]);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = groups.answer.value?.data.incidents;
  const failure = groups.failure.value;
  const options = facetOptions({
    groups: answer?.groups ?? [],
    chosen,
    labelOf,
    complete: (answer?.groupCount ?? 0) <= 100 && answer != null,
  });
  const found = matching(options, words);
  const hidden = (answer?.groupCount ?? 0) - (answer?.groups?.length ?? 0);
  return (
    <dialog class="more-values" ref={dialog} aria-label={title} onClose={close} {...{ closedby: 'any' }}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="button close" onClick={() => dialog.current?.close()}>
          Done
        </button>
      </header>
      <input
        type="search"
        aria-label={`Filter the values of ${title}`}
        placeholder="Filter by name"
        value={words}
        onInput={(event) => filterBy(event.currentTarget.value)}
      />
      {failure && <FailureNotice failure={failure} retry={groups.retry} />}
      <div class={`values${groups.loading.value ? ' outdated' : ''}`}>
        <Options options={found} toggle={toggle} />
        {answer && found.length === 0 && <p class="none">None of these names contains “{words}”.</p>}
        {hidden > 0 && (
          <p class="none">
            The {answer?.groups?.length} most frequent are listed; {hidden.toLocaleString('en')} more are found by the
            search box.
          </p>
        )}
      </div>
    </dialog>
  );
}
