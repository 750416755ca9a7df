import { useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FailureNotice } from '../../explorer/layout/failure.tsx';
import { isPhone } from '../../explorer/layout/viewport.ts';
import { CardsPane } from '../cards/cards-pane.tsx';
import { OpenDialog } from '../dialogs/open-dialog.tsx';
import { PublishDialog } from '../dialogs/publish-dialog.tsx';
import { check } from '../state/check.ts';
import { focusNext, message, redo, target, undo, work } from '../state/desk.ts';
import { draft, drafting } from '../state/draft.ts';
import { keepFailure, startKeeping } from '../state/kept.ts';
import { SelectionBar } from '../text/selection-bar.tsx';
import { TextPane } from '../text/text-pane.tsx';
import { advice } from './advice.ts';
import { PaneSwitch, pane } from './pane-switch.tsx';
import { Start } from './start.tsx';
import { TopBar } from './top-bar.tsx';

startKeeping();

/** The page: the text on the left, what it is said to state on the right. */
export function App() {
  const now = work.value;
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useSignalEffect(() => {
    const selector = focusNext.value;
    if (!selector) return;
    requestAnimationFrame(() => {
      focusNext.value = null;
      const element = document.querySelector<HTMLElement>(selector);
      element?.focus();
      element?.closest('.part, .card')?.scrollIntoView({ block: 'nearest' });
    });
  });
  // A card that opens is what the reader of a phone wants to see.
  useSignalEffect(() => {
    if (target.value && focusNext.peek()) pane.value = 'cards';
  });
  const failure = check.failure.value;
  return (
    <div class={`desk${now ? '' : ' at-start'}`}>
      <TopBar />
      <div class="notices" aria-live="polite">
        {keepFailure.value && <p class="notice strong">{keepFailure.value}</p>}
        {drafting.value.failure && now && (
          <FailureNotice advice={advice} failure={drafting.value.failure} retry={() => void draft()} />
        )}
        {message.value && <Message />}
      </div>
      {now ? (
        <>
          <main class="left" aria-label="Text" hidden={isPhone.value && pane.value !== 'text'}>
            <TextPane now={now} />
            <SelectionBar now={now} />
          </main>
          <aside class="right" aria-label="Cards" hidden={isPhone.value && pane.value !== 'cards'}>
            {failure && <FailureNotice advice={advice} failure={failure} retry={check.retry} />}
            <CardsPane now={now} />
          </aside>
          {isPhone.value && <PaneSwitch now={now} />}
        </>
      ) : (
        <Start />
      )}
      <OpenDialog />
      <PublishDialog />
    </div>
  );
}

function Message() {
  const said = message.value;
  if (!said) return null;
  return (
    <p class="notice">
      <span>{said.text}</span>
      {said.undo && (
        <button type="button" class="quiet" onClick={undo}>
          Undo
        </button>
      )}
      <button type="button" class="quiet close" aria-label="Dismiss" onClick={() => (message.value = null)}>
        ×
      </button>
    </p>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isCommand && (key === 'z' || key === 'y')) {
    event.preventDefault(); // inputs are drawn from the article, whose steps these are
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  }
}
