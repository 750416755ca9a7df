import { computed, effect, signal } from '@preact/signals';
import { createResource } from '../../explorer/data/resource.ts';
import { CheckArticleDocument } from '../generated/graphql.ts';
import type { ArticleJson, JsonObject } from '../model/article-json.ts';
import { bytesOf, maxArticleBytes, writeArticle } from '../model/write-article.ts';
import { type Work, work } from './desk.ts';
import { type Issues, sortIssues } from './issues.ts';

/** The version that the article would be published as, as far as is known without asking. */
export function nextVersion({ article, base }: Pick<Work, 'article' | 'base'>): number {
  const own = typeof article.version === 'number' ? article.version : 0;
  return base ? Math.max(base.version, own) + 1 : Math.max(own, 1);
}

/** The number of bytes of the article in a request. */
const articleBytes = computed(() => (work.value ? bytesOf(work.value.article) : 0));

export const isTooLarge = computed(() => articleBytes.value > maxArticleBytes);

/** The article that is to be checked, once nothing has changed for a while; null while there is none. */
const due = signal<JsonObject | null>(null);

effect(() => {
  const now = work.value;
  if (!now || now.article.text.trim() === '' || isTooLarge.value) {
    due.value = null;
    return;
  }
  const json = writeArticle(now.article, nextVersion(now));
  const timer = setTimeout(() => (due.value = json), patience(articleBytes.value));
  return () => clearTimeout(timer);
});

/** Large articles are checked less often: their checks cost more of what the server allows in a minute. */
function patience(bytes: number): number {
  return 450 + Math.min(4000, bytes / 50);
}

/** The last answer of the check. */
export const check = createResource(CheckArticleDocument, () => due.value && { article: due.value }, { delayMs: 0 });

/** Whether the last answer is about what the page shows. */
export const isChecked = computed(() => {
  const now = work.value;
  const answered = check.answered.value?.article;
  return Boolean(now && answered && answered === due.value && sameArticle(answered as JsonObject, now));
});

function sameArticle(answered: JsonObject, now: Work): boolean {
  const json = writeArticle(now.article, nextVersion(now));
  return Object.keys({ ...answered, ...json }).every((key) => answered[key] === json[key]);
}

const none: Issues = new Map();

/** What the last answer said, by card. While another one is awaited, it stays. */
export const issues = computed<Issues>(() => {
  const answer = check.answer.value?.data.checkArticle;
  const answered = check.answered.value?.article;
  return answer && answered ? sortIssues(answered as ArticleJson, answer) : none;
});

export const counts = computed(() => {
  const all = [...issues.value.values()].flat();
  const refusals = all.filter(({ kind }) => kind === 'refusal').length;
  return { refusals, warnings: all.length - refusals };
});
