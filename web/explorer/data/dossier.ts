import { computed, signal } from '@preact/signals';
import { DossierDocument, type DossierQuery, WordsDocument } from '../generated/graphql.ts';
import { state } from '../state/store.ts';
import { chosenArticle } from '../words/pointer.ts';
import { createResource } from './resource.ts';

export type IncidentDossier = NonNullable<DossierQuery['incident']>;
export type ReportOfArticle = IncidentDossier['reports'][number];
export type Toll = IncidentDossier['casualties'][number];
export type StatementInDossier = NonNullable<IncidentDossier['statements']>['nodes'][number];
export type ArticleSource = ReportOfArticle['article'];

/** How many items of its longest lists are asked for at first, and at most. */
export const sizes = {
  participants: { first: 100, max: 1000 },
  casualties: { first: 100, max: 1000 },
  reports: { first: 20, max: 100 },
  statements: { first: 30, max: 100 },
} as const;

export type LongList = keyof typeof sizes;

/** The lists of an incident of which all that can be had was asked for. */
const whole = signal<{ id: string | null; lists: readonly LongList[] }>({ id: null, lists: [] });

/** The open incident with all that is said of it. */
export const dossier = createResource(DossierDocument, () => {
  const { open } = state.value;
  if (open === null) return null;
  const sizeOf = (list: LongList) => {
    const isWhole = whole.value.id === open && whole.value.lists.includes(list);
    return isWhole ? sizes[list].max : sizes[list].first;
  };
  return {
    id: open,
    participants: sizeOf('participants'),
    casualties: sizeOf('casualties'),
    reports: sizeOf('reports'),
    statements: sizeOf('statements'),
  };
});

/** Asks for more of a list of the open incident. */
export function loadWhole(list: LongList): void {
  const { open } = state.peek();
  const lists = whole.peek().id === open ? whole.peek().lists : [];
  whole.value = { id: open, lists: [...lists, list] };
}

/** Whether a list that is shown may have been cut at its size. */
export function isCut(list: LongList, length: number): boolean {
  return length === dossier.answered.value?.[list];
}

/** The articles of the open incident, newest first: those that report it, and those that only mention it. */
export const articlesOfIncident = computed<ArticleSource[]>(() => {
  const incident = dossier.answer.value?.data.incident;
  return incident?.articles?.nodes ?? [];
});

/** The article whose words are shown. */
export const shownArticle = computed(() => chosenArticle.value ?? articlesOfIncident.value[0]?.id ?? null);

/** The words of that article, with all their evidence. */
export const words = createResource(WordsDocument, () => {
  const id = shownArticle.value;
  return id === null ? null : { id };
});
