import { signal } from '@preact/signals';
import { Failure } from '../../explorer/data/failure.ts';
import { send } from '../../explorer/data/send.ts';
import { PublishDocument, type PublishMutation, StoredArticleDocument } from '../generated/graphql.ts';
import { sameJson } from '../model/differences.ts';
import { readArticle } from '../model/read-article.ts';
import { writeArticle } from '../model/write-article.ts';
import { nextVersion } from './check.ts';
import { type Base, message, open, type Work, work } from './desk.ts';

export type StoredArticle =
  | { is: 'absent' }
  | { is: 'stored'; base: Base }
  /** It is stored, and its text is not for everybody. */
  | { is: 'hidden'; version: number };

/** The dialog of publishing; null while it is closed. */
export interface Publication {
  step: 'reading' | 'review' | 'sending';
  stored: StoredArticle | null;
  /** The version to publish as. */
  version: number;
  failure: Failure | null;
  /** What the server refused, though it answered. */
  refused: PublishMutation['ingestArticle'] | null;
}

export const publication = signal<Publication | null>(null);

let pending: AbortController | undefined;

/** Aborts the request before, and returns the signal of the next. */
function renew(): AbortSignal {
  pending?.abort();
  pending = new AbortController();
  return pending.signal;
}

/** Reads an article of the store. */
export async function readStored(id: string, aborted: AbortSignal): Promise<StoredArticle> {
  const { data, problems } = await send(StoredArticleDocument, { id: `Article:${id}` }, aborted);
  if (!data.article) {
    if (problems.length > 0) throw new Failure('rejected', problems.join(' '));
    return { is: 'absent' };
  }
  const { version, json } = data.article;
  if (json === null || json === undefined) return { is: 'hidden', version };
  const read = readArticle(json);
  if ('problem' in read) throw new Failure('server', read.problem);
  return { is: 'stored', base: { version, article: read.article } };
}

/** The version of a stored article; 0 if it has none, or none is stored. */
export function versionOf(stored: StoredArticle | null): number {
  if (stored?.is === 'stored') return stored.base.version;
  return stored?.is === 'hidden' ? stored.version : 0;
}

/** Whether the stored article is another one than the one that the work began with. */
export function isOvertaken(stored: StoredArticle, { base }: Work): boolean {
  if (stored.is === 'absent') return base !== null;
  if (!base) return true;
  if (stored.is === 'hidden') return stored.version !== base.version;
  return stored.base.version !== base.version || !sameJson(stored.base.article, base.article);
}

/** Opens the dialog, and reads the stored version to compare with. */
export async function beginPublishing(): Promise<void> {
  const now = work.peek();
  if (!now) return;
  const aborted = renew();
  publication.value = { step: 'reading', stored: null, version: nextVersion(now), failure: null, refused: null };
  try {
    const stored = await readStored(now.article.id, aborted);
    const version = Math.max(nextVersion(now), versionOf(stored) + 1);
    publication.value = { step: 'review', stored, version, failure: null, refused: null };
  } catch (error) {
    if (!aborted.aborted) fail(error);
  }
}

/** Sends the article as it is now. */
export async function publish(): Promise<void> {
  const [now, dialog] = [work.peek(), publication.peek()];
  if (!now || !dialog || dialog.step !== 'review') return;
  const aborted = renew();
  publication.value = { ...dialog, step: 'sending', failure: null, refused: null };
  const article = writeArticle(now.article, dialog.version);
  try {
    const replaces = versionOf(dialog.stored);
    const { data } = await send(PublishDocument, { article, replaces }, aborted);
    const { ingestArticle } = data;
    if (!ingestArticle.accepted) {
      await beginPublishing(); // the stored version may be another one by now
      const again = publication.peek();
      if (again) publication.value = { ...again, refused: ingestArticle };
      return;
    }
    const published = { ...now.article, version: dialog.version };
    // Whoever went on writing meanwhile keeps that; it is not published yet.
    const latest = work.peek();
    const isSame = latest?.article === now.article;
    if (latest?.key === now.key)
      work.value = {
        ...latest,
        article: isSame ? published : { ...latest.article, version: dialog.version },
        base: { version: dialog.version, article: published },
      };
    publication.value = null;
    message.value = { text: `Published as version ${dialog.version}.` };
  } catch (error) {
    if (!aborted.aborted) fail(error);
  }
}

export function closePublishing(): void {
  pending?.abort();
  publication.value = null;
}

/** Works on the stored version instead. What was worked on stays in the browser. */
export function openStored(base: Base, key: string): void {
  closePublishing();
  open({ key, article: base.article, base, drafted: {} });
}

function fail(error: unknown): void {
  const dialog = publication.peek();
  if (!dialog) return;
  const failure = error instanceof Failure ? error : new Failure('server', String(error));
  publication.value = { ...dialog, step: 'review', failure };
}
