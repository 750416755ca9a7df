import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { state } from '../state/store.ts';
import { AreaShapes } from './area-shapes.tsx';
import { type Atlas, atlas, loadAtlas } from './atlas.ts';
import { BoxShape } from './box-shape.tsx';
import { type Camera, overscan } from './camera.ts';
import { boundsOf } from './geohash.ts';
import { drawnView, mapSize } from './map-view.ts';
import { Marks } from './marks.tsx';
import { worldSize } from './mercator.ts';
import { Place } from './place.tsx';
import type { TooltipContent } from './tooltip.tsx';
import { fitView } from './view.ts';

/** From this width of the world on, in pixels, the coarse shapes look coarse. */
const fineWorldPx = 3000;

interface Props {
  camera: RefObject<Camera | null>;
  tooltip: Signal<TooltipContent | null>;
}

/** What moves with the map: drawn for the view of the moment, half a map beyond each of its edges. */
export function MapLayer({ camera, tooltip }: Props) {
  const [view, size] = [drawnView.value, mapSize.value];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is placed whenever another view was drawn
  useLayoutEffect(() => camera.current?.place(), [camera, view]);
  const isFine = view !== null && view.k * worldSize >= fineWorldPx;
  useEffect(() => {
    if (isFine) void loadAtlas('50m');
  }, [isFine]);
  if (!view || !size) return null;
  const [left, top] = [size.width * overscan, size.height * overscan];
  const frame = { width: size.width + 2 * left, height: size.height + 2 * top };
  const copies = copiesOf(view.x, worldSize * view.k, -left, size.width + left);
  return (
    <svg
      class="map-drawing"
      aria-label="Incidents"
      {...frame}
      viewBox={`${-left} ${-top} ${frame.width} ${frame.height}`}
      style={{ left: -left, top: -top }}
    >
      <World shapes={atlas.value} />
      <defs>
        <pattern
          id="hatch-country"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${1 / view.k}) rotate(45)`}
        >
          <line class="hatch-line" y2="6" />
        </pattern>
      </defs>
      {copies.map((offset) => (
        <use key={offset} href="#world" transform={`translate(${view.x + offset} ${view.y}) scale(${view.k})`} />
      ))}
      <AreaShapes view={view} copies={copies} tooltip={tooltip} />
      {state.value.box && <BoxShape box={state.value.box} view={view} copies={copies} />}
      <Place view={view} copies={copies} />
      <Marks
        {...{ view, size, copies, tooltip }}
        onOpen={({ geohash }) => camera.current?.moveTo(fitView(boundsOf(geohash), size), { animate: true })}
      />
    </svg>
  );
}

/** The land and its borders, drawn once and shown as often as the world repeats. */
function World({ shapes }: { shapes: Atlas | null }) {
  return useMemo(
    () => (
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="hatch-line" y2="5" />
        </pattern>
        <g id="world">
          {shapes && (
            <>
              <path class="land" d={shapes.land} />
              <path class="borders" d={shapes.borders} />
            </>
          )}
        </g>
      </defs>
    ),
    [shapes],
  );
}

/** Returns where, from the world at `x`, its repetitions begin that reach into a range of pixels. */
function copiesOf(x: number, worldPx: number, left: number, right: number): number[] {
  const first = Math.floor((left - x) / worldPx);
  const last = Math.ceil((right - x) / worldPx) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * worldPx);
}
