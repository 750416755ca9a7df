import { useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { setToken, token } from '../../explorer/data/send.ts';
import { failureInWords } from '../../explorer/layout/failure-in-words.ts';
import { IssueList } from '../cards/issue-list.tsx';
import { type Changed, differencesOf } from '../model/differences.ts';
import { counts, isChecked, isTooLarge } from '../state/check.ts';
import { newKey, type Work, work } from '../state/desk.ts';
import { downloadArticle } from '../state/download.ts';
import { sortIssues } from '../state/issues.ts';
import {
  beginPublishing,
  closePublishing,
  isOvertaken,
  openStored,
  type Publication,
  publication,
  publish,
  versionOf,
} from '../state/publish.ts';

/** What publishing would change, and the button that does it. */
export function PublishDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = publication.value !== null;
  useSignalEffect(() => {
    if (publication.value) {
      if (!dialog.current?.open) dialog.current?.showModal();
    } else dialog.current?.close();
  });
  const now = work.value;
  return (
    <dialog ref={dialog} class="publish-dialog" aria-labelledby="publish-title" onClose={closePublishing}>
      {isOpen && now && publication.value && <Review now={now} dialog={publication.value} />}
    </dialog>
  );
}

function Review({ now, dialog }: { now: Work; dialog: Publication }) {
  const { stored, step, version, failure, refused } = dialog;
  const [isKnowing, know] = useState(false);
  const [publishesDrafts, publishDrafts] = useState(false);
  const isOver = stored !== null && isOvertaken(stored, now);
  const theirs = stored?.is === 'stored' ? stored.base : null;
  const changes = stored ? differencesOf(theirs?.article ?? null, now.article) : [];
  const { refusals } = counts.value;
  const unconfirmed = Object.keys(now.drafted).length;
  const needsToken = failure?.kind === 'unauthorized' || token.value === '';
  const mayPublish =
    step === 'review' &&
    stored !== null &&
    token.value !== '' &&
    changes.length > 0 &&
    !isTooLarge.value &&
    (!isOver || isKnowing) &&
    (unconfirmed === 0 || publishesDrafts);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mayPublish) void publish();
      }}
    >
      <header>
        <h2 id="publish-title">
          {stored === null
            ? 'Publish'
            : stored.is === 'absent'
              ? 'Publish a new article'
              : `Publish version ${version}`}
        </h2>
        <button type="button" class="quiet close" aria-label="Close" onClick={closePublishing}>
          ×
        </button>
      </header>
      <div class="dialog-body">
        {step === 'reading' && <p role="status">Reading the stored version…</p>}
        {isTooLarge.value && (
          <p class="problem">
            The article is too large for the API, which takes 256 kB. Download it, and seed it with{' '}
            <code>npm run seed</code>.
          </p>
        )}
        {failure && failure.kind !== 'unauthorized' && (
          <div class="failure" role="alert">
            <p class="title">{failureInWords(failure).title}</p>
            <p>{failure.kind === 'rejected' ? failure.message : 'Nothing of your work is lost.'}</p>
            <button type="button" class="button" onClick={() => void beginPublishing()}>
              Try again
            </button>
          </div>
        )}
        {isOver && (
          <section class="overtaken" aria-label="Somebody else published">
            <p class="title">
              {stored?.is === 'absent'
                ? 'The article was withdrawn since you opened it.'
                : now.base
                  ? overtakenWords(versionOf(stored), now.base.version)
                  : 'An article with this id is stored already.'}
            </p>
            {theirs && now.base && (
              <details>
                <summary>What they changed</summary>
                <ChangeList changes={differencesOf(now.base.article, theirs.article)} />
              </details>
            )}
            <label>
              <input type="checkbox" checked={isKnowing} onChange={(event) => know(event.currentTarget.checked)} />{' '}
              {stored?.is === 'absent' ? 'Bring it back with mine' : 'Replace it with mine'}
            </label>
            {theirs && (
              <button type="button" class="button" onClick={() => openStored(theirs, newKey())}>
                Open theirs, and keep mine in this browser
              </button>
            )}
          </section>
        )}
        {stored?.is === 'hidden' && (
          <p class="hint">The text of the stored version is not for everybody, so that it cannot be compared.</p>
        )}
        {stored && (
          <>
            <h3>{stored.is === 'absent' ? 'What it holds' : 'What changes'}</h3>
            {changes.length === 0 ? <p>Nothing: it is the stored version.</p> : <ChangeList changes={changes} />}
          </>
        )}
        {isChecked.value && refusals > 0 && (
          <p class="problem">
            The check found {refusals} to fix. The server will refuse the article until they are fixed.
          </p>
        )}
        {refused && (
          <section role="alert" class="refused-list" aria-label="Refused">
            <p class="title">{refused.skipped ?? 'The server refused the article.'}</p>
            <IssueList
              issues={[...sortIssues(now.article, { refusals: refused.refusals, warnings: [] }).values()].flat()}
            />
          </section>
        )}
        {unconfirmed > 0 && (
          <label class="drafts-line">
            <input
              type="checkbox"
              checked={publishesDrafts}
              onChange={(event) => publishDrafts(event.currentTarget.checked)}
            />{' '}
            {unconfirmed === 1
              ? 'One card is drafted and not confirmed.'
              : `${unconfirmed} cards are drafted and not confirmed.`}{' '}
            Publish all the same
          </label>
        )}
        {needsToken && <TokenForm isRefused={failure?.kind === 'unauthorized'} reason={failure?.message} />}
      </div>
      <footer>
        <button type="button" class="quiet" onClick={() => downloadArticle(now)}>
          Download JSON
        </button>
        {token.value !== '' && (
          <button type="button" class="quiet" onClick={() => setToken('')}>
            Forget the token
          </button>
        )}
        <button type="submit" class="button primary" disabled={!mayPublish}>
          {step === 'sending' ? 'Publishing…' : 'Publish'}
        </button>
      </footer>
    </form>
  );
}

