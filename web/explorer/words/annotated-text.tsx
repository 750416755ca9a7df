import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { prefersStillness } from '../dossier/fact.tsx';
import type { Mark } from './marks.ts';
import { pointed, showFact } from './pointer.ts';
import { segment, spansOver } from './segments.ts';

interface AnnotatedTextProps {
  text: string;
  language: string | null;
  marks: readonly Mark[];
  /** Receives all marks on the words that were clicked. */
  onList(marks: Mark[]): void;
}

/**
 * A text with its marks: one element for each lit piece, never one within another. The pieces are one stop of the Tab
 * key; arrows move between them.
 */
export function AnnotatedText({ text, language, marks, onList }: AnnotatedTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segment(text.length, marks), [text, marks]);
  const lit = useMemo(() => segments.filter(({ span }) => span !== null), [segments]);
  const [current, setCurrent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks have pieces of their own
  useEffect(() => setCurrent(0), [segments]);
  const now = pointed.value;
  const ranges = marks.filter(({ key }) => key === now?.key);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls once the pieces are drawn
  useEffect(() => {
    if (now?.from !== 'fact') return;
    const first = box.current?.querySelector('.pointed');
    if (!first) return;
    scrollWithin(first);
    if (prefersStillness()) return;
    const pulsing = [...(box.current?.querySelectorAll('.pointed') ?? [])];
    for (const each of pulsing) each.classList.add('pulse');
    const timer = setTimeout(() => {
      for (const each of pulsing) each.classList.remove('pulse');
    }, pulseMs);
    return () => clearTimeout(timer);
  }, [now, segments]);

  const select = (index: number) => {
    const piece = lit[index];
    if (!piece?.span) return;
    setCurrent(index);
    const over = spansOver(piece, marks);
    onList(over);
    showFact(piece.span.key);
  };
  const move = (index: number) => {
    const next = Math.max(0, Math.min(lit.length - 1, index));
    setCurrent(next);
    box.current?.querySelector<HTMLElement>(`[data-piece="${next}"]`)?.focus();
  };

  let piece = -1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pieces within are the buttons
    <div
      ref={box}
      class="text"
      dir="auto"
      lang={language ?? undefined}
      onClick={(event) => {
        const index = pieceOf(event.target);
        if (index !== null) select(index);
      }}
      onKeyDown={(event) => {
        const index = pieceOf(event.target);
        if (index === null) return;
        const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
        const step = steps[event.key];
        if (step !== undefined) move(index + step);
        else if (event.key === 'Home') move(0);
        else if (event.key === 'End') move(lit.length - 1);
        else if (event.key === 'Enter' || event.key === ' ') select(index);
        else return;
        event.preventDefault();
      }}
    >
      {segments.map(({ start, end, span }) => {
        const words = text.slice(start, end);
        if (!span) return words;
        piece++;
        const isPointed = ranges.some((range) => range.start <= start && end <= range.end);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot break across lines
          <mark
            key={start}
            class={`of-${span.category}${isPointed ? ' pointed' : ''}`}
            data-piece={piece}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
            role="button"
            tabIndex={piece === current ? 0 : -1}
            title={titleOf(span, start, end, marks)}
          >
            {words}
          </mark>
        );
      })}
    </div>
  );
}

const pulseMs = 1600;

/** Names what the smallest piece of evidence supports; with few marks, how many others there are. */
function titleOf(span: Mark, start: number, end: number, marks: readonly Mark[]): string {
  if (marks.length > 200) return span.label;
  const others = spansOver({ start, end }, marks).filter((other) => other !== span);
  return [
    span.label,
    ...others.slice(0, 4).map(({ label }) => label),
    others.length > 4 ? `and ${others.length - 4} more` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function pieceOf(target: EventTarget | null): number | null {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null;
  return piece ? Number(piece.dataset.piece) : null;
}

/** Scrolls only the panel with the text, so that the fact that was clicked stays in view. */
function scrollWithin(element: Element): void {
  const scroller = element.closest('.panel');
  if (!scroller) return;
  const { top, height } = element.getBoundingClientRect();
  const box = scroller.getBoundingClientRect();
  scroller.scrollBy({
    top: top - box.top - (box.height - Math.min(height, box.height)) / 2,
    behavior: prefersStillness() ? 'auto' : 'smooth',
  });
}
