import type { ActorDocument } from '../../entities/actor/actor-document.ts';
import type { IncidentDocument } from '../../entities/incident/incident-document.ts';
import type { LocationDocument } from '../../entities/location/location-document.ts';
import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import { formatNodeId, type NodeType } from '../../query/node-id.ts';

export interface DerivedDocuments {
  incidents: IncidentDocument[];
  actors: ActorDocument[];
  statements: StatementDocument[];
  locations: LocationDocument[];
}

/** The number of documents that refer to an entity in each counted relation, by `countKey`. */
export type Tally = Map<string, number>;

/**
 * Returns the documents with the counts of the documents that refer to them. A count equals the `totalCount` of the
 * field of that name without arguments.
 */
export function countRelations({ incidents, actors, statements, locations }: DerivedDocuments): DerivedDocuments {
  const tally: Tally = new Map();
  for (const incident of incidents) count(tally, incidentReferences(incident), 1);
  for (const actor of actors) count(tally, actorReferences(actor), 1);
  for (const statement of statements) count(tally, statementReferences(statement), 1);
  for (const location of locations) count(tally, locationReferences(location), 1);
  const statementsAbout = statementCounter(statements);
  return {
    incidents: incidents
      .map((incident) => addCounts('Incident', incident, tally))
      .map((incident) => ({
        ...incident,
        counts: { ...incident.counts, statements: statementsAbout(incident.about) },
      })),
    actors: actors.map((actor) => addCounts('Actor', actor, tally)),
    statements,
    locations: locations.map((location) => addCounts('Location', location, tally)),
  };
}

/** The counted relations of each type. `statementCounter` counts the statements about an incident. */
const counted = {
  Incident: ['parts'],
  Actor: ['members', 'incidents', 'statements', 'statementsAbout'],
  Location: ['contains', 'incidents'],
} as const satisfies Partial<Record<NodeType, readonly string[]>>;

export type CountedType = keyof typeof counted;

export interface CountedDocument {
  _id: string;
  counts: Record<string, number>;
}

/** Returns a copy of the document with the tally added to its counts. */
export function addCounts<D extends CountedDocument>(type: CountedType, document: D, tally: Tally): D {
  const counts: Record<string, number> = { ...document.counts };
  for (const count of counted[type]) {
    counts[count] = (counts[count] ?? 0) + (tally.get(countKey(type, document._id, count)) ?? 0);
  }
  return { ...document, counts };
}

/** Returns a copy of the document with the counts of `from`, another version of it; 0 if that is absent. */
export function takeCounts<D extends CountedDocument>(type: CountedType, document: D, from: D | undefined): D {
  const counts: Record<string, number> = { ...document.counts };
  for (const count of counted[type]) counts[count] = from?.counts[count] ?? 0;
  return { ...document, counts };
}

/** Adds `by` to the tally of each of `keys`. Repeated keys count once. */
export function count(tally: Tally, keys: Iterable<string>, by: number): void {
  for (const key of new Set(keys)) tally.set(key, (tally.get(key) ?? 0) + by);
}

/** Returns the keys of the counts that include the document, as the next three functions do. */
export function incidentReferences({ partOf, actors, within }: IncidentDocument): string[] {
  return [
    ...(partOf === undefined ? [] : [countKey('Incident', partOf, 'parts')]),
    ...actors.map((actor) => countKey('Actor', actor, 'incidents')),
    ...within.map((place) => countKey('Location', place, 'incidents')),
  ];
}

export function actorReferences({ memberOf }: ActorDocument): string[] {
  return memberOf.map((actor) => countKey('Actor', actor, 'members'));
}

export function statementReferences({ voices, actors }: StatementDocument): string[] {
  return [
    ...voices.map((actor) => countKey('Actor', actor, 'statements')),
    ...actors.map((actor) => countKey('Actor', actor, 'statementsAbout')),
  ];
}

export function locationReferences({ partOf }: LocationDocument): string[] {
  return partOf === undefined ? [] : [countKey('Location', partOf, 'contains')];
}

/** Returns a key such as `Actor:iran members`. */
function countKey(type: CountedType, id: string, count: string): string {
  return `${formatNodeId(type, id)} ${count}`;
}

/** Returns a function that counts the statements about any of several incidents, each statement once. */
export function statementCounter(
  statements: readonly Pick<StatementDocument, '_id' | 'incidents'>[],
): (about: readonly string[]) => number {
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

/** Counts the `ids` that are in none of `others`. */
function countOutside(ids: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number {
  if (others.length === 0) return ids.size;
  return [...ids].filter((id) => !others.some((other) => other.has(id))).length;
}
