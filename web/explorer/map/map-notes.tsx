import { currentOverview, unplacedCount } from '../data/overview.ts';
import { counted } from '../data/quantity-text.ts';
import { change, state } from '../state/store.ts';
import { type Area, areasOf } from './areas.ts';
import { changeInPlace } from './fit.ts';

/** Beside the map: what is not a point on it. */
export function MapNotes() {
  const data = currentOverview.value?.data;
  if (!data) return null;
  const areas = areasOf(data);
  const inAreas = data.areas?.totalCount ?? 0;
  const unplaced = unplacedCount.value ?? 0;
  if (!inAreas && !unplaced && !state.value.unplaced) return null;
  return (
    <div class="map-notes">
      {inAreas > 0 && (
        <details>
          <summary>
            <svg class="hatch-key" viewBox="0 0 16 10" aria-hidden="true">
              <rect width="16" height="10" fill="url(#hatch)" />
            </svg>
            {counted(inAreas, 'incident')} somewhere in an area
          </summary>
          <ul>
            {areas.slice(0, 12).map((area) => (
              <li key={area.slug}>
                <AreaButton area={area} />
              </li>
            ))}
          </ul>
          {areas.length > 12 && <p>and {counted(areas.length - 12, 'more area')}</p>}
        </details>
      )}
      {(unplaced > 0 || state.value.unplaced) && (
        <button
          type="button"
          class="unplaced-note"
          aria-pressed={state.value.unplaced}
          title={state.value.unplaced ? 'Show all again' : 'List only these'}
          onClick={() => changeInPlace({ unplaced: !state.value.unplaced, open: null })}
        >
          {counted(unplaced, 'incident')} without a place on the map
        </button>
      )}
    </div>
  );
}

function AreaButton({ area: { slug, name, count } }: { area: Area }) {
  const isChosen = state.value.within === slug;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => change({ within: isChosen ? null : slug, open: null })}
    >
      <bdi>{name}</bdi> <span class="number">{count.toLocaleString('en')}</span>
    </button>
  );
}
