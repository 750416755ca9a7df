import type { ActorDocument } from '../../entities/actor/actor-document.ts';
import type { ArticleDocument } from '../../entities/article/article-document.ts';
import type { IncidentDocument } from '../../entities/incident/incident-document.ts';
import type { LocationDocument } from '../../entities/location/location-document.ts';
import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import type { Survivors } from '../../query/merges.ts';
import { collectionOf, formatNodeId, type NodeType, nodeTypes } from '../../query/node-id.ts';
import type { ChangeCause } from '../../store/changes.ts';
import type { ArticleChange } from '../derive/work.ts';
import { entityOf } from '../drafts/assertion-drafts.ts';
import { isSameDocument } from '../drafts/same-document.ts';
import type { Change, WritePlan } from '../drafts/write-plan.ts';
import {
  actorReferences,
  incidentReferences,
  locationReferences,
  statementReferences,
} from '../fold/count-relations.ts';

/** What is known of the causes of a turn before its plan. */
export interface Causes {
  /** The causes of the entities that articles or merges change directly, by ids such as `Actor:iran`. */
  direct: ReadonlyMap<string, ChangeCause>;
  /** The survivors after the turn, if merges may remove entities in it. */
  survivors?: Survivors;
}

export const noCauses: Causes = { direct: new Map() };

/**
 * Returns the causes of the entities that changed articles change directly: the articles, their statements, and the
 * entities whose assertions change. Of several articles, the newest one.
 */
export function causesOfArticles(changes: readonly ArticleChange[]): Causes {
  const direct = new Map<string, ChangeCause>();
  const publishedOf = ({ before, after }: ArticleChange) => (after?.document ?? before)?.order.published ?? '';
  const idOf = ({ before, after }: ArticleChange) => after?.document._id ?? before?._id ?? '';
  const oldestFirst = [...changes].sort((a, b) => ([publishedOf(a), idOf(a)] < [publishedOf(b), idOf(b)] ? -1 : 1));
  for (const change of oldestFirst) {
    const { before, after } = change;
    const cause: ChangeCause = { article: idOf(change), ...(!after && { retracted: true as const }) };
    const isSameTime = before?.order.published === after?.document.order.published;
    const [was, is] = [new Set(before?.accounts), new Set(after?.document.accounts)];
    for (const id of was) if (!isSameTime || !is.has(id)) direct.set(entityOf(id), cause);
    for (const id of is) if (!isSameTime || !was.has(id)) direct.set(entityOf(id), cause);
    for (const id of [...(before?.statements ?? []), ...(after?.document.statements ?? [])])
      direct.set(formatNodeId('Statement', id), cause);
    direct.set(formatNodeId('Article', idOf(change)), cause);
  }
  return { direct };
}

/**
 * Returns the cause of every change of a plan, by the entity's id. Those that are not known directly are followed from
 * change to change: a location moves its incidents, a statement is counted by the incident that it is about. Undefined
 * if the turn has no known cause.
 */
export function causesOf(plan: WritePlan, { direct }: Causes): ((entity: string) => ChangeCause) | undefined {
  const [first, ...others] = new Map([...direct.values()].map((cause) => [JSON.stringify(cause), cause])).values();
  if (!first) return undefined;
  if (others.length === 0) return () => first;
  const causes = new Map(direct);
  const changes = nodeTypes.flatMap((type) =>
    plan[collectionOf(type)].map((change) => ({ entity: idOf(type, change), ...effectsOf(type, change) })),
  );
  const provided = new Map<string, ChangeCause>(direct);
  let news = changes;
  let left: typeof changes = [];
  do {
    left = [];
    const known: typeof changes = [];
    for (const change of news) {
      const cause = causes.get(change.entity) ?? causeAmong(change.needs, provided);
      if (!cause) {
        left.push(change);
        continue;
      }
      causes.set(change.entity, cause);
      known.push(change);
    }
    for (const { entity, gives } of known) {
      const cause = causes.get(entity);
      if (cause) for (const key of gives) if (!provided.has(key)) provided.set(key, cause);
    }
    if (left.length === news.length) break;
    news = left;
  } while (left.length > 0);
  const last = others.at(-1) ?? first;
  return (entity) => causes.get(entity) ?? last;
}

function causeAmong(needs: Iterable<string>, provided: ReadonlyMap<string, ChangeCause>): ChangeCause | undefined {
  for (const key of needs) {
    const cause = provided.get(key);
    if (cause) return cause;
  }
  return undefined;
}

function idOf(type: NodeType, { before, after }: Change): string {
  return formatNodeId(type, (before ?? after)?._id ?? '');
}

