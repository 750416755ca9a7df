interface Props {
  isDrawing: boolean;
  onZoom(factor: number): void;
  onFit(): void;
  onDraw(): void;
}

export function MapControls({ isDrawing, onZoom, onFit, onDraw }: Props) {
  return (
    <div class="map-controls" role="toolbar" aria-label="Map" aria-orientation="vertical">
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => onZoom(2)}>
        <Icon path="M8 3v10M3 8h10" />
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => onZoom(0.5)}>
        <Icon path="M3 8h10" />
      </button>
      <button type="button" aria-label="Show all" title="Show all (0)" onClick={onFit}>
        <Icon path="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
      </button>
      <button
        type="button"
        aria-label="Draw a box"
        title="Draw a box (or hold Shift and drag)"
        aria-pressed={isDrawing}
        onClick={onDraw}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <rect x="2.5" y="3.5" width="11" height="9" stroke-dasharray="2.4 1.8" />
        </svg>
      </button>
    </div>
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
