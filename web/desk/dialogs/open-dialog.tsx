import { signal, useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { Failure } from '../../explorer/data/failure.ts';
import { FailureNotice } from '../../explorer/layout/failure.tsx';
import { NameField } from '../cards/name-field.tsx';
import { advice } from '../layout/advice.ts';
import { maxFileLength, readArticleText } from '../model/read-article.ts';
import { focusNext, newKey, open } from '../state/desk.ts';
import { kept } from '../state/kept.ts';
import { readStored } from '../state/publish.ts';
import { tooLong } from '../text/text-limit.ts';
import { KeptList } from './kept-list.tsx';

export const openDialogIsOpen = signal(false);

/** Opens an article: of the store, of a file, or one that is kept in this browser. */
export function OpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useSignalEffect(() => {
    if (openDialogIsOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  });
  const close = () => {
    openDialogIsOpen.value = false;
  };
  return (
    <dialog ref={dialog} class="open-dialog" aria-labelledby="open-title" onClose={close}>
      {openDialogIsOpen.value && (
        <>
          <header>
            <h2 id="open-title">Open an article</h2>
            <button type="button" class="quiet close" aria-label="Close" onClick={close}>
              ×
            </button>
          </header>
          <FromStore close={close} />
          <FromFile close={close} />
          {kept.value.length > 0 && (
            <section aria-label="Not published">
              <h3>Not published yet, in this browser</h3>
              <KeptList onOpen={close} />
            </section>
          )}
        </>
      )}
    </dialog>
  );
}

function FromStore({ close }: { close: () => void }) {
  const [words, write] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, fail] = useState<Failure | null>(null);
  const [last, setLast] = useState('');
  const load = async (id: string) => {
    setLast(id);
    setProblem(null);
    fail(null);
    try {
      const stored = await readStored(id, new AbortController().signal);
      if (stored.is === 'absent') return setProblem(`No article with the id “${id}” is stored.`);
      if (stored.is === 'hidden')
        return setProblem('Its text is not for everybody: it needs a token of a reader or an editor.');
      open({ key: newKey(), article: stored.base.article, base: stored.base, drafted: {} });
      focusNext.value = '.text';
      close();
    } catch (error) {
      fail(error instanceof Failure ? error : new Failure('server', String(error)));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const id = words.trim().replace(/^Article:/, '');
        if (/^[a-z0-9-]{1,120}$/.test(id)) void load(id);
        else setProblem('Pick an article, or write its id: lower-case letters, digits and hyphens.');
      }}
    >
      <label class="control">
        <span class="label">From the store, by title or id</span>
        <span class="with-meaning">
          <NameField
            value={words}
            type="ARTICLE"
            placeholder="Title or id"
            onWrite={write}
            onPick={({ node }) => void load(node.id.replace(/^Article:/, ''))}
          />
          <button type="submit" class="button">
            Open
          </button>
        </span>
      </label>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {failure && <FailureNotice advice={advice} failure={failure} retry={() => void load(last)} />}
    </form>
  );
}

function FromFile({ close }: { close: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File) => {
    const text = file.size > maxFileLength * 4 ? null : await file.text().catch(() => null);
    if (text === null) return setProblem(`“${file.name}” cannot be read, or is too large.`);
    const result = readArticleText(text);
    if ('problem' in result) return setProblem(`“${file.name}” cannot be opened. ${result.problem}`);
    const tooMuch = tooLong(result.article.text);
    if (tooMuch) return setProblem(tooMuch);
    open({ key: newKey(), article: result.article, base: null, drafted: {} });
    focusNext.value = '.text';
    close();
  };
  return (
    <div>
      <label class="control">
        <span class="label">From a file with the JSON of one article</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = ''; // so that the same file can be opened again
            if (file) void read(file);
          }}
        />
      </label>
      {problem && (
        <p class="problem" role="alert">
          <bdi>{problem}</bdi>
        </p>
      )}
    </div>
  );
}
