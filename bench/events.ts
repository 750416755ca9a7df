import { readFile } from 'node:fs/promises';
import type { Document } from 'mongodb';
import type { Article, LocationInput } from '../src/entities/article/article.ts';
import { importUcdp } from '../src/import/ucdp/import-ucdp.ts';
import { foldArticles } from '../src/ingest/fold/fold-articles.ts';
import { articleDocument } from '../src/ingest/fold/index-article.ts';
import { parseArticles } from '../src/ingest/read/parse-articles.ts';

/** The number of nodes to create. Statements are about 1.5 per incident. */
export interface Wanted {
  incidents: number;
  actors: number;
  locations: number;
}

/**
 * The events of UCDP's tables (`.csv`, `.csv.gz`), or of article JSON made of them. For equal ids the last one counts.
 */
export async function readEvents(files: readonly string[]): Promise<Article[]> {
  const events = new Map<string, Article>();
  for (const file of files) {
    if (/\.csv(?:\.gz)?$/u.test(file)) {
      for await (const { article } of importUcdp(file)) if (article) events.set(article.id, article);
    } else {
      for (const { article } of parseArticles({ file, bytes: await readFile(file) }))
        if (article && !('retracted' in article)) events.set(article.id, article);
    }
  }
  return [...events.values()];
}

/**
 * Repeats the events until there are enough: each round is a year earlier, and some of its actors and locations are
 * new, up to the wanted numbers. Returns the documents by collection.
 */
export function makeDocuments(events: readonly Article[], wanted: Wanted): Record<string, Document[]> {
  const articles: Article[] = [];
  const actors = createVariants(wanted.actors, idsIn(events, 'actors'), 7);
  const locations = createVariants(wanted.locations, idsIn(events, 'locations'), 20);
  let incidents = 0;
  for (let round = 0; incidents < wanted.incidents; round++) {
    for (const [index, event] of events.entries()) {
      if (incidents >= wanted.incidents) break;
      incidents += event.incidents?.length ?? 0;
      articles.push(withStatements(round === 0 ? event : again(event, round, { actors, locations }), index));
    }
  }
  const folded = foldArticles(articles, []);
  return {
    articles: articles.map((article) => articleDocument(article)),
    incidents: folded.incidents,
    actors: folded.actors,
    statements: folded.statements,
    locations: folded.locations,
  };
}

/** Replaces an entity id by that of a similar entity; usually the same one again. */
type Variants = (id: string) => string;

/** Adds a variant after a fixed number of uses, up to `max` variants. Older variants are used most often. */
function createVariants(max: number, known: number, usesForEach: number): Variants {
  const made = new Map<string, number>();
  let [uses, all] = [0, known];
  return (id) => {
    const last = made.get(id) ?? 0;
    uses++;
    if (all < max && uses % usesForEach === 0) {
      all++;
      made.set(id, last + 1);
      return variant(id, last + 1);
    }
    const spread = (uses * 0.618_034) % 1;
    return variant(id, Math.floor(spread ** 3 * (last + 1)));
  };
}

function variant(id: string, number: number): string {
  return number === 0 ? id : `${id.slice(0, 110)}-${number}`;
}

function idsIn(events: readonly Article[], list: 'actors' | 'locations'): number {
  return new Set(events.flatMap((event) => (event[list] ?? []).map(({ id }) => id))).size;
}

function again(event: Article, round: number, variants: Record<'actors' | 'locations', Variants>): Article {
  const actorIds = new Map((event.actors ?? []).map(({ id }) => [id, variants.actors(id)]));
  const actorId = (id: string) => actorIds.get(id) ?? id;
  const [place, ...around] = event.locations ?? [];
  const moved = place && place.kind !== 'COUNTRY' ? movedPlace(place, variants.locations(place.id)) : place;
  const locationId = (id: string) => (id === place?.id && moved ? moved.id : id);
  const earlier = (date: string) =>
    date.replace(/\d{4}/gu, (year) => String(Number(year) - round)).replaceAll('-02-29', '-02-28');
  return {
    ...event,
    id: `${event.id}-${round}`,
    published: earlier(event.published),
    ...(event.actors && {
      actors: event.actors.map((actor) => ({ ...actor, id: actorId(actor.id), affiliations: [] })),
    }),
    ...(moved && { locations: [moved, ...around] }),
    ...(event.incidents && {
      incidents: event.incidents.map(({ partOf: _, links: __, location, ...incident }) => ({
        ...incident,
        id: `${incident.id}-${round}`,
        ...(location !== undefined && { location: locationId(location) }),
        ...(incident.date && { date: { ...incident.date, edtf: earlier(incident.date.edtf) } }),
        ...(incident.participants && {
          participants: incident.participants.map((it) => ({ ...it, actor: actorId(it.actor) })),
        }),
        casualties: (incident.casualties ?? []).map(({ actor: ___, ...casualty }) => casualty),
      })),
    }),
  };
}

/** Another place nearby, with the same name and the same parent. */
function movedPlace(place: LocationInput, id: string): LocationInput {
  if (id === place.id || place.point === undefined) return { ...place, id };
  const number = Number(/\d+$/u.exec(id)?.[0] ?? 0);
  const { latitude, longitude } = place.point;
  return {
    ...place,
    id,
    point: { latitude: latitude + (number % 10) / 100, longitude: longitude + (number % 7) / 100 },
  };
}

const statementTypes = [
  'REPORT',
  'CLAIM_OF_RESPONSIBILITY',
  'DENIAL_OF_RESPONSIBILITY',
  'ATTRIBUTION',
  'CONDEMNATION',
] as const;

/** One or two statements about the article's first incident, by one of its actors. */
function withStatements(article: Article, index: number): Article {
  const incident = article.incidents?.[0];
  const speaker = article.actors?.[index % Math.max(1, article.actors.length)]?.id;
  if (!incident) return article;
  return {
    ...article,
    statements: Array.from({ length: 1 + (index % 2) }, (_, i) => ({
      id: `said-${i}`,
      type: statementTypes[(index * 3 + i) % statementTypes.length] as (typeof statementTypes)[number],
      text: `What was said of ${incident.title}`,
      incidents: [incident.id],
      ...(speaker !== undefined && { speaker }),
    })),
  };
}
