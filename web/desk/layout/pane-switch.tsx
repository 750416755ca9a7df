import { signal } from '@preact/signals';
import { cardsOf, listNames } from '../model/article-json.ts';
import type { Work } from '../state/desk.ts';

/** Which half of the page a phone shows. */
export const pane = signal<'text' | 'cards'>('text');

/** The switch of a phone between the text and the cards. */
export function PaneSwitch({ now }: { now: Work }) {
  const cards = listNames.reduce((sum, list) => sum + cardsOf(now.article, list).length, 0);
  return (
    <nav class="pane-switch" aria-label="What is shown">
      <button type="button" aria-pressed={pane.value === 'text'} onClick={() => (pane.value = 'text')}>
        Text
      </button>
      <button type="button" aria-pressed={pane.value === 'cards'} onClick={() => (pane.value = 'cards')}>
        Cards <span class="number">{cards}</span>
      </button>
    </nav>
  );
}
