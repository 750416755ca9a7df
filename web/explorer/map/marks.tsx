import { type Signal, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { type ShownCell, shownCells } from '../data/map-and-timeline.ts';
import { bandText, counted } from '../data/quantity-text.ts';
import type { MapCellFragment } from '../generated/graphql.ts';
import { state } from '../state/store.ts';
import { slugOf } from './areas.ts';
import { overscan } from './camera.ts';
import { changeInPlace, keepView } from './fit.ts';
import { toWorld } from './mercator.ts';
import { hasRoomFor, isCovered, radiusOf } from './radius.ts';
import type { TooltipContent } from './tooltip.tsx';
import type { Size, View } from './view.ts';

interface Props {
  view: View;
  size: Size;
  copies: readonly number[];
  tooltip: Signal<TooltipContent | null>;
  /** Shows what is in a cell. */
  onOpen(cell: ShownCell): void;
}

interface Mark {
  cell: ShownCell;
  x: number;
  y: number;
  radius: number;
  text: string;
  key: string;
}

/** Incidents at or near a place: circles by count, the largest below, which Tab and the arrow keys reach too. */
export function Marks({ view, size, copies, tooltip, onOpen }: Props) {
  const cells = shownCells.value?.cells;
  const marks = useMemo(() => (cells ? marksOf(cells, view, size, copies) : []), [cells, view, size, copies]);
  const group = useRef<SVGGElement>(null);
  const current = useSignal(0);
  const { within } = state.value;

  const markAt = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest('[data-mark]') : null;
    return element ? marks[Number(element.getAttribute('data-mark'))] : undefined;
  };
  const show = (event: Event) => {
    const mark = markAt(event.target);
    const stage = group.current?.closest('.stage')?.getBoundingClientRect();
    const circle = event.target instanceof Element && event.target.closest('[data-mark]');
    if (!mark || !stage || !circle) return;
    const { left, width, top } = circle.getBoundingClientRect();
    tooltip.value = { x: left + width / 2 - stage.left, y: top - stage.top, ...described(mark.cell, within) };
  };
  const hide = () => {
    tooltip.value = null;
  };
  const act = (event: Event) => {
    const mark = markAt(event.target);
    if (!mark) return;
    const location = locationOf(mark.cell);
    hide();
    if (location) {
      const slug = slugOf(location.id);
      changeInPlace({ within: within === slug ? null : slug, open: null });
    } else {
      keepView();
      onOpen(mark.cell);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      current.value = (current.peek() + step + marks.length) % marks.length;
      group.current?.querySelector<SVGElement>(`[data-mark="${current.peek()}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') act(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const stop = Math.min(current.value, marks.length - 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles the events of the buttons in it
    <g
      class="marks"
      tabindex={-1} // or else Chromium would stop at it, as it listens for focus
      ref={group}
      onPointerOver={show}
      onPointerOut={hide}
      onFocusIn={show}
      onFocusOut={hide}
      onClick={act}
      onKeyDown={onKeyDown}
    >
      {marks.map(({ cell, x, y, radius, text, key }, i) => {
        const location = locationOf(cell);
        const isChosen = location !== null && slugOf(location.id) === within;
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={key}
            class={`mark${isChosen ? ' chosen' : ''}`}
            data-mark={i}
            role="button"
            tabindex={i === stop ? 0 : -1}
            aria-label={labelOf(cell)}
            aria-pressed={location ? isChosen : undefined}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
          >
            <circle r={radius.toFixed(1)} />
            {text && <text dy="0.36em">{text}</text>}
          </g>
        );
      })}
    </g>
  );
}

function marksOf(cells: readonly ShownCell[], view: View, size: Size, copies: readonly number[]): Mark[] {
  const largest = cells.reduce((most, { count }) => Math.max(most, count), 1);
  const [left, top] = [-size.width * overscan, -size.height * overscan];
  const [right, bottom] = [size.width - left, size.height - top];
  const marks = cells.flatMap((cell): Mark[] => {
    const [worldX, worldY] = toWorld(cell);
    const y = worldY * view.k + view.y;
    if (y < top || y > bottom) return [];
    const radius = radiusOf(cell.count, largest);
    const number = shortNumber(cell.count);
    const text = isWhole(cell) && hasRoomFor(number, radius) ? number : '';
    return copies.flatMap((offset, i) => {
      const x = worldX * view.k + view.x + offset;
      return x < left || x > right ? [] : [{ cell, x, y, radius, text, key: `${cell.geohash} ${i}` }];
    });
  });
  return marks.map((mark, i) => (mark.text && isCovered(mark, marks.slice(i + 1)) ? { ...mark, text: '' } : mark));
}

function shortNumber(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
}

/** Returns false for a cell that came with the list, whose sums and place are not known yet. */
function isWhole(cell: ShownCell): cell is MapCellFragment {
  return 'killed' in cell;
}

function locationOf(cell: ShownCell) {
  return (isWhole(cell) && cell.location) || null;
}

function described(cell: ShownCell, within: string | null) {
  if (!isWhole(cell)) return { title: 'Loading places', hint: 'Click to zoom in' };
  const { location, count, killed, injured } = cell;
  const hint = !location
    ? 'Click to zoom in'
    : slugOf(location.id) === within
      ? 'Click to drop this place as a filter'
      : 'Click to filter by this place';
  return {
    title: location?.name ?? 'Several places',
    count,
    killed: killed ?? null,
    injured: injured ?? null,
    hint,
  };
}

function labelOf(cell: ShownCell): string {
  if (!isWhole(cell)) return 'Loading places';
  const { location, count, killed } = cell;
  return [location?.name ?? 'Several places', counted(count, 'incident'), killed && `killed: ${bandText(killed)}`]
    .filter(Boolean)
    .join(', ');
}
