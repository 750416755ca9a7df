import { signal } from '@preact/signals';
import { Failure } from '../../explorer/data/failure.ts';
import { send } from '../../explorer/data/send.ts';
import { DraftArticleDocument } from '../generated/graphql.ts';
import { mergeDraft } from '../model/merge-draft.ts';
import { readArticle } from '../model/read-article.ts';
import { changeWork, message, work } from './desk.ts';

/** Whether a draft is being made, and why the last one failed. */
export const drafting = signal<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null });

/** Lets the server draft the article from its text, and adds what is not there yet, as one step that can be undone. */
export async function draft(): Promise<void> {
  const asked = work.peek();
  if (!asked || drafting.peek().isBusy) return;
  const { text, published, language } = asked.article;
  drafting.value = { isBusy: true, failure: null };
  try {
    const variables = { text, published, language: typeof language === 'string' ? language : null };
    const { data } = await send(DraftArticleDocument, variables, new AbortController().signal);
    drafting.value = { isBusy: false, failure: null };
    const read = readArticle(data.draftArticle.article);
    if ('problem' in read) throw new Failure('server', read.problem);
    const now = work.peek();
    if (now?.key !== asked.key) return;
    if (now.article.text !== text || now.article.published !== published) {
      message.value = { text: 'The text changed meanwhile. Draft it again.' };
      return;
    }
    const { article, added } = mergeDraft(now.article, read.article, data.draftArticle.toCheck);
    const count = Object.keys(added).length;
    if (count > 0) changeWork(({ drafted }) => ({ article, drafted: { ...drafted, ...added } }));
    message.value =
      count > 0
        ? { text: `${count} ${count === 1 ? 'card' : 'cards'} drafted. Look at each, and confirm it.`, undo: true }
        : { text: 'The drafting found nothing that is not there yet.' };
  } catch (error) {
    drafting.value = {
      isBusy: false,
      failure: error instanceof Failure ? error : new Failure('server', String(error)),
    };
  }
}
