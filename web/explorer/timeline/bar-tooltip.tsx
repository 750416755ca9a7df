import { bandText, counted } from '../data/quantity-text.ts';
import { periodText } from './days.ts';
import type { Bar, Scale } from './scale.ts';

export function BarTooltip({ bar, scale }: { bar: Bar; scale: Scale }) {
  const x = Math.max(scale.left, Math.min(scale.right, (scale.x(bar.start) + scale.x(bar.end + 1)) / 2));
  const side = x < 150 ? ' starts' : x > scale.right - 120 ? ' ends' : '';
  return (
    <div class={`map-tooltip${side}`} role="tooltip" style={{ left: x, top: 0 }}>
      <strong>{periodText(bar.start, bar.end)}</strong>
      <span>
        {counted(bar.count, 'incident')}
        {bar.uncertain > 0 && `, ${bar.uncertain.toLocaleString('en')} of them perhaps at another time`}
      </span>
      {bar.killed && <span class="toll">Killed: {bandText(bar.killed)}</span>}
      {bar.injured && <span class="toll">Injured: {bandText(bar.injured)}</span>}
    </div>
  );
}
