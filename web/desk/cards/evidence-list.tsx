import { type JsonObject, quotesOf } from '../model/article-json.ts';
import { spanOf, type Target } from '../model/evidence.ts';
import { addEvidence, message, removeEvidence, selected, shownSpan, work } from '../state/desk.ts';

/** The words that support a card or a part: each leads to its place in the text. */
export function EvidenceList({ of, thing, name }: { of: Target; thing: JsonObject; name: string }) {
  const quotes = quotesOf(thing);
  const text = work.value?.article.text ?? '';
  return (
    <div class={`evidence${quotes.length === 0 ? ' without' : ''}`}>
      {quotes.length === 0 ? (
        <p class="no-evidence-note">
          <span aria-hidden="true">◌</span> No evidence
        </p>
      ) : (
        <ul aria-label={`Evidence of ${name}`}>
          {quotes.map((quote, index) => {
            const span = spanOf(text, quote);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a quote may be there twice
              <li key={index} class={`quote${span ? '' : ' missing'}`}>
                <button
                  type="button"
                  class="words"
                  title={span ? 'Show these words in the text' : 'These words do not stand in the text'}
                  onClick={() => {
                    if (span) shownSpan.value = { ...span };
                  }}
                >
                  {!span && <span class="flag">Not in the text: </span>}
                  <bdi dir="auto">{quote.quote}</bdi>
                </button>
                <button
                  type="button"
                  class="remove"
                  aria-label={`Remove the evidence ${quote.quote.slice(0, 60)}`}
                  onClick={() => {
                    removeEvidence(of, index);
                    message.value = { text: 'Evidence removed.', undo: true };
                  }}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <button
        type="button"
        class="quiet add-words"
        disabled={!selected.value}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const words = selected.peek();
          if (!words) return;
          addEvidence(of, words);
          selected.value = null;
        }}
      >
        Add selected words
      </button>
    </div>
  );
}
