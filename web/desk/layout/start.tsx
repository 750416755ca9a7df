import { useState } from 'preact/hooks';
import { dateMeaning } from '../cards/date-meaning.ts';
import { KeptList } from '../dialogs/kept-list.tsx';
import { openDialogIsOpen } from '../dialogs/open-dialog.tsx';
import { focusNext, start } from '../state/desk.ts';
import { kept } from '../state/kept.ts';
import { maxTextBytes, tooLong } from '../text/text-limit.ts';

/** The start: paste a text and say when it was published, or go on with something. */
export function Start() {
  const [text, write] = useState('');
  const [published, date] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (given: string): boolean => {
    const tooMuch = tooLong(given);
    setProblem(tooMuch);
    if (tooMuch) return false;
    const [whole, day = ''] = /^\s*date\s+(\d{4}-\d\d-\d\d)\s*/.exec(given) ?? [];
    write(whole ? given.slice(whole.length) : given);
    if (whole) date(day);
    return true;
  };
  const isDay = dateMeaning(published.slice(0, 10)) !== null && published.length >= 10;
  return (
    <main class="start">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return setProblem('Paste the text of an article first.');
          if (!isDay)
            return setProblem(
              'Write the day of publication, such as 2024-01-15. Words such as “Thursday” are read from it.',
            );
          start(text.trim().replace(/\r\n?/g, '\n'), published);
          focusNext.value = '.text';
        }}
      >
        <h2>From a text to a checked article</h2>
        <p class="lead">
          Paste a text. Select its words to say what happened, to whom, where, and who says so. Every fact keeps the
          words that it is known from.
        </p>
        <label class="paste">
          <span class="label">Text</span>
          <textarea
            dir="auto"
            placeholder="Paste the text of an article"
            value={text}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              const tooMuch = tooLong(pasted);
              if (!tooMuch) return;
              event.preventDefault();
              setProblem(tooMuch);
            }}
            onInput={(event) => {
              if (!take(event.currentTarget.value)) event.currentTarget.value = text;
            }}
          />
        </label>
        <div class="start-line">
          <label>
            <span class="label">Published on</span>
            <input
              type="text"
              class="medium"
              placeholder="2024-01-15"
              autocomplete="off"
              value={published}
              onInput={(event) => date(event.currentTarget.value.trim())}
            />
          </label>
          <span class="meaning">{isDay && dateMeaning(published.slice(0, 10))}</span>
          <button type="submit" class="button primary">
            Begin
          </button>
          <button type="button" class="button" onClick={() => (openDialogIsOpen.value = true)}>
            Open an article…
          </button>
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p class="hint">
          Up to {maxTextBytes.toLocaleString('en')} bytes. Nothing is sent but to this server, and nothing is stored
          there before you publish.
        </p>
      </form>
      {kept.value.length > 0 && (
        <section class="kept" aria-label="Not published">
          <h2>Not published yet</h2>
          <KeptList />
        </section>
      )}
    </main>
  );
}
