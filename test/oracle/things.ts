import type { Article } from '../../src/article/article.ts';
import { firstWords } from '../../src/graph/first-words.ts';
import { applyMerges } from '../../src/ingest/fold/apply-merges.ts';
import { foldArticles } from '../../src/ingest/fold/fold-articles.ts';
import { type Merge, resolveMerges } from '../../src/ingest/fold/merges.ts';
import type { Field } from '../../src/text/words.ts';

export const typeNames = ['Incident', 'Actor', 'Statement', 'Location', 'Article'] as const;
export type TypeName = (typeof typeNames)[number];

/**
 * One of the five types as a plain object: under the name of each field of its `Where` the value, the other thing, or
 * the list of things; absent values are undefined. `id` is the slug, `ids` are all that mean it.
 */
export type Thing = Record<string, any> & { typeName: TypeName; id: string; ids: string[]; words: Field[] };
export type Things = Record<TypeName, Thing[]>;

/**
 * What `given` articles amount to under `merges`. Plain values are those of the fold; relations and totals are made here,
 * by looking.
 */
export function createThings(given: readonly Article[], merges: readonly Merge[]): Things {
  const survivors = resolveMerges(merges);
  const articles = given.map((article) => applyMerges(article, survivors));
  const fold = foldArticles(articles, []);
  const shell = (typeName: TypeName) => (id: string) => {
    const former = [...survivors].filter(([, survivor]) => survivor === `${typeName}:${id}`).map(([from]) => from);
    return { typeName, id, ids: [id, ...former.map((from) => from.slice(typeName.length + 1))] } as Thing;
  };
  const things: Things = {
    Incident: fold.incidents.map(({ _id }) => _id).map(shell('Incident')),
    Actor: fold.actors.map(({ _id }) => _id).map(shell('Actor')),
    Statement: fold.statements.map(({ _id }) => _id).map(shell('Statement')),
    Location: fold.locations.map(({ _id }) => _id).map(shell('Location')),
    Article: articles.map(({ id }) => id).map(shell('Article')),
  };
  const find = (typeName: TypeName, id: string | undefined) => things[typeName].find((thing) => thing.id === id);
  const findAll = (typeName: TypeName, ids: readonly string[] = []) => [
    ...new Set(ids.map((id) => find(typeName, id)).filter((thing) => thing !== undefined)),
  ];
  const assign = (typeName: TypeName, id: string, fields: object) =>
    Object.assign(find(typeName, id) as Thing, fields) as Thing;
  const byAge = articles.toSorted((a, b) => compare(a.published, b.published) || compare(a.id, b.id));

  for (const { id, title, url, publisher, language, license, citation, published, text, ...content } of articles) {
    const said = { title: title ?? firstWords(text), url, publisher, language, license, citation, published, text };
    assign('Article', id, {
      ...said,
      words: fieldsOf([said.title, language, 'n'], [text, language, 't']),
      incidents: findAll('Incident', content.incidents?.map(idOf)),
      actors: findAll('Actor', content.actors?.map(idOf)),
      locations: findAll('Location', content.locations?.map(idOf)),
      statements: findAll(
        'Statement',
        content.statements?.map((statement) => `${id}.${statement.id}`),
      ),
    });
  }
  const telling = (list: 'incidents' | 'actors' | 'locations', thing: Thing) =>
    things.Article.filter((article) => article[list].includes(thing));
  /** The language of the newest article of which `says` is true. */
  const languageOf = (says: (article: Article) => boolean | undefined) => byAge.findLast(says)?.language;
  const named = (list: 'actors' | 'locations', id: string, name: string, aliases: readonly string[]) =>
    fieldsOf(
      ...[name, ...aliases].map((text, i): Written => {
        const says = (article: Article) =>
          article[list]?.some((it) => it.id === id && [it.name, ...(it.aliases ?? [])].includes(text));
        return [text, languageOf(says), i === 0 ? 'n' : 'a'];
      }),
    );

  for (const { _id, name, aliases, kind, country, point, partOf } of fold.locations) {
    const [longitude, latitude] = point?.coordinates ?? [];
    const words = named('locations', _id, name, aliases);
    const fields = { name, aliases, kind, country, words, point: point && { latitude, longitude } };
    assign('Location', _id, { ...fields, partOf: find('Location', partOf) });
  }
  for (const location of things.Location) {
    location.ancestors = chain(location.partOf);
    location.contains = things.Location.filter((other) => other.partOf === location);
    location.articles = telling('locations', location);
  }
  for (const { _id, name, aliases, kind, country, affiliations } of fold.actors) {
    assign('Actor', _id, {
      ...{ name, aliases, kind, country, words: named('actors', _id, name, aliases) },
      affiliations: affiliations.map(({ type, actor, title, date, status, assertedBy, deniedBy }) => ({
        ...{ type, actor: find('Actor', actor), title, date, status },
        assertedBy: findAll('Statement', assertedBy),
        deniedBy: findAll('Statement', deniedBy),
      })),
    });
  }
  for (const incident of fold.incidents) {
    const { _id, title, summary, scope, type, methods, weapons, outcome, count, date, locationPrecision } = incident;
    const tells = (stating: 'title' | 'summary') => (article: Article) =>
      article.incidents?.some((it) => it.id === _id && it[stating] !== undefined);
    assign('Incident', _id, {
      ...{ title, summary, scope, type, methods, weapons, outcome, count, date, locationPrecision },
      location: find('Location', incident.location),
      partOf: find('Incident', incident.partOf),
      participants: incident.participants.map((part) => ({ ...part, actor: find('Actor', part.actor) })),
      casualties: incident.casualties.map((part) => ({ ...part, actor: find('Actor', part.actor) })),
      links: incident.links.map((link) => ({ ...link, incident: find('Incident', link.incident) })),
      words: fieldsOf([title, languageOf(tells('title')), 'n'], [summary, languageOf(tells('summary')), 's']),
    });
  }
  for (const { _id, article, place, type, text, quote, mode, date, condition, ...refers } of fold.statements) {
    const carrier = find('Article', article) as Thing;
    assign('Statement', _id, {
      ...{ article: carrier, place, type, text, quote, mode, date, condition },
      words: fieldsOf([text, carrier.language, 's'], [quote, carrier.language, 's']),
      speaker: find('Actor', refers.speaker),
      onBehalfOf: find('Actor', refers.onBehalfOf),
      incidents: findAll('Incident', refers.incidents),
      actors: findAll('Actor', refers.actors),
    });
  }
  const links = articles.flatMap((article) =>
    (article.statements ?? []).flatMap((statement) =>
      (statement.links ?? []).flatMap(({ type, statement: to }) => [
        { from: `${article.id}.${statement.id}`, type, to },
        ...(['SAME_UTTERANCE', 'CONTRADICTS'].includes(type)
          ? [{ from: to, type, to: `${article.id}.${statement.id}` }]
          : []),
      ]),
    ),
  );
  for (const statement of things.Statement) {
    const own = links.filter(({ from, to }) => from === statement.id && find('Statement', to));
    const distinct = own.filter(
      (link, i) => own.findIndex(({ type, to }) => link.type === type && link.to === to) === i,
    );
    statement.links = distinct.map(({ type, to }) => ({ type, statement: find('Statement', to) }));
  }
  for (const statement of things.Statement)
    statement.linkedFrom = things.Statement.filter((other) =>
      other.links.some((link: any) => link.statement === statement),
    );
  for (const actor of things.Actor) {
    actor.members = things.Actor.filter((other) =>
      other.affiliations.some(({ type, actor: to }: any) => to === actor && /^(MEMBER_OF|PART_OF)$/.test(type)),
    );
    actor.incidents = things.Incident.filter(({ participants }) => participants.some((it: any) => it.actor === actor));
    actor.statements = things.Statement.filter((it) => it.speaker === actor || it.onBehalfOf === actor);
    actor.statementsAbout = things.Statement.filter(({ actors }) => actors.includes(actor));
    actor.articles = telling('actors', actor);
  }
  for (const incident of things.Incident) {
    incident.articles = telling('incidents', incident);
    incident.publisherCount = new Set(incident.articles.map((article: Thing) => article.publisher)).size;
    incident.parts = things.Incident.filter(({ partOf }) => partOf === incident);
    incident.linkedFrom = things.Incident.filter(({ links }) => links.some((link: any) => link.incident === incident));
    const about = chain(incident);
    incident.statements = things.Statement.filter(({ incidents }) => about.some((each) => incidents.includes(each)));
    incident.responsibility = responsibilityOf(incident.statements);
    incident.killed = totalOf(incident, 'KILLED');
    incident.injured = totalOf(incident, 'INJURED');
  }
  for (const location of things.Location)
    location.incidents = things.Incident.filter((incident) => chain(incident.location, 'partOf').includes(location));
  return things;
}

