import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { shownBars } from '../data/map-and-timeline.ts';
import { currentOverview, overview } from '../data/overview.ts';
import { state } from '../state/store.ts';
import { Axis } from './axis.tsx';
import { BarTooltip } from './bar-tooltip.tsx';
import { Bars } from './bars.tsx';
import { Brush } from './brush.tsx';
import { intervalAround, toDayNumber } from './days.ts';
import { barsOf, scaleOf } from './scale.ts';
import { Spans } from './spans.tsx';
import { TimelineHeader } from './timeline-header.tsx';
import { type Toll, timelineRange, timelineWidth } from './timeline-view.ts';
import { TollBand } from './toll-band.tsx';
import './timeline.css';

/** Room beside the bars, for the largest numbers of both scales. */
const side = 30;

/** When the incidents happened: bars by count, over them the people killed or injured, and a brush that filters days. */
export function Timeline() {
  const plot = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 0, height: 0 });
  const toll = useSignal<Toll>('killed');
  const hovered = useSignal<number | null>(null);

  useLayoutEffect(() => {
    const element = plot.current;
    if (!element) return;
    const measure = () => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
      timelineWidth.value = Math.max(100, element.clientWidth - 2 * side);
    };
    if (element.clientWidth > 0) measure(); // at once: what is asked for depends on it
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  const shown = shownBars.value;
  const range = timelineRange.value;
  const bars = shown ? barsOf(shown.bars) : [];
  const { width, height } = size.value;
  const scale = shown && width > 0 ? scaleOf(bars, shown.interval, range, { width, height, side }) : null;
  const data = currentOverview.value?.data;
  const counts = { undated: data?.undated?.totalCount ?? 0, spans: data?.spans?.totalCount ?? 0 };
  const isOutdated = overview.loading.value && shown !== null;
  const bar = hovered.value === null ? undefined : bars[hovered.value];
  const { from, to } = state.value;
  const selection = { from: from ? toDayNumber(from) : null, to: to ? toDayNumber(to) : null };

  return (
    <section class={`timeline${isOutdated ? ' outdated-marks' : ''}`} aria-label="Timeline">
      <TimelineHeader bars={shown && bars} counts={counts} toll={toll} />
      <div class="timeline-plot" ref={plot}>
        {scale && shown && bars.length > 0 && (
          <svg width={width} height={height} aria-label="Incidents over time">
            <Axis scale={scale} />
            <Bars bars={bars} scale={scale} selection={selection} />
            {toll.value !== 'none' && <TollBand bars={bars} scale={scale} toll={toll.value} />}
            <Brush
              scale={scale}
              snap={(day) => intervalAround(day, shown.interval)}
              selection={selection}
              onHover={(day) => {
                const bar = day === null ? -1 : bars.findIndex(({ start, end }) => start <= day && day <= end);
                hovered.value = bar < 0 ? null : bar;
              }}
            />
            <Spans spans={data?.spans?.nodes ?? []} total={data?.spans?.totalCount ?? 0} scale={scale} />
          </svg>
        )}
        {shown && bars.length === 0 && <p class="timeline-empty">No incident has a date.</p>}
        {scale && bar && <BarTooltip bar={bar} scale={scale} />}
      </div>
    </section>
  );
}