function TokenForm({ isRefused, reason }: { isRefused: boolean; reason: string | undefined }) {
  const [typed, type] = useState('');
  const take = () => {
    if (typed.trim() === '') return;
    setToken(typed);
    void beginPublishing();
  };
  return (
    <section class="token-form" aria-label="Who may publish">
      <p class="title">
        {isRefused
          ? 'The server did not accept this token for publishing.'
          : 'Publishing needs a token with the role editor.'}
      </p>
      {isRefused && reason && (
        <p class="reason">
          <bdi>{reason}</bdi>
        </p>
      )}
      <p>
        Whoever runs this server makes one with <code>npm run token -- --name you --role editor</code>, or gives you its{' '}
        <code>INGEST_TOKEN</code>. It is kept until this tab is closed, and sent to this server only. Everything else
        works without it, and your work stays in this browser.
      </p>
      <div class="token">
        <label>
          Token
          <input
            type="password"
            autocomplete="off"
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              take();
            }}
          />
        </label>
        <button type="button" class="button" onClick={take}>
          Use this token
        </button>
      </div>
    </section>
  );
}

/** What differs, card by card. Long lists are shown in part, with their number. */
function ChangeList({ changes }: { changes: readonly Changed[] }) {
  const [limit, more] = useState(40);
  return (
    <>
      <ul class="changes">
        {changes.slice(0, limit).map(({ title, change, differences }) => (
          <li key={`${change} ${title}`} class={change}>
            <p class="title">
              <span class="change">{changeWords[change]}</span> <bdi dir="auto">{title}</bdi>
            </p>
            <dl>
              {differences.map(({ label, before, after }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a label may be there several times
                <div key={index}>
                  <dt>{label}</dt>
                  <dd>
                    {before !== null && (
                      <del>
                        <span class="visually-hidden">before: </span>
                        <bdi dir="auto">{before}</bdi>
                      </del>
                    )}
                    {after !== null && (
                      <ins>
                        <span class="visually-hidden">after: </span>
                        <bdi dir="auto">{after}</bdi>
                      </ins>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {changes.length > limit && (
        <button type="button" class="quiet" onClick={() => more(limit + 200)}>
          {changes.length - limit} more
        </button>
      )}
    </>
  );
}

const changeWords = { added: 'New', removed: 'Removed', changed: 'Changed' } as const;

function overtakenWords(stored: number, opened: number): string {
  if (stored === opened) return 'The stored article was changed since you opened it.';
  return `Version ${stored} was published since you opened ${opened > 0 ? `version ${opened}` : 'it'}.`;
}
