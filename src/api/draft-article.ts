import { UndraftableText } from '../drafting/draft.ts';
import { draftOnThread } from '../drafting/drafting-thread.ts';
import { createStoreLookup } from '../drafting/store-lookup.ts';
import type { GraphContext } from '../entities/context.ts';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { ArticleDraft, QuerydraftArticleArgs } from '../generated/schema.ts';
import { parsePublication } from '../ingest/parse/publication.ts';

/**
 * Drafts an article with the names of the store. Reads only: at most one command for each 500 names of the text, and two
 * more. Does no authorization.
 */
export async function draftFromText(
  context: GraphContext,
  { text, published, language }: QuerydraftArticleArgs,
): Promise<ArticleDraft> {
  if (parsePublication(published) === undefined)
    throw badUserInput('published', 'a calendar day or a moment with an offset, such as 2025-03-12', published);
  if (text.trim() === '') throw badUserInput('text', 'a text with at least one word', text);
  const input = { text, published, ...(language ? { language } : {}) };
  try {
    const { article, toCheck, uncovered } = await draftOnThread(input, createStoreLookup(context));
    return { article, toCheck, uncovered };
  } catch (error) {
    if (error instanceof UndraftableText)
      throw badUserInput('text', `a text that can be drafted: ${error.message}`, text);
    throw error;
  }
}
