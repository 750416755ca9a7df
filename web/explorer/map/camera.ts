import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import { drawnView, mapSize, restingView } from './map-view.ts';
import { worldSize } from './mercator.ts';
import { constrainView, maxScale, minScale, type Size, type View, wholeWorld } from './view.ts';

/** Moves the map: by gestures of the visitor, or when told to. */
export interface Camera {
  moveTo(view: View, how: { animate: boolean }): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  /** Puts the layer where the moment's view has it. To be called when it was drawn anew. */
  place(): void;
  detach(): void;
}

/** How much is drawn beyond each edge of the map, as a share of its size, so that a pan does not uncover it at once. */
export const overscan = 0.5;

const redrawMs = 120;
const moveMs = 450;

/**
 * Lets the visitor pan and zoom `stage`. Meanwhile, `layer` is only transformed, which a browser does without drawing; it
 * is drawn anew, as `drawnView`, when the map rests, and between when it was scaled or moved far. `isTaken` says whether
 * a press belongs to something else, such as a box that is drawn.
 */
export function attachCamera(
  stage: HTMLElement,
  layer: HTMLElement,
  { isTaken, onGesture }: { isTaken: (event: MouseEvent) => boolean; onGesture: () => void },
): Camera {
  let size: Size = { width: Math.max(1, stage.clientWidth), height: Math.max(1, stage.clientHeight) };
  let live: View = wholeWorld(size);
  let isMoving = false;
  let lastDrawn = 0;
  let frame = 0;
  let animation = 0;

  const behaviour = zoom<HTMLElement, unknown>()
    .filter(
      (event: MouseEvent) =>
        !(event.type !== 'wheel' && isTaken(event)) && !event.button && (!event.ctrlKey || event.type === 'wheel'),
    )
    .clickDistance(4)
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    .constrain(({ k, x, y }) => toTransform(constrainView({ k, x, y }, size)))
    .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!event.sourceEvent) return;
      stopAnimation();
      onGesture();
      stage.classList.add('moving');
    })
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      live = { k: transform.k, x: transform.x, y: transform.y };
      isMoving = true;
      frame ||= requestAnimationFrame(show);
    })
    .on('end', () => {
      stage.classList.remove('moving');
      if (!animation) rest();
    });
  const selection = select<HTMLElement, unknown>(stage).call(behaviour);

  function show(): void {
    frame = 0;
    const drawn = drawnView.value;
    const isStale = !drawn || !covers(drawn) || (isScaled(drawn) && performance.now() - lastDrawn > redrawMs);
    if (isStale) draw();
    else place();
  }

  function draw(): void {
    lastDrawn = performance.now();
    drawnView.value = live;
    place();
  }

  function place(): void {
    const drawn = drawnView.value;
    if (!drawn) return;
    const scale = live.k / drawn.k;
    const isSame = scale === 1 && live.x === drawn.x && live.y === drawn.y;
    layer.style.transform = isSame
      ? ''
      : `translate(${live.x - scale * drawn.x}px, ${live.y - scale * drawn.y}px) scale(${scale})`;
  }

  function isScaled(drawn: View): boolean {
    const scale = live.k / drawn.k;
    return scale > 1.25 || scale < 0.8;
  }

  /** Whether the layer as it was drawn still reaches to all edges of the map. */
  function covers(drawn: View): boolean {
    const scale = live.k / drawn.k;
    const reaches = (offset: number, length: number) =>
      offset - scale * length * overscan <= 0 && offset + scale * length * (1 + overscan) >= length;
    return reaches(live.x - scale * drawn.x, size.width) && reaches(live.y - scale * drawn.y, size.height);
  }

  function rest(): void {
    if (!isMoving) return;
    isMoving = false;
    draw();
    restingView.value = live;
  }

  function set(view: View): void {
    behaviour.transform(selection, toTransform(view));
  }

  function stopAnimation(): void {
    cancelAnimationFrame(animation);
    animation = 0;
  }

  function moveTo(target: View, { animate }: { animate: boolean }): void {
    stopAnimation();
    const to = nearest(constrainView(target, size), live, size);
    restingView.value = to;
    if (!animate || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      set(to);
      return;
    }
    const from = live;
    const start = performance.now();
    const step = () => {
      const time = Math.min(1, (performance.now() - start) / moveMs);
      const eased = 1 - (1 - time) ** 3;
      animation = time < 1 ? requestAnimationFrame(step) : 0;
      set(time < 1 ? between(from, to, eased) : to);
    };
    animation = requestAnimationFrame(step);
  }

  function measure(): void {
    const before = size;
    const isFirst = drawnView.value === null || mapSize.value === null;
    size = { width: Math.max(1, stage.clientWidth), height: Math.max(1, stage.clientHeight) };
    if (!isFirst && size.width === before.width && size.height === before.height) return;
    behaviour.scaleExtent([minScale(size), maxScale]);
    mapSize.value = size;
    set(
      isFirst
        ? wholeWorld(size)
        : { ...live, x: live.x + (size.width - before.width) / 2, y: live.y + (size.height - before.height) / 2 },
    );
  }

  if (stage.clientWidth > 0) measure(); // at once: what is asked for depends on it
  const observer = new ResizeObserver(measure);
  observer.observe(stage);

  return {
    moveTo,
    zoomBy(factor) {
      const { k, x, y } = live;
      const scale = Math.max(minScale(size), Math.min(maxScale, k * factor));
      const [cx, cy] = [size.width / 2, size.height / 2];
      moveTo({ k: scale, x: cx - ((cx - x) / k) * scale, y: cy - ((cy - y) / k) * scale }, { animate: true });
    },
    panBy(dx, dy) {
      moveTo({ ...live, x: live.x + dx, y: live.y + dy }, { animate: true });
    },
    place,
    detach() {
      stopAnimation();
      cancelAnimationFrame(frame);
      observer.disconnect();
      selection.on('.zoom', null);
    },
  };
}

function toTransform({ k, x, y }: View) {
  return zoomIdentity.translate(x, y).scale(k);
}

/** Returns the view that is part of the way from one to another: a zoom around the point that stays where it is. */
function between(from: View, to: View, share: number): View {
  const k = from.k * (to.k / from.k) ** share;
  const moved = Math.abs(to.k - from.k) < from.k * 1e-6 ? share : (k - from.k) / (to.k - from.k);
  return { k, x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved };
}

/** Returns the same view in the repetition of the world that is nearest to another view. */
function nearest(view: View, other: View, { width }: Size): View {
  const world = worldSize * view.k;
  const centre = (width / 2 - view.x) / world;
  const otherCentre = (width / 2 - other.x) / (worldSize * other.k);
  return { ...view, x: view.x + Math.round(centre - otherCentre) * world };
}