/** The children of a thing along a connection, its arguments applied. */
export function childrenOf(thing: Thing, field: string, { role, type, includeWhole, includeContained }: any): Thing[] {
  const children: Thing[] = thing[field];
  if (role) {
    const hasRole = (part: any) => part.actor === thing && role.includes(part.role);
    return children.filter(({ participants }) => participants.some(hasRole));
  }
  if (type) {
    const isLink = (link: any) => (link.incident ?? link.statement) === thing && type.includes(link.type);
    return children.filter(({ links }) => links.some(isLink));
  }
  if (includeWhole === false) return children.filter(({ incidents }) => incidents.includes(thing));
  if (includeContained === false) return children.filter(({ location }) => location === thing);
  return children;
}

/** A thing and what it is part of, nearest first. */
export function chain(thing: Thing | undefined, up = 'partOf'): Thing[] {
  return thing ? [thing, ...chain(thing[up], up)] : [];
}

export function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Least and most together; no most where one of them has none. */
export function sum(quantities: { min: number; max?: number | null }[]): { min: number; max: number | null } {
  return {
    min: quantities.reduce((total, { min }) => total + min, 0),
    max: quantities.some(({ max }) => max == null)
      ? null
      : quantities.reduce((total, { max }) => total + (max ?? 0), 0),
  };
}

