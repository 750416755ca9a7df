import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from './send.ts';

/** A query behind what the page shows, with the variables of its last answer. */
export interface QueryOfTheMoment {
  /** The name of the operation, such as `Dossier`. */
  name: string;
  query: string;
  variables: unknown;
  /** What it cost, if the gateway says so. */
  cost: number | undefined;
}

interface Entry {
  document: { toString(): string };
  answer: ReadonlySignal<Answer<unknown> | null>;
  answered: ReadonlySignal<unknown>;
}

const entries = signal<Entry[]>([]);

/** Registers a resource, so that the query drawer can show its query. Returns a function that takes it out again. */
export function registerQuery(entry: Entry): () => void {
  entries.value = [...entries.peek(), entry];
  return () => {
    entries.value = entries.peek().filter((each) => each !== entry);
  };
}

/** The queries of what is shown now, in the order of their registration. */
export const queriesOfTheMoment = computed<QueryOfTheMoment[]>(() =>
  entries.value.flatMap(({ document, answer, answered }) => {
    if (answered.value === null) return [];
    const query = document.toString().trim();
    const [, name = 'Query'] = /^query (\w+)/.exec(query) ?? [];
    return [{ name, query, variables: answered.value, cost: answer.value?.cost }];
  }),
);
