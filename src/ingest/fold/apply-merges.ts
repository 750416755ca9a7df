import type {
  ActorInput,
  Article,
  EvidenceInput,
  IncidentInput,
  LocationInput,
  StatementInput,
} from '../../entities/article/article.ts';
import { type MergedType, type Survivors, survivingSlug } from '../../query/merges.ts';
import { omitAbsent } from './omit-absent.ts';

/**
 * Returns the article with every id replaced by its survivor. If two of its entities were merged, both definitions
 * remain under one id, the survivor's last, so that it counts as the newer. A relation of an entity to itself is
 * dropped, and its evidence becomes evidence for the entity.
 */
export function applyMerges(article: Article, survivors: Survivors): Article {
  if (survivors.size === 0) return article;
  const rename: Rename = (type, slug) => survivingSlug(survivors, type, slug);
  const { locations, actors, incidents, statements } = article;
  return {
    ...article,
    ...(locations && {
      locations: survivorLast('Location', locations, rename).map((it) => renameLocation(it, rename)),
    }),
    ...(actors && { actors: survivorLast('Actor', actors, rename).map((it) => renameActor(it, rename)) }),
    ...(incidents && {
      incidents: survivorLast('Incident', incidents, rename).map((it) => renameIncident(it, rename)),
    }),
    ...(statements && { statements: statements.map((it) => renameStatement(it, rename)) }),
  };
}

type Rename = (type: MergedType, slug: string) => string;

function survivorLast<T extends { id: string }>(type: MergedType, entities: readonly T[], rename: Rename): T[] {
  const isRenamed = ({ id }: T) => rename(type, id) !== id;
  return [...entities.filter(isRenamed), ...entities.filter((entity) => !isRenamed(entity))];
}

function renameLocation(location: LocationInput, rename: Rename): LocationInput {
  const id = rename('Location', location.id);
  return omitAbsent({ ...location, id, partOf: whole(id, 'Location', location.partOf, rename) });
}

function renameActor(actor: ActorInput, rename: Rename): ActorInput {
  const id = rename('Actor', actor.id);
  const renamed = actor.affiliations?.map((it) => ({ ...it, actor: rename('Actor', it.actor) }));
  const { kept, dropped } = partition(renamed, (it) => it.actor !== id);
  return omitAbsent({ ...actor, id, affiliations: kept, evidence: withEvidenceOf(dropped, actor.evidence) });
}

function renameIncident(incident: IncidentInput, rename: Rename): IncidentInput {
  const id = rename('Incident', incident.id);
  const renamed = incident.links?.map((it) => ({ ...it, incident: rename('Incident', it.incident) }));
  const { kept, dropped } = partition(renamed, (it) => it.incident !== id);
  return omitAbsent({
    ...incident,
    id,
    location: incident.location && rename('Location', incident.location),
    places: incident.places?.map((it) => ({ ...it, location: rename('Location', it.location) })),
    targets: incident.targets?.map((it) =>
      omitAbsent({ ...it, location: it.location && rename('Location', it.location) }),
    ),
    participants: incident.participants?.map((it) => ({ ...it, actor: rename('Actor', it.actor) })),
    casualties: incident.casualties?.map((it) => omitAbsent({ ...it, actor: it.actor && rename('Actor', it.actor) })),
    links: kept,
    partOf: whole(id, 'Incident', incident.partOf, rename),
    evidence: withEvidenceOf(dropped, incident.evidence),
  });
}

function renameStatement(statement: StatementInput, rename: Rename): StatementInput {
  return omitAbsent({
    ...statement,
    speaker: statement.speaker && rename('Actor', statement.speaker),
    onBehalfOf: statement.onBehalfOf && rename('Actor', statement.onBehalfOf),
    incidents: statement.incidents?.map((id) => rename('Incident', id)),
    actors: statement.actors?.map((id) => rename('Actor', id)),
  });
}

function whole(id: string, type: MergedType, partOf: string | undefined, rename: Rename): string | undefined {
  const renamed = partOf && rename(type, partOf);
  return renamed === id ? undefined : renamed;
}

function partition<T>(items: readonly T[] | undefined, keep: (item: T) => boolean) {
  return { kept: items?.filter(keep), dropped: items?.filter((item) => !keep(item)) ?? [] };
}

function withEvidenceOf(
  dropped: readonly { evidence?: EvidenceInput[] }[],
  evidence: EvidenceInput[] | undefined,
): EvidenceInput[] | undefined {
  const more = dropped.flatMap((item) => item.evidence ?? []);
  return more.length === 0 ? evidence : [...(evidence ?? []), ...more];
}
