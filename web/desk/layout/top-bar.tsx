import { BrandMark } from '../../explorer/layout/brand-mark.tsx';
import { openDialogIsOpen } from '../dialogs/open-dialog.tsx';
import { check, counts, isChecked, isTooLarge } from '../state/check.ts';
import { canRedo, canUndo, isUnpublished, open, redo, undo, work } from '../state/desk.ts';
import { downloadArticle } from '../state/download.ts';
import { draft, drafting } from '../state/draft.ts';
import { isKept, keepFailure } from '../state/kept.ts';
import { beginPublishing } from '../state/publish.ts';

/** The name, how the article stands, and what can be done with it. */
export function TopBar() {
  const now = work.value;
  return (
    <header class="desk-bar">
      <a class="name" href="/" aria-label="incident-graph, the explorer">
        <BrandMark />
        <span>incident-graph</span>
      </a>
      <h1 class="page-name">Desk</h1>
      {now && <Standing />}
      <div class="desk-actions">
        {now && (
          <>
            <button
              type="button"
              class="button icon"
              aria-label="Undo"
              title="Undo (Ctrl+Z)"
              disabled={!canUndo.value}
              onClick={undo}
            >
              ↶
            </button>
            <button
              type="button"
              class="button icon"
              aria-label="Redo"
              title="Redo (Ctrl+Shift+Z)"
              disabled={!canRedo.value}
              onClick={redo}
            >
              ↷
            </button>
            <button type="button" class="button" onClick={() => open(null)}>
              New
            </button>
          </>
        )}
        <button type="button" class="button" onClick={() => (openDialogIsOpen.value = true)}>
          Open
        </button>
        {now && (
          <>
            <button type="button" class="button" disabled={drafting.value.isBusy} onClick={() => void draft()}>
              {drafting.value.isBusy ? 'Drafting…' : 'Draft'}
            </button>
            <button type="button" class="button" onClick={() => downloadArticle(now)}>
              Download JSON
            </button>
            <button type="button" class="button primary" onClick={() => void beginPublishing()}>
              Publish
            </button>
          </>
        )}
      </div>
    </header>
  );
}

/** Whether the article is checked, and kept. */
function Standing() {
  const now = work.value;
  if (!now) return null;
  return (
    <p class="standing" role="status">
      <span class={`check-state ${checkState().tone}`}>{checkState().words}</span>
      <span class="kept-state">
        {keepFailure.value
          ? 'Not kept'
          : !isUnpublished(now)
            ? storedWords(now.base?.version)
            : isKept.value
              ? 'Kept in this browser'
              : 'Keeping…'}
      </span>
    </p>
  );
}

function checkState(): { tone: string; words: string } {
  if (isTooLarge.value) return { tone: 'refused', words: 'Too large for the API' };
  if (check.failure.value) return { tone: 'unknown', words: 'Not checked' };
  if (!isChecked.value) return { tone: 'unknown', words: 'Checking…' };
  const { refusals, warnings } = counts.value;
  const skipped = check.answer.value?.data.checkArticle.skipped;
  if (refusals > 0) return { tone: 'refused', words: `${refusals} to fix` };
  if (skipped) return { tone: 'warned', words: skipped };
  if (warnings > 0) return { tone: 'warned', words: `${warnings} to check` };
  return { tone: 'good', words: 'Nothing to fix' };
}

function storedWords(version: number | undefined): string {
  return version ? `Version ${version} is stored` : 'Stored, without a version';
}
