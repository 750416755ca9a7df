import type { ActorDocument } from '../../actor/actor-document.ts';
import type { IncidentDocument } from '../../incident/incident-document.ts';
import type { LocationDocument } from '../../location/location-document.ts';
import type { StatementDocument } from '../../statement/statement-document.ts';

export interface DerivedDocuments {
  incidents: IncidentDocument[];
  actors: ActorDocument[];
  statements: StatementDocument[];
  locations: LocationDocument[];
}

/**
 * The same documents, with the counts of what refers to them: each is the `totalCount` of the field of that name, its
 * arguments left out.
 */
export function countRelations({ incidents, actors, statements, locations }: DerivedDocuments): DerivedDocuments {
  const parts = tally(incidents, ({ partOf }) => (partOf === undefined ? [] : [partOf]));
  const statementsAbout = statementCounter(statements);
  const members = tally(actors, ({ memberOf }) => memberOf);
  const tookPart = tally(incidents, ({ participants }) => participants.map(({ actor }) => actor));
  const voiced = tally(statements, ({ voices }) => voices);
  const aboutActor = tally(statements, (statement) => statement.actors);
  const contained = tally(locations, ({ partOf }) => (partOf === undefined ? [] : [partOf]));
  const happened = tally(incidents, ({ within }) => within);
  return {
    incidents: incidents.map((incident) => ({
      ...incident,
      counts: { ...incident.counts, parts: parts(incident._id), statements: statementsAbout(incident.about) },
    })),
    actors: actors.map((actor) => ({
      ...actor,
      counts: {
        ...actor.counts,
        members: members(actor._id),
        incidents: tookPart(actor._id),
        statements: voiced(actor._id),
        statementsAbout: aboutActor(actor._id),
      },
    })),
    statements,
    locations: locations.map((location) => ({
      ...location,
      counts: { ...location.counts, contains: contained(location._id), incidents: happened(location._id) },
    })),
  };
}

/** How many of `documents` refer to an id, however often each of them does. */
function tally<T>(documents: readonly T[], references: (document: T) => readonly string[]): (id: string) => number {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const id of new Set(references(document))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return (id) => counts.get(id) ?? 0;
}

/** How many statements name any of some incidents. */
function statementCounter(statements: readonly StatementDocument[]): (about: readonly string[]) => number {
  const byIncident = new Map<string, Set<string>>();
  for (const { _id, incidents } of statements) {
    for (const incident of incidents) {
      const known = byIncident.get(incident);
      if (known) known.add(_id);
      else byIncident.set(incident, new Set([_id]));
    }
  }
  return (about) => {
    const named = about.map((incident) => byIncident.get(incident)).filter((ids) => ids !== undefined);
    const counts = named.map((ids, index) => countOutside(ids, named.slice(index + 1)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
}

/** How many of `ids` are in none of `others`. */
function countOutside(ids: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number {
  if (others.length === 0) return ids.size;
  return [...ids].filter((id) => !others.some((other) => other.has(id))).length;
}
