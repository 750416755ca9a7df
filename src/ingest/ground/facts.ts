import type {
  ActorInput,
  Article,
  CasualtyInput,
  EvidenceInput,
  IncidentInput,
  IncidentPlaceInput,
  LocationInput,
  ParticipantInput,
  StatementInput,
  TargetInput,
  WeaponInput,
} from '../../entities/article/article.ts';

/** A part of an article that may have evidence, with its pointer. */
interface Placed<T> {
  pointer: string;
  value: T;
}

interface Evidenced {
  evidence?: EvidenceInput[];
}

/** Yields all evidence of an article. */
export function* evidenceOf(article: Article): Generator<EvidenceInput> {
  for (const { value } of evidencedParts(article)) yield* value.evidence ?? [];
}

/** Yields each entity of an article and each part that may have evidence, in the order of the article. */
export function* evidencedParts(article: Article): Generator<Placed<Evidenced>> {
  yield* listed<LocationInput>('/locations', article.locations);
  for (const actor of listed<ActorInput>('/actors', article.actors)) {
    yield actor;
    yield* listed(`${actor.pointer}/affiliations`, actor.value.affiliations);
  }
  for (const incident of listed<IncidentInput>('/incidents', article.incidents)) {
    yield incident;
    yield* incidentParts(incident);
  }
  yield* listed<StatementInput>('/statements', article.statements);
}

/** Yields the parts of an incident that may have evidence. */
export function* incidentParts({ pointer, value }: Placed<IncidentInput>): Generator<Placed<Evidenced>> {
  yield* listed<IncidentPlaceInput>(`${pointer}/places`, value.places);
  yield* listed<TargetInput>(`${pointer}/targets`, value.targets);
  yield* listed<WeaponInput>(`${pointer}/weapons`, value.weapons);
  yield* listed<ParticipantInput>(`${pointer}/participants`, value.participants);
  yield* listed<CasualtyInput>(`${pointer}/casualties`, value.casualties);
  yield* listed(`${pointer}/links`, value.links);
}

/** Yields the elements of a list with their pointers. */
export function* listed<T>(pointer: string, values: readonly T[] = []): Generator<Placed<T>> {
  for (const [index, value] of values.entries()) yield { pointer: `${pointer}/${index}`, value };
}
