import { signal } from '@preact/signals';

/** A fact that the reader points at, from the list of facts or from the words that support it. */
export interface Pointed {
  key: string;
  from: 'fact' | 'words';
  /** An article with its words, if one is known. */
  article?: string | undefined;
}

/** The fact pointed at; each click is an object of its own, so that the same fact can be pointed at again. */
export const pointed = signal<Pointed | null>(null);

/** The article whose words are shown; null for the first of the open incident. */
export const chosenArticle = signal<string | null>(null);

/** Whether the panel with the words is closed, open, or as large as the column. */
export const panel = signal<'closed' | 'open' | 'large'>(window.innerWidth < 768 ? 'closed' : 'open');

/** The facts that have words in the article that is shown. */
export const factsInArticle = signal<ReadonlySet<string>>(new Set());

/** Shows the words of a fact: those of the article that is shown, or else those of this one. */
export function showWords(key: string, article?: string): void {
  pointed.value = { key, from: 'fact', article };
  if (article && !factsInArticle.value.has(key)) chosenArticle.value = article;
  if (panel.value === 'closed') panel.value = 'open';
}

/** Shows the fact that words support. */
export function showFact(key: string): void {
  pointed.value = { key, from: 'words' };
}
