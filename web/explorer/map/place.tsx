import { placeOfFilter } from '../data/list.ts';
import { toWorld } from './mercator.ts';
import type { View } from './view.ts';

/** A ring around the place that filters. */
export function Place({ view, copies }: { view: View; copies: readonly number[] }) {
  const place = placeOfFilter.value;
  if (!place?.point || place.kind === 'COUNTRY' || place.kind === 'REGION') return null;
  const [x, y] = toWorld(place.point);
  return (
    <g>
      {copies.map((offset) => (
        <circle class="place-ring" key={offset} cx={x * view.k + view.x + offset} cy={y * view.k + view.y} r="17" />
      ))}
    </g>
  );
}
