import type { Signal } from '@preact/signals';
import { currentOverview } from '../data/overview.ts';
import { state } from '../state/store.ts';
import { type Area, areasOf, usualKm } from './areas.ts';
import { atlas } from './atlas.ts';
import { changeInPlace } from './fit.ts';
import { toWorld, worldSize } from './mercator.ts';
import { groundRadius } from './radius.ts';
import type { TooltipContent } from './tooltip.tsx';
import type { View } from './view.ts';

const minDiscPx = 8;

interface Props {
  view: View;
  copies: readonly number[];
  tooltip: Signal<TooltipContent | null>;
}

/** Areas in which incidents happened, nobody says where: hatched, countries by their shape and others as discs. */
export function AreaShapes({ view, copies, tooltip }: Props) {
  const data = currentOverview.value?.data;
  const shapes = atlas.value;
  if (!data) return null;
  const drawn = areasOf(data).flatMap((area) => {
    const shape = area.kind === 'COUNTRY' && area.country ? (shapes?.shapeOf(area.country) ?? null) : null;
    return copies.map((offset, i) => ({ key: `${area.slug} ${i}`, area, shape, offset }));
  });
  return (
    <g class="areas">
      {drawn.map(({ key, ...one }) => (
        <AreaShape key={key} {...one} view={view} tooltip={tooltip} />
      ))}
    </g>
  );
}

interface ShapeProps {
  area: Area;
  shape: string | null;
  view: View;
  offset: number;
  tooltip: Signal<TooltipContent | null>;
}

function AreaShape({ area, shape, view, offset, tooltip }: ShapeProps) {
  const { slug, name, kind, point, count } = area;
  const km = usualKm[kind];
  if (!shape && (!point || km === null)) return null;
  const isChosen = state.value.within === slug;
  const show = (event: { currentTarget: Element }) => {
    const stage = event.currentTarget.closest('.stage')?.getBoundingClientRect();
    const own = event.currentTarget.getBoundingClientRect();
    if (!stage) return;
    const clamp = (value: number, max: number) => Math.max(20, Math.min(max - 20, value));
    const x = clamp(own.left + own.width / 2 - stage.left, stage.width);
    const y = clamp(own.top + own.height / 2 - stage.top, stage.height);
    const remark = shape ? 'somewhere in this country' : 'somewhere in this area, whose size is not known';
    tooltip.value = { x, y, title: name, count, remark };
  };
  const choose = () => changeInPlace({ within: isChosen ? null : slug, open: null });
  const events = {
    onPointerEnter: show,
    onPointerLeave: () => (tooltip.value = null),
    onClick: choose,
  };
  const className = `area${isChosen ? ' chosen' : ''}`;
  if (shape)
    return (
      <path
        class={className}
        d={shape}
        transform={`translate(${view.x + offset} ${view.y}) scale(${view.k})`}
        fill="url(#hatch-country)"
        {...events}
      />
    );
  const [x, y] = toWorld(point ?? { latitude: 0, longitude: 0 });
  const radius = groundRadius(km ?? 0, point?.latitude ?? 0, view.k * worldSize);
  return (
    <circle
      class={className}
      cx={x * view.k + view.x + offset}
      cy={y * view.k + view.y}
      r={Math.max(minDiscPx, radius)}
      fill="url(#hatch)"
      {...events}
    />
  );
}
