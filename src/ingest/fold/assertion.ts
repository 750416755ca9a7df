import { hash } from 'node:crypto';
import type { ActorInput, Article, IncidentInput, LocationInput } from '../../entities/article/article.ts';
import type { MergedType } from '../../query/merges.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { byAge } from './by-age.ts';
import { omitAbsent } from './omit-absent.ts';

/**
 * What one or more articles say of an entity in the same words. `article` is only the newest of them, because the fold
 * decides by the newest. A country that thousands of articles describe in three ways has three assertions.
 */
export interface AssertionDocument<T = unknown> {
  /** The entity's id and a hash of what is said: `Location:iraq=…`. */
  _id: string;
  /** The entity's id, `Location:iraq`. */
  thing: string;
  /**
   * The definitions of the entity: one, or several if merges united several entities of an article. They are canonical,
   * use survivors' ids and have no evidence. Ids of statements are `article.statement`.
   */
  said: T[];
  /**
   * The number of definitions at the start of `said` that use an id which was merged into this one; absent if none do.
   */
  renamed?: number;
  language?: string;
  /** Only present for incidents. */
  publisher?: string;
  /** The publication of the newest article that makes the assertion: a day, or a moment in UTC. */
  published: string;
  /** The id of the newest article that makes the assertion. */
  article: string;
  /** The number of articles that make the assertion. */
  count: number;
}

/** The assertions of the entities of one type by slug, oldest first. */
export type AssertionsById<T> = ReadonlyMap<string, readonly AssertionDocument<T>[]>;

/**
 * Returns the assertions of an article: one for each location, actor and incident that it defines. `source` is the
 * article as it was submitted, `article` the same with survivors' ids.
 */
export function assertionsOf(article: Article, source: Article): AssertionDocument[] {
  const actors = article.actors?.map((actor) =>
    omitAbsent({ ...actor, affiliations: qualifyStatements(actor.affiliations, article.id) }),
  );
  const incidents = article.incidents?.map((incident) =>
    omitAbsent({ ...incident, casualties: qualifyStatements(incident.casualties, article.id) }),
  );
  return [
    ...assertionsOfType('Location', article.locations, source.locations, article),
    ...assertionsOfType('Actor', actors, source.actors, article),
    ...assertionsOfType('Incident', incidents, source.incidents, article),
  ];
}

/** Adds an assertion to `united`, a map by the ids of assertions. An equal assertion in the map is united with it. */
export function addAssertion(united: Map<string, AssertionDocument>, assertion: AssertionDocument): void {
  const known = united.get(assertion._id);
  united.set(assertion._id, known ? unitePair(known, assertion) : assertion);
}

/** Returns the assertions about entities of one type, by slug, oldest first. */
export function assertionsById<T>(type: MergedType, assertions: Iterable<AssertionDocument>): AssertionsById<T> {
  const byId = new Map<string, AssertionDocument<T>[]>();
  for (const assertion of assertions) {
    if (!assertion.thing.startsWith(`${type}:`)) continue;
    const id = assertion.thing.slice(type.length + 1);
    const known = byId.get(id);
    if (known) known.push(assertion as AssertionDocument<T>);
    else byId.set(id, [assertion as AssertionDocument<T>]);
  }
  for (const of of byId.values()) of.sort(byAge);
  return byId;
}

function unitePair(a: AssertionDocument, b: AssertionDocument): AssertionDocument {
  return { ...(byAge(a, b) < 0 ? b : a), count: a.count + b.count };
}

type Definition = LocationInput | ActorInput | IncidentInput;

function assertionsOfType(
  type: MergedType,
  definitions: readonly Definition[] | undefined,
  sources: readonly Definition[] | undefined,
  { id: article, published, language, publisher }: Article,
): AssertionDocument[] {
  const byId = new Map<string, unknown[]>();
  for (const definition of definitions ?? []) {
    const said = withoutEvidence(definition);
    const known = byId.get(definition.id);
    if (known) known.push(said);
    else byId.set(definition.id, [said]);
  }
  const own = new Set(sources?.map(({ id }) => id));
  return [...byId].map(([id, said]) => {
    const renamed = said.length - (own.has(id) ? 1 : 0) || undefined;
    const entity = formatNodeId(type, id);
    const assertion = omitAbsent({ said, renamed, language, publisher: type === 'Incident' ? publisher : undefined });
    return { _id: `${entity}=${hashOf(assertion)}`, thing: entity, ...assertion, published, article, count: 1 };
  });
}

function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'evidence');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutEvidence(part)]));
}

/** Returns the parts with the ids of the statements that assert or deny them as `article.statement`. */
function qualifyStatements<P extends { assertedBy?: string[]; deniedBy?: string[] }>(
  parts: readonly P[] | undefined,
  article: string,
): P[] | undefined {
  const qualify = (ids: readonly string[] | undefined) => ids?.map((id) => `${article}.${id}`);
  return parts?.map((part) => ({
    ...part,
    ...(part.assertedBy && { assertedBy: qualify(part.assertedBy) }),
    ...(part.deniedBy && { deniedBy: qualify(part.deniedBy) }),
  }));
}

/** Returns 132 bits of a SHA-256 hash, as 22 characters of base64url. */
function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}
