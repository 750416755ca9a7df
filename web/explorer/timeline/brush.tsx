import { useRef } from 'preact/hooks';
import { change, state } from '../state/store.ts';
import { dayText, toDay } from './days.ts';
import type { Scale } from './scale.ts';
import { type Days, dragged, type Grip, type Selection, type Snap, stepped } from './selection.ts';
import { isBrushing } from './timeline-view.ts';

interface Props {
  scale: Scale;
  snap: Snap;
  selection: Selection;
  onHover(day: number | null): void;
}

interface Drag {
  grip: Grip;
  start: number;
  before: Days;
  startX: number;
  hasChanged: boolean;
}

const handlePx = 8;

/**
 * Days to filter by: dragged, or moved with the arrow keys and resized with Shift and the arrow keys. A drag is one step
 * of the browser's history.
 */
export function Brush({ scale, snap, selection, onHover }: Props) {
  const drag = useRef<Drag | null>(null);
  const area = useRef<SVGRectElement>(null);
  const limits: Days = { from: scale.from, to: scale.to };
  const isSet = selection.from !== null || selection.to !== null;
  const days: Days = { from: selection.from ?? scale.from, to: selection.to ?? scale.to };
  const [left, right] = [clamp(scale.x(days.from), scale), clamp(scale.x(days.to + 1), scale)];

  const dayOf = (event: PointerEvent) => {
    const { left: origin } = area.current?.getBoundingClientRect() ?? { left: 0 };
    return { x: event.clientX - origin + scale.left, day: scale.dayAt(event.clientX - origin + scale.left) };
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const { x, day } = dayOf(event);
    const grip = isSet ? gripAt(x, left, right) : 'new';
    drag.current = { grip, start: day, before: days, startX: x, hasChanged: false };
    area.current?.setPointerCapture(event.pointerId);
    isBrushing.value = true;
    onHover(null);
  };

  const onPointerMove = (event: PointerEvent) => {
    const { x, day } = dayOf(event);
    const current = drag.current;
    if (!current) return event.pointerType === 'mouse' ? onHover(day) : undefined;
    if (!current.hasChanged && Math.abs(x - current.startX) < 4) return;
    const next = dragged(current.grip, current.before, current.start, day, snap, limits);
    choose(next, { replace: current.hasChanged });
    current.hasChanged = true;
  };

  const onPointerUp = (event: PointerEvent) => {
    const current = drag.current;
    drag.current = null;
    if (!current || current.hasChanged) return;
    const { day } = dayOf(event);
    const [from, to] = snap(day);
    const isSame = selection.from === from && selection.to === to;
    if (isSame) clear();
    else choose({ from, to });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (direction !== null) {
      const [from, to] = snap(direction > 0 ? scale.from : scale.to);
      choose(isSet ? stepped(days, direction, event.shiftKey, snap, limits) : { from, to }, { replace: event.repeat });
    } else if (isSet && (event.key === 'Escape' || event.key === 'Delete' || event.key === 'Backspace')) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [height, y] = [scale.bottom - scale.top + 3, scale.top - 3];
  return (
    <g class="brush">
      {isSet && (
        <>
          <rect class="left-out" x={scale.left} y={y} width={Math.max(0, left - scale.left)} height={height} />
          <rect class="left-out" x={right} y={y} width={Math.max(0, scale.right - right)} height={height} />
        </>
      )}
      <g
        class="days"
        role="slider"
        tabindex={0}
        aria-label="Days: arrow keys move, Shift and arrow keys resize, Delete clears"
        aria-orientation="horizontal"
        aria-valuemin={scale.from}
        aria-valuemax={scale.to}
        aria-valuenow={Math.max(scale.from, Math.min(scale.to, days.from))}
        aria-valuetext={isSet ? `${dayText(days.from)} to ${dayText(days.to)}` : 'all days'}
        onKeyDown={onKeyDown}
      >
        <rect
          class={isSet ? 'chosen' : 'all'}
          x={isSet ? left : scale.left}
          y={y}
          width={Math.max(2, isSet ? right - left : scale.right - scale.left)}
          height={height}
        />
        {isSet &&
          [left, right].map((x, i) => (
            <rect
              key={i === 0 ? 'from' : 'to'}
              class="handle"
              x={x - 2.5}
              y={y + height / 2 - 10}
              width="5"
              height="20"
              rx="2.5"
            />
          ))}
      </g>
      <rect
        class="brush-area"
        ref={area}
        x={scale.left}
        y={y}
        width={scale.right - scale.left}
        height={height}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (drag.current = null)}
        onLostPointerCapture={() => (isBrushing.value = false)}
        onPointerLeave={() => onHover(null)}
      />
    </g>
  );
}

function choose({ from, to }: Days, how?: { replace: boolean }): void {
  const next = { from: toDay(from), to: toDay(to) };
  if (state.value.from !== next.from || state.value.to !== next.to) change(next, how);
}

function clear(): void {
  change({ from: null, to: null });
}

function gripAt(x: number, left: number, right: number): Grip {
  if (Math.abs(x - left) <= handlePx) return 'from';
  if (Math.abs(x - right) <= handlePx) return 'to';
  return x > left && x < right ? 'move' : 'new';
}

function clamp(x: number, { left, right }: Scale): number {
  return Math.max(left, Math.min(right, x));
}
