import type { Bar, Scale } from './scale.ts';

interface Props {
  bars: readonly Bar[];
  scale: Scale;
  selection: { from: number | null; to: number | null };
}

/** Incidents by when they begin; those whose date may be another are hatched, on top. */
export function Bars({ bars, scale, selection }: Props) {
  return (
    <g class="bars">
      <defs>
        <pattern id="hatch-bar" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="bar-hatch" y2="4" />
        </pattern>
      </defs>
      {bars.map(({ start, end, count, uncertain }) => {
        const [x, right] = [Math.max(scale.left, scale.x(start)), Math.min(scale.right, scale.x(end + 1))];
        const gap = right - x > 3 ? 1 : 0;
        const width = Math.max(1, right - x - gap);
        const certain = scale.heightOf(count - uncertain);
        const all = Math.max(1.5, scale.heightOf(count));
        const isOut =
          (selection.from !== null && end < selection.from) || (selection.to !== null && start > selection.to);
        return (
          <g key={start} class={isOut ? 'out' : undefined}>
            {certain > 0 && <rect class="certain" x={x} y={scale.base - certain} width={width} height={certain} />}
            {uncertain > 0 && (
              <rect class="uncertain" x={x} y={scale.base - all} width={width} height={Math.max(1.5, all - certain)} />
            )}
          </g>
        );
      })}
    </g>
  );
}
