import type { Scale } from './scale.ts';
import { ticksOf } from './ticks.ts';

export function Axis({ scale }: { scale: Scale }) {
  const { from, to, left, right, bottom, base, top, largest, x } = scale;
  return (
    <g class="axis">
      <line class="base" x1={left} x2={right} y1={base + 0.5} y2={base + 0.5} />
      {ticksOf(from, to, right - left).map(({ day, text }) => (
        <g key={day} transform={`translate(${Math.round(x(day)) + 0.5} 0)`}>
          <line class="tick" y1={top} y2={bottom} />
          <text x="3" y={bottom + 11}>
            {text}
          </text>
        </g>
      ))}
      <text class="largest" x={left - 5} y={top + 8}>
        {largest.toLocaleString('en', { notation: 'compact' })}
      </text>
    </g>
  );
}
