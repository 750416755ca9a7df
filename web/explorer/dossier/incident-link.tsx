import { type DaySpan, spanInWords } from '../state/day-words.ts';
import { writeHash } from '../state/hash.ts';
import { change, state } from '../state/store.ts';

interface IncidentLinkProps {
  incident: { id: string; title: string; date: DaySpan | null };
}

/** Opens the dossier of another incident. */
export function IncidentLink({ incident: { id, title, date } }: IncidentLinkProps) {
  return (
    <>
      <a
        href={writeHash({ ...state.value, open: id })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          change({ open: id });
        }}
      >
        <bdi>{title}</bdi>
      </a>
      {date && <span class="meta"> {spanInWords(date)}</span>}
    </>
  );
}
