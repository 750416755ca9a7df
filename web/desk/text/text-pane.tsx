import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { spansOver } from '../../explorer/words/segments.ts';
import type { Target } from '../model/evidence.ts';
import { issues } from '../state/check.ts';
import { changeText, openTarget, selected, shownSpan, target, type Work } from '../state/desk.ts';
import { type Mark, marksOf, piecesOf } from './marks.ts';
import { paintWords, rangeOf, selectionIn } from './offsets.ts';
import { actionsFor, runAction } from './selection-actions.ts';
import { maxTextBytes, tooLong } from './text-limit.ts';
import { type Cursor, cursorAt, moveCursor, spanOfCursor } from './word-cursor.ts';

/** The text of the article with its evidence, in which words are selected with the mouse, the finger or the keys. */
export function TextPane({ now }: { now: Work }) {
  const [isEditing, edit] = useState(false);
  return (
    <div class="text-pane">
      <div class="text-head">
        <h2 id="text-title">Text</h2>
        <Legend now={now} />
        <button type="button" class="quiet" aria-pressed={isEditing} onClick={() => edit(!isEditing)}>
          {isEditing ? 'Done' : 'Edit text'}
        </button>
      </div>
      {isEditing ? <TextEditor text={now.article.text} /> : <MarkedText now={now} />}
    </div>
  );
}

function Legend({ now }: { now: Work }) {
  const { text } = now.article;
  const uncovered = uncoveredIn(text).length;
  return (
    <p class="legend" aria-live="polite">
      {uncovered > 0 && (
        <>
          <span class="swatch of-uncovered" aria-hidden="true" /> {uncovered}{' '}
          {uncovered === 1 ? 'sentence has' : 'sentences have'} no evidence
        </>
      )}
    </p>
  );
}

function TextEditor({ text }: { text: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div class="text-editor">
      {problem && <p role="alert">{problem}</p>}
      <textarea
        aria-label="Text of the article"
        dir="auto"
        value={text}
        onInput={(event) => {
          const { value } = event.currentTarget;
          const problem = tooLong(value);
          setProblem(problem);
          if (problem) event.currentTarget.value = text;
          else changeText(value);
        }}
      />
      <p class="hint">Evidence moves with its words. Up to {maxTextBytes.toLocaleString('en')} bytes.</p>
    </div>
  );
}

