import { currentAnswer } from '../data/map-and-timeline.ts';
import { counted } from '../data/quantity-text.ts';
import { change, state } from '../state/store.ts';
import { type Area, areasOf } from './areas.ts';

/** Beside the map: what is not a point on it. */
export function MapNotes() {
  const data = currentAnswer.value?.data;
  if (!data) return null;
  const areas = areasOf(data);
  const inAreas = data.areas?.totalCount ?? 0;
  const unplaced = data.unplaced?.totalCount ?? 0;
  if (!inAreas && !unplaced) return null;
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
      {unplaced > 0 && <p>{counted(unplaced, 'incident')} without a place on the map</p>}
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
