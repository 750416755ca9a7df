import { useState } from 'preact/hooks';
import { cardsOf, listNames } from '../model/article-json.ts';
import { saveText } from '../state/download.ts';
import { discard, kept, openKept } from '../state/kept.ts';

/** What is kept in this browser, newest first. */
export function KeptList({ onOpen }: { onOpen?: () => void }) {
  const [asked, ask] = useState<string | null>(null);
  return (
    <ul class="kept-list">
      {kept.value.map(({ key, savedAt, work, text }) => (
        <li key={key}>
          {work ? (
            <button
              type="button"
              class="kept-open"
              onClick={() => {
                openKept(work);
                onOpen?.();
              }}
            >
              <bdi dir="auto">
                {String(work.article.title ?? '') || work.article.text.slice(0, 90) || work.article.id}
              </bdi>
              <span class="card-facts">
                {[
                  work.article.published,
                  cardWords(listNames.reduce((sum, list) => sum + cardsOf(work.article, list).length, 0)),
                  ago(savedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          ) : (
            <span class="kept-open">
              Kept by another version of the desk, or broken
              <button type="button" class="quiet" onClick={() => saveText(`desk-${key}.json`, text)}>
                Download it as it is
              </button>
            </span>
          )}
          {asked === key ? (
            <span class="confirm-discard">
              <button type="button" class="button" onClick={() => discard(key)}>
                Discard for good
              </button>
              <button type="button" class="quiet" onClick={() => ask(null)}>
                Keep
              </button>
            </span>
          ) : (
            <button
              type="button"
              class="quiet"
              aria-label={`Discard ${String(work?.article.title ?? key)}`}
              onClick={() => ask(key)}
            >
              Discard
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function cardWords(count: number): string {
  return `${count} ${count === 1 ? 'card' : 'cards'}`;
}

function ago(time: number): string {
  return time > 0 ? new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }) : '';
}
