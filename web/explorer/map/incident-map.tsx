import { batch, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { currentList } from '../data/list.ts';
import { detail, shownCells } from '../data/map-and-timeline.ts';
import { currentOverview, overview } from '../data/overview.ts';
import type { OverviewQuery } from '../generated/graphql.ts';
import { FailureNotice } from '../layout/failure.tsx';
import { state } from '../state/store.ts';
import { areasOf } from './areas.ts';
import { loadAtlas } from './atlas.ts';
import { BoxFrame, useBoxDrawing } from './box.tsx';
import { attachCamera, type Camera } from './camera.ts';
import { changeInPlace, fitTarget, keepView, mustFit } from './fit.ts';
import { MapControls } from './map-controls.tsx';
import { MapLayer } from './map-layer.tsx';
import { MapNotes } from './map-notes.tsx';
import { drawnView, mapSize } from './map-view.ts';
import { Tooltip, type TooltipContent } from './tooltip.tsx';
import { boxBetween, type Size } from './view.ts';
import './map.css';

const panPx = 90;
/** The land is drawn after the first points, which it would delay, but not later than this. */
const landDelayMs = 1000;

/** Where the incidents happened: points by count, areas hatched, and beside the map what has no place on it. */
export function IncidentMap() {
  const stage = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera | null>(null);
  const tooltip = useSignal<TooltipContent | null>(null);
  const drawing = useBoxDrawing(stage, (from, to) => {
    const view = drawnView.peek();
    if (!view) return;
    changeInPlace({ box: rounded(boxBetween(view, from, to)) });
  });

  useLayoutEffect(() => {
    if (!stage.current || !layer.current) return;
    const attached = attachCamera(stage.current, layer.current, {
      isTaken: (event) => event.shiftKey || drawing.isOn.peek(),
      onGesture: () => {
        keepView();
        tooltip.value = null;
      },
    });
    camera.current = attached;
    return () => attached.detach();
  }, [drawing.isOn, tooltip]);

  // The map follows the filter when its answer arrives; at first, the list's will do if it tells where the points are.
  const [listed, answer] = [currentList.value, currentOverview.value];
  const size = mapSize.value;
  const isListed = listed !== null;
  useEffect(() => {
    const timer = setTimeout(() => void loadAtlas('110m'), isListed ? 0 : landDelayMs);
    return () => clearTimeout(timer);
  }, [isListed]);
  const wasFitted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are values of signals
  useLayoutEffect(() => {
    if (!size || !mustFit.peek() || (!answer && wasFitted.current)) return;
    const target = answer || listed ? targetOf(answer?.data, size) : null;
    if (!answer && !target) return;
    batch(() => {
      keepView();
      if (target) camera.current?.moveTo(target, { animate: wasFitted.current });
    });
    wasFitted.current = true;
  }, [listed, answer, size]);

  const showAll = () => {
    const size = mapSize.peek();
    const answer = currentOverview.peek();
    const target = size && answer && targetOf(answer.data, size);
    if (target) camera.current?.moveTo(target, { animate: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && drawing.isOn.peek()) drawing.cancel();
    else if (event.target !== event.currentTarget && event.key.startsWith('Arrow')) return;
    else if (!moveByKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const moveByKey = (key: string): boolean => {
    const pans: Record<string, [number, number]> = {
      ArrowLeft: [panPx, 0],
      ArrowRight: [-panPx, 0],
      ArrowUp: [0, panPx],
      ArrowDown: [0, -panPx],
    };
    const pan = pans[key];
    keepView();
    tooltip.value = null;
    if (pan) camera.current?.panBy(...pan);
    else if (key === '+' || key === '=') camera.current?.zoomBy(1.6);
    else if (key === '-') camera.current?.zoomBy(1 / 1.6);
    else if (key === '0') showAll();
    else return false;
    return true;
  };

  const failed = [overview, detail].find(({ failure }) => failure.value !== null);
  const isOutdated = overview.loading.value || (detail.loading.value && !!detail.answer.value);
  return (
    <section class={`map${isOutdated && shownCells.value ? ' outdated-marks' : ''}`} aria-label="Map">
      <div
        class={`stage${drawing.isOn.value ? ' drawing' : ''}`}
        ref={stage}
        role="application"
        aria-label="Map of incidents. Arrow keys pan, plus and minus zoom, 0 shows all; Tab goes to the places."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard, as its label explains
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div class="map-layer" ref={layer}>
          <MapLayer camera={camera} tooltip={tooltip} />
        </div>
        <BoxFrame rect={drawing.rect.value} />
      </div>
      <MapControls
        isDrawing={drawing.isOn.value}
        onZoom={(factor) => {
          keepView();
          camera.current?.zoomBy(factor);
        }}
        onFit={showAll}
        onDraw={drawing.toggle}
      />
      <MapNotes />
      <Tooltip content={tooltip.value} />
      {failed?.failure.value && <FailureNotice failure={failed.failure.value} retry={failed.retry} />}
    </section>
  );
}

/** Where the map goes for an answer. The points came with the list. */
function targetOf(data: OverviewQuery | undefined, size: Size) {
  const areas = data ? areasOf(data) : [];
  return fitTarget(currentList.peek()?.placed?.extent ?? [], areas, state.peek().box, size);
}

function rounded({ west, south, east, north }: ReturnType<typeof boxBetween>) {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return { west: round(west), south: round(south), east: round(east), north: round(north) };
}
