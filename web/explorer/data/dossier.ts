import { computed } from '@preact/signals';
import { DossierDocument, type DossierQuery, WordsDocument } from '../generated/graphql.ts';
import { state } from '../state/store.ts';
import { chosenArticle } from '../words/pointer.ts';
import { createResource } from './resource.ts';

export type IncidentDossier = NonNullable<DossierQuery['incident']>;
export type ReportOfArticle = IncidentDossier['reports'][number];
export type Toll = IncidentDossier['casualties'][number];
export type StatementInDossier = NonNullable<IncidentDossier['statements']>['nodes'][number];
export type ArticleSource = ReportOfArticle['article'];

/** The open incident with all that is said of it. */
export const dossier = createResource(DossierDocument, () => {
  const { open } = state.value;
  return open === null ? null : { id: open };
});

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