/** What a change gives others reason to change by, and the reasons by which it may have come about. */
interface Effects {
  gives: Iterable<string>;
  needs: Iterable<string>;
}

function effectsOf(type: NodeType, change: Change): Effects {
  const id = idOf(type, change);
  switch (type) {
    case 'Incident': {
      const { before, after } = change as Change<IncidentDocument>;
      const moved = !isSame(before?.about, after?.about);
      return {
        gives: [...differing(before, after, incidentReferences), ...(moved ? [`${id} about`] : [])],
        needs: [
          ...idsOf(
            'Location',
            differing(before, after, ({ within }) => within),
          ),
          ...either(before, after, ({ within }) => within).map((place) => `Location:${place} where`),
          ...either(before, after, ({ places }) => places.map(({ location }) => `Location:${location} where`)),
          ...either(before, after, ({ about }) => about).map((whole) => `Incident:${whole} about`),
          `${id} parts`,
          ...either(before, after, ({ about }) => about).map((about) => `Incident:${about} statements`),
          ...idsOf(
            'Actor',
            differing(before, after, ({ actors }) => actors),
          ),
          ...idsOf(
            'Incident',
            differing(before, after, ({ about, links }) => [...about, ...links.map((link) => link.incident)]),
          ),
        ],
      };
    }
    case 'Actor': {
      const { before, after } = change as Change<ActorDocument>;
      return {
        gives: differing(before, after, actorReferences),
        needs: [
          ...['members', 'incidents', 'statements', 'statementsAbout'].map((count) => `${id} ${count}`),
          ...idsOf(
            'Actor',
            differing(before, after, ({ affiliations }) => affiliations.map(({ actor }) => actor)),
          ),
        ],
      };
    }
    case 'Statement': {
      const { before, after } = change as Change<StatementDocument>;
      return {
        gives: [
          ...differing(before, after, statementReferences),
          ...differing(before, after, ({ incidents }) =>
            incidents.map((incident) => `Incident:${incident} statements`),
          ),
          ...differing(before, after, ({ given }) => given.map(({ statement }) => `Statement:${statement} links`)),
          ...(before && after ? [] : [`${id} stored`]),
        ],
        needs: [
          `${id} links`,
          ...either(before, after, ({ given }) => given).map(({ statement }) => `Statement:${statement} stored`),
          ...idsOf(
            'Actor',
            differing(before, after, ({ voices, actors, to, via }) => [...voices, ...actors, ...to, ...via]),
          ),
          ...idsOf(
            'Incident',
            differing(before, after, ({ incidents }) => incidents),
          ),
          ...idsOf(
            'Location',
            differing(before, after, ({ location }) => (location === undefined ? [] : [location])),
          ),
        ],
      };
    }
    case 'Location': {
      const { before, after } = change as Change<LocationDocument>;
      const moved = !isSame(whereabouts(before), whereabouts(after));
      return {
        gives: [...differing(before, after, locationReferences), ...(moved ? [`${id} where`] : [])],
        needs: [
          ...either(before, after, ({ within }) => within).map((place) => `Location:${place} where`),
          `${id} contains`,
          `${id} incidents`,
          ...idsOf(
            'Location',
            differing(before, after, ({ within }) => within),
          ),
        ],
      };
    }
    case 'Article': {
      const { before, after } = change as Change<ArticleDocument>;
      return {
        gives: [],
        needs: [
          ...idsOf(
            'Incident',
            differing(before, after, ({ incidents }) => incidents),
          ),
          ...idsOf(
            'Actor',
            differing(before, after, ({ actors }) => actors),
          ),
          ...idsOf(
            'Location',
            differing(before, after, ({ locations }) => locations),
          ),
        ],
      };
    }
  }
}

function whereabouts(location: LocationDocument | undefined) {
  return location && { within: location.within, country: location.country, point: location.point, area: location.area };
}

/** Returns the keys of exactly one of the two documents. */
function differing<D>(
  before: D | undefined,
  after: D | undefined,
  keysOf: (document: D) => readonly string[],
): string[] {
  const [was, is] = [new Set(before && keysOf(before)), new Set(after && keysOf(after))];
  return [...[...was].filter((key) => !is.has(key)), ...[...is].filter((key) => !was.has(key))];
}

function either<D, T>(before: D | undefined, after: D | undefined, listOf: (document: D) => readonly T[]): T[] {
  return [...(before ? listOf(before) : []), ...(after ? listOf(after) : [])];
}

function idsOf(type: NodeType, slugs: readonly string[]): string[] {
  return slugs.map((slug) => formatNodeId(type, slug));
}

function isSame(a: unknown, b: unknown): boolean {
  return isSameDocument({ it: a }, { it: b });
}