function MarkedText({ now }: { now: Work }) {
  const box = useRef<HTMLDivElement>(null);
  const cursor = useRef<Cursor | null>(null);
  const { article } = now;
  const { text } = article;
  const open = target.value;
  const evidence = useMemo(() => marksOf(article), [article]);
  const answered = issues.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentences are those of the answer
  const marks = useMemo(() => [...evidence, ...uncoveredIn(text)], [evidence, answered, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the same card changes nothing
  const pieces = useMemo(() => piecesOf(text.length, marks, open), [text, marks, open?.list, open?.index]);

  useEffect(() => {
    const read = () => {
      const words = box.current && selectionIn(box.current);
      if (words) {
        selected.value = words;
        const held = cursor.current && spanOfCursor(cursor.current);
        if (held?.start !== words.start || held.end !== words.end) cursor.current = cursorAt(words);
      } else if (document.activeElement === box.current) selected.value = null;
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  useSignalEffect(() => {
    const words = selected.value;
    paintWords('selected-words', words && box.current ? rangeOf(box.current, words) : null);
    if (!words) cursor.current = cursor.current && { ...cursor.current, anchor: cursor.current.focus };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: pieces that are drawn anew have text nodes of their own
  useEffect(() => {
    const words = selected.peek();
    paintWords('selected-words', words && box.current ? rangeOf(box.current, words) : null);
  }, [pieces]);
  useSignalEffect(() => {
    const words = shownSpan.value;
    if (!words || !box.current) return;
    const range = rangeOf(box.current, words);
    scrollTo(box.current, range);
    paintWords('shown-words', range);
    const timer = setTimeout(() => paintWords('shown-words', null), 1600);
    return () => clearTimeout(timer);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const element = box.current;
    if (!element || event.defaultPrevented) return;
    const movement = movementOf(event, getComputedStyle(element).direction === 'rtl');
    if (movement) {
      event.preventDefault();
      const next = moveCursor(text, cursor.current, movement);
      if (!next) return;
      cursor.current = next;
      const words = spanOfCursor(next);
      const range = rangeOf(element, words);
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      selected.value = words;
      scrollTo(element, rangeOf(element, next.focus));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && selected.value) {
      event.preventDefault();
      document.getSelection()?.removeAllRanges();
      selected.value = null;
    } else if (event.key === 'Enter' && selected.value) {
      event.preventDefault();
      document.querySelector<HTMLElement>('.selection-bar button')?.focus();
    } else if (selected.value) {
      const action = actionsFor(open).find(({ key }) => key === event.key.toLowerCase());
      if (!action) return;
      event.preventDefault();
      runAction(action);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes keys, not a set of fields
    <div
      ref={box}
      class="text"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys select words
      tabIndex={0}
      aria-label="Text of the article"
      aria-describedby="text-help"
      dir="auto"
      lang={typeof article.language === 'string' ? article.language : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (document.getSelection()?.isCollapsed === false) return;
        const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-piece]') : null;
        const span = at && pieces[Number(at.dataset.piece)]?.span;
        if (span?.target) openFromText(span.target);
      }}
    >
      {pieces.map(({ start, end, span }, index) => {
        const words = text.slice(start, end);
        if (!span) return words;
        const isOpen = Boolean(
          span.target && open && span.target.list === open.list && span.target.index === open.index,
        );
        return (
          <mark
            key={start}
            class={`of-${span.category}${isOpen ? ' of-open' : ''}`}
            data-piece={index}
            title={titleOf(span, start, end, marks)}
          >
            {words}
          </mark>
        );
      })}
    </div>
  );
}

/** The sentences that state something and have no evidence, while the text is the one that was checked. */
function uncoveredIn(text: string): Mark[] {
  return (issues.value.get('article') ?? []).flatMap(({ code, span, text: label }): Mark[] =>
    code === 'SENTENCE_NOT_COVERED' && span && span.end <= text.length && span.text === text.slice(span.start, span.end)
      ? [{ start: span.start, end: span.end, category: 'uncovered', label, target: null }]
      : [],
  );
}

function openFromText(to: Target): void {
  openTarget(to);
  const selector = to.part ? `[data-part="${to.part.key}/${to.part.index}"]` : '[data-open]';
  requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }));
}

function titleOf(span: Mark, start: number, end: number, marks: readonly Mark[]): string {
  if (marks.length > 200) return span.label;
  const others = spansOver({ start, end }, marks).filter((other) => other !== span);
  return [span.label, ...others.slice(0, 4).map(({ label }) => label)].join('\n');
}

function movementOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, isRightToLeft: boolean) {
  const [ahead, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (metaKey || altKey) return null;
  if (key === ahead || key === back)
    return { unit: ctrlKey ? 'character' : 'word', forward: key === ahead, extend: shiftKey } as const;
  if ((key === 'ArrowDown' || key === 'ArrowUp') && !ctrlKey)
    return { unit: 'sentence', forward: key === 'ArrowDown', extend: shiftKey } as const;
  return null;
}

/** Scrolls the text, and nothing else, until the words are in view. */
function scrollTo(box: HTMLElement, range: Range): void {
  const [words, pane] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
  const margin = 40;
  const view = { top: Math.max(pane.top, 0) + margin, bottom: Math.min(pane.bottom, window.innerHeight) - margin };
  if (words.top >= view.top && words.bottom <= view.bottom) return;
  const by = words.top - (view.top + view.bottom) / 2;
  const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (box.scrollHeight > box.clientHeight + 1) box.scrollBy({ top: by, behavior });
  else window.scrollBy({ top: by, behavior });
}
