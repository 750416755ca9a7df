import type { Signal } from '@preact/signals';
import { shownBars } from '../data/map-and-timeline.ts';
import { counted } from '../data/quantity-text.ts';
import { change, state } from '../state/store.ts';
import { dayText, toDayNumber } from './days.ts';
import type { Bar } from './scale.ts';
import { type Toll, timelineRange } from './timeline-view.ts';

interface Counts {
  undated: number;
  /** Incidents whose date is no single day. */
  spans: number;
}

interface Props {
  /** Null until they are loaded. */
  bars: readonly Bar[] | null;
  counts: Counts;
  toll: Signal<Toll>;
}

const tolls: [Toll, string][] = [
  ['killed', 'Killed'],
  ['injured', 'Injured'],
  ['none', 'None'],
];

/** What the timeline shows, in words, and its buttons. */
export function TimelineHeader({ bars, counts, toll }: Props) {
  const { from, to } = state.value;
  const chosen = toll.value;
  const isChosen = from !== null || to !== null;
  return (
    <div class="timeline-header">
      {isChosen ? (
        <span class="days">
          {from ? dayText(toDayNumber(from)) : 'Any day'} – {to ? dayText(toDayNumber(to)) : 'any day'}
        </span>
      ) : (
        <span class="words">{bars && wordsFor(bars, counts, chosen)}</span>
      )}
      {isChosen && (
        <>
          <button type="button" aria-label="Clear days" onClick={() => change({ from: null, to: null })}>
            Clear
          </button>
          {timelineRange.value === null && (
            <button type="button" aria-label="Zoom in to these days" onClick={zoomToSelection}>
              Zoom in
            </button>
          )}
        </>
      )}
      {timelineRange.value !== null && (
        <button type="button" onClick={() => (timelineRange.value = null)}>
          All days
        </button>
      )}
      <fieldset class="toll-choice">
        <legend>People</legend>
        {tolls.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="toll"
              value={value}
              checked={chosen === value}
              onChange={() => (toll.value = value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function wordsFor(bars: readonly Bar[], { undated, spans }: Counts, toll: Toll): string {
  const sum = (pick: (bar: Bar) => number) => bars.reduce((total, bar) => total + pick(bar), 0);
  const total = sum(({ count }) => count);
  const known = toll === 'none' ? null : sum((bar) => bar[`${toll}Known`]);
  return [
    known === null
      ? counted(total, 'incident')
      : `${known.toLocaleString('en')} of ${counted(total, 'incident')} state a number ${toll}`,
    spans > 0 && `${spans.toLocaleString('en')} ${spans === 1 ? 'spans' : 'span'} several days`,
    undated > 0 && `${undated.toLocaleString('en')} undated`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function zoomToSelection(): void {
  const { from, to } = state.value;
  const bars = shownBars.value?.bars;
  const first = from ?? bars?.[0]?.start;
  const last = to ?? bars?.at(-1)?.end;
  if (first && last && first <= last) timelineRange.value = { from: first, to: last };
}
