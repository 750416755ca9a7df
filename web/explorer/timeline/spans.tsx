import { change } from '../state/store.ts';
import { toDayNumber } from './days.ts';
import { lanesOf } from './lanes.ts';
import type { Scale } from './scale.ts';

interface Span {
  id: string;
  title: string;
  date?: { start?: string | null; end?: string | null; edtf: string } | null;
}

const maxLanes = 3;
const lanePx = 3;
/** More than these are said in words. */
const maxSpans = 40;

/** Incidents whose date is a span, as bars across their days, with an open end where they have one. */
export function Spans({ spans, total, scale }: { spans: readonly Span[]; total: number; scale: Scale }) {
  if (total > maxSpans) return null;
  const placed = spans.flatMap(({ id, title, date }) => {
    const [start, end] = [date?.start ? toDayNumber(date.start) : null, date?.end ? toDayNumber(date.end) : null];
    if (!date || (start === null && end === null)) return [];
    const [from, to] = [Math.max(scale.from, start ?? scale.from), Math.min(scale.to, end ?? scale.to)];
    return from > to ? [] : [{ id, title, from, to, edtf: date.edtf, isOpen: start === null || end === null }];
  });
  const lanes = lanesOf(placed, maxLanes);
  return (
    <g class="spans">
      {placed.map(({ id, title, from, to, edtf, isOpen }, i) => {
        const [x, right] = [scale.x(from), scale.x(to + 1)];
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list offers the same to the keyboard
          <rect
            key={id}
            class={isOpen ? 'open' : undefined}
            x={x}
            y={scale.base + 2 + (lanes[i] ?? 0) * lanePx}
            width={Math.max(2, right - x)}
            height={lanePx - 1}
            onClick={() => change({ open: id })}
          >
            <title>{`${title}, ${edtf}`}</title>
          </rect>
        );
      })}
    </g>
  );
}
