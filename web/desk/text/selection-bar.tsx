import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { maxQuoteLength, thingAt, trimSpan } from '../model/evidence.ts';
import { openTarget, selected, target, type Work } from '../state/desk.ts';
import { labelOfTarget, marksOf } from './marks.ts';
import { type Action, actionsFor, runAction } from './selection-actions.ts';

/** What can be made of the selected words, at the foot of the text. */
export function SelectionBar({ now }: { now: Work }) {
  const { article } = now;
  const open = target.value && thingAt(article, target.value) ? target.value : null;
  const words = selected.value && trimSpan(article.text, selected.value);
  const live = useRef<HTMLSpanElement>(null);
  useSignalEffect(() => {
    const span = selected.value;
    // Said after a while, so that a selection that grows is not read word by word.
    const timer = setTimeout(() => {
      if (live.current)
        live.current.textContent = span ? `Selected: ${article.text.slice(span.start, span.end).slice(0, 200)}` : '';
    }, 400);
    return () => clearTimeout(timer);
  });
  const actions = actionsFor(open);
  const isTooLong = words !== null && words.end - words.start > maxQuoteLength;
  return (
    <section class={`selection-bar${words ? ' has-words' : ''}`} aria-label="Selected words">
      <span class="visually-hidden" aria-live="polite" ref={live} />
      <p class="words" id="text-help">
        {words ? (
          <q>
            <bdi dir="auto">{shortened(article.text.slice(words.start, words.end))}</bdi>
          </q>
        ) : (
          <span class="hint">
            Select words with the mouse, or with the arrow keys: <kbd>→</kbd> next word, <kbd>↓</kbd> next sentence,
            with <kbd>Shift</kbd> more.
          </span>
        )}
      </p>
      {isTooLong && <p role="alert">A quote has at most {maxQuoteLength.toLocaleString('en')} characters.</p>}
      {words && !isTooLong && (
        <div class="actions">
          {open && (
            <ActionGroup
              label={
                <>
                  For <bdi>{labelOfTarget(article, open)}</bdi>
                </>
              }
              actions={actions.filter(({ group }) => group === 'open')}
            />
          )}
          <ActionGroup label="New" actions={actions.filter(({ group }) => group === 'new')} />
          <Supported now={now} />
        </div>
      )}
    </section>
  );
}

function ActionGroup({ label, actions }: { label: ComponentChildren; actions: readonly Action[] }) {
  return (
    <div class="action-group">
      <span class="group-label">{label}</span>
      {actions.map((action) => (
        <button
          key={action.label}
          type="button"
          class="button"
          aria-keyshortcuts={action.key}
          onMouseDown={(event) => event.preventDefault()} // the words stay selected
          onClick={() => runAction(action)}
        >
          {action.label} <kbd>{action.key}</kbd>
        </button>
      ))}
    </div>
  );
}

/** What the selected words are evidence of already. */
function Supported({ now: { article } }: { now: Work }) {
  const words = selected.value;
  if (!words) return null;
  const over = marksOf(article).filter(({ start, end }) => start < words.end && words.start < end);
  const shown = over.slice(0, 6);
  if (shown.length === 0) return null;
  return (
    <div class="action-group supported-by">
      <span class="group-label">These words support</span>
      {shown.map((mark) => (
        <button
          key={`${mark.label} ${mark.start} ${mark.end}`}
          type="button"
          class={`chip-button of-${mark.category}`}
          onClick={() => mark.target && openTarget(mark.target)}
        >
          <span class="swatch" aria-hidden="true" /> <bdi>{mark.label}</bdi>
        </button>
      ))}
      {over.length > shown.length && <span class="hint">and {over.length - shown.length} more</span>}
    </div>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 140 ? `${line.slice(0, 100)} … ${line.slice(-30)}` : line;
}
