import type { Box } from '../state/explorer-state.ts';
import { changeInPlace } from './fit.ts';
import { mapSize } from './map-view.ts';
import { toWorld, widthOf } from './mercator.ts';
import type { View } from './view.ts';

/** The box that filters, with a handle that removes it. */
export function BoxShape({ box, view, copies }: { box: Box; view: View; copies: readonly number[] }) {
  const [left, top] = toWorld({ latitude: box.north, longitude: box.west });
  const [right, bottom] = toWorld({ latitude: box.south, longitude: box.west + widthOf(box) });
  const remove = () => changeInPlace({ box: null });
  // One more to the west: a box across the antimeridian reaches into the next repetition of the world.
  const span = (copies[1] ?? 0) - (copies[0] ?? 0) || view.k * 1000;
  const width = (right - left) * view.k;
  const mapWidth = mapSize.value?.width ?? 0;
  const drawn = [(copies[0] ?? 0) - span, ...copies].filter((offset) => {
    const x = left * view.k + view.x + offset;
    return x < mapWidth * 1.5 && x + width > -mapWidth * 0.5;
  });
  return drawn.map((offset) => {
    const x = left * view.k + view.x + offset;
    const y = top * view.k + view.y;
    const height = (bottom - top) * view.k;
    return (
      <g key={offset} class="chosen-box">
        <rect x={x} y={y} width={width} height={height} />
        {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button */}
        <g
          class="handle"
          role="button"
          tabindex={0}
          aria-label="Remove the box"
          transform={`translate(${x + width} ${y})`}
          onClick={remove}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'Delete') return;
            event.preventDefault();
            remove();
          }}
        >
          <circle r="11" />
          <path d="M-3.5-3.5l7 7M3.5-3.5l-7 7" />
        </g>
      </g>
    );
  });
}