function totalOf({ casualties }: Thing, kind: string) {
  return sum(casualties.filter((each: any) => each.kind === kind).map((each: any) => each.count));
}

function responsibilityOf(statements: Thing[]) {
  const voice = ({ onBehalfOf, speaker }: Thing) => [onBehalfOf ?? speaker].filter((actor) => actor !== undefined);
  return {
    claimedBy: newestByActor(statements, ['CLAIM_OF_RESPONSIBILITY'], voice),
    deniedBy: newestByActor(statements, ['DENIAL_OF_RESPONSIBILITY'], voice),
    attributedTo: newestByActor(statements, ['ATTRIBUTION', 'ACCUSATION'], ({ actors }) => actors),
  };
}

function newestByActor(statements: Thing[], types: string[], actorsOf: (statement: Thing) => Thing[]) {
  const newestFirst = statements
    .filter(({ type }) => types.includes(type))
    .sort(
      (a, b) =>
        compare(b.article.published, a.article.published) || compare(b.article.id, a.article.id) || b.place - a.place,
    );
  return [...new Set(newestFirst.flatMap(actorsOf))].map((actor) => ({
    actor,
    statement: newestFirst.find((statement) => actorsOf(statement).includes(actor)),
  }));
}

type Written = [text: string | undefined, language: string | undefined, mark: string];

function fieldsOf(...texts: Written[]): Field[] {
  return texts.flatMap(([text, language, mark]) =>
    text === undefined ? [] : [{ mark, text, ...(language !== undefined && { language }) }],
  );
}

function idOf({ id }: { id: string }): string {
  return id;
}
