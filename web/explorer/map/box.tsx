import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

type Corner = [x: number, y: number];

interface Rect {
  from: Corner;
  to: Corner;
}

interface BoxDrawing {
  /** Whether the next press begins a box. */
  isOn: ReadonlySignal<boolean>;
  /** The box that is being drawn, in pixels. */
  rect: ReadonlySignal<Rect | null>;
  toggle(): void;
  cancel(): void;
}

const minPx = 6;

/** Lets the visitor draw a box on the map: with Shift held, or after `toggle` with mouse, pen or finger. */
export function useBoxDrawing(
  stage: RefObject<HTMLElement | null>,
  onDrawn: (from: Corner, to: Corner) => void,
): BoxDrawing {
  const isOn = useSignal(false);
  const rect = useSignal<Rect | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it uses reads signals, and stays right
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const at = (event: PointerEvent): Corner => {
      const { left, top } = element.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    const begin = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.shiftKey || isOn.peek())) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      rect.value = { from: at(event), to: at(event) };
    };
    const move = (event: PointerEvent) => {
      if (rect.peek()) rect.value = { from: rect.peek()?.from ?? at(event), to: at(event) };
    };
    const end = () => {
      const drawn = rect.peek();
      rect.value = null;
      if (!drawn) return;
      isOn.value = false;
      const isBox = drawn.from.every((start, axis) => Math.abs(start - (drawn.to[axis] ?? 0)) >= minPx);
      if (isBox) onDrawn(drawn.from, drawn.to);
    };
    const cancel = () => {
      rect.value = null;
    };
    element.addEventListener('pointerdown', begin, { capture: true });
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', cancel);
    return () => {
      element.removeEventListener('pointerdown', begin, { capture: true });
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', cancel);
    };
  }, []);

  return {
    isOn,
    rect,
    toggle: () => {
      isOn.value = !isOn.peek();
    },
    cancel: () => {
      isOn.value = false;
      rect.value = null;
    },
  };
}

export function BoxFrame({ rect }: { rect: Rect | null }) {
  if (!rect) return null;
  const { from, to } = rect;
  const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  return <div class="box-frame" style={{ left, top, width, height }} />;
}
