import { type Band, bandText, counted } from '../data/quantity-text.ts';
import { mapSize } from './map-view.ts';

export interface TooltipContent {
  /** Where it points to, in pixels of the map. */
  x: number;
  y: number;
  title: string;
  count?: number;
  /** How the count is to be understood, such as "somewhere in this area". */
  remark?: string;
  killed?: Band | null;
  injured?: Band | null;
  hint?: string;
}

export function Tooltip({ content }: { content: TooltipContent | null }) {
  if (!content) return null;
  const { x, y, title, count, remark, killed, injured, hint } = content;
  const width = mapSize.value?.width ?? 800;
  const isBelow = y < 130;
  const side = x < 130 ? ' starts' : x > width - 130 ? ' ends' : '';
  return (
    <div class={`map-tooltip${isBelow ? ' below' : ''}${side}`} role="tooltip" style={{ left: x, top: y }}>
      <strong>
        <bdi>{title}</bdi>
      </strong>
      {count !== undefined && (
        <span>
          {counted(count, 'incident')}
          {remark ? ` ${remark}` : ''}
        </span>
      )}
      {killed && <span class="toll">Killed: {bandText(killed)}</span>}
      {injured && <span class="toll">Injured: {bandText(injured)}</span>}
      {hint && <span class="hint">{hint}</span>}
    </div>
  );
}
