import type { Bar, Scale } from './scale.ts';

/** People killed or injured: a band from the lowest to the highest number, with the best estimate as its line. */
export function TollBand({ bars, scale, toll }: { bars: readonly Bar[]; scale: Scale; toll: 'killed' | 'injured' }) {
  const known = bars.flatMap((bar) => (bar[toll] ? [{ ...bar, band: bar[toll] }] : []));
  const largest = known.reduce((most, { band }) => Math.max(most, band.max ?? 0, band.best ?? 0, band.min), 0);
  if (largest === 0) return null;
  // By square root: one massacre would flatten everything else.
  const y = (number: number) => scale.base - Math.sqrt(number / largest) * (scale.base - scale.top);
  return (
    <g class={`toll-band ${toll}`}>
      <defs>
        <linearGradient id="open-end" x1="0" y1="1" x2="0" y2="0">
          <stop class="fade-from" offset="0" />
          <stop class="fade-to" offset="1" />
        </linearGradient>
      </defs>
      {known.map(({ start, end, band: { min, max, best } }) => {
        const [x, right] = [Math.max(scale.left, scale.x(start)), Math.min(scale.right, scale.x(end + 1))];
        const width = Math.max(1, right - x);
        const line = best ?? (max === min ? min : null);
        const isOpen = max === null || max === undefined;
        const top = isOpen ? scale.top : y(max);
        const height = y(min) - top;
        return (
          <g key={start}>
            {height > 0.5 && (
              <rect
                class={isOpen ? 'open' : 'closed'}
                x={x}
                y={top}
                width={width}
                height={height}
                fill={isOpen ? 'url(#open-end)' : undefined}
              />
            )}
            {line === null ? (
              <line class="least" x1={x} x2={x + width} y1={y(min)} y2={y(min)} />
            ) : (
              <line class="best" x1={x} x2={x + width} y1={y(line)} y2={y(line)} />
            )}
          </g>
        );
      })}
      <text class="largest" x={scale.right + 5} y={scale.top + 8}>
        {largest.toLocaleString('en', { notation: 'compact' })}
      </text>
    </g>
  );
}
