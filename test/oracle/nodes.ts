import type { Article } from '../../src/entities/article/article.ts';
import { applyMerges } from '../../src/ingest/fold/apply-merges.ts';
import { foldArticles } from '../../src/ingest/fold/fold-articles.ts';
import { type Merge, resolveMerges } from '../../src/query/merges.ts';
import type { Field } from './text.ts';

export const typeNames = ['Incident', 'Actor', 'Statement', 'Location', 'Article'] as const;
export type TypeName = (typeof typeNames)[number];

/**
 * A node of any type as a plain object. Each field of its `Where` has the value, the other node, or the list of nodes;
 * absent values are undefined. `id` is the slug; `ids` also has the slugs merged into it.
 */
export type Node = Record<string, any> & { typeName: TypeName; id: string; ids: string[]; words: Field[] };
export type Nodes = Record<TypeName, Node[]>;

/**
 * Returns the nodes that follow from `given` articles and `merges`. Plain values are those of the fold; relations and
 * totals are computed here by searching.
 */
export function createNodes(given: readonly Article[], merges: readonly Merge[]): Nodes {
  const survivors = resolveMerges(merges);
  const articles = given.map((article) => applyMerges(article, survivors));
  const fold = foldArticles(given, merges);
  const shell = (typeName: TypeName) => (id: string) => {
    const former = [...survivors].filter(([, survivor]) => survivor === `${typeName}:${id}`).map(([from]) => from);
    return { typeName, id, ids: [id, ...former.map((from) => from.slice(typeName.length + 1))] } as Node;
  };
  const nodes: Nodes = {
    Incident: fold.incidents.map(({ _id }) => _id).map(shell('Incident')),
    Actor: fold.actors.map(({ _id }) => _id).map(shell('Actor')),
    Statement: fold.statements.map(({ _id }) => _id).map(shell('Statement')),
    Location: fold.locations.map(({ _id }) => _id).map(shell('Location')),
    Article: articles.map(({ id }) => id).map(shell('Article')),
  };
  const find = (typeName: TypeName, id: string | undefined) => nodes[typeName].find((node) => node.id === id);
  const findAll = (typeName: TypeName, ids: readonly string[] = []) => [
    ...new Set(ids.map((id) => find(typeName, id)).filter((node) => node !== undefined)),
  ];
  const assign = (typeName: TypeName, id: string, fields: object) =>
    Object.assign(find(typeName, id) as Node, fields) as Node;
  const byAge = articles.toSorted((a, b) => compare(a.published, b.published) || compare(a.id, b.id));

  for (const { id, title, url, publisher, language, license, citation, published, text, ...content } of articles) {
    // A text of the worlds is so short that its first words are all of it.
    const day = published.slice(0, 10);
    const said = { title: title ?? text, url, publisher, language, license, citation, published: day, text };
    assign('Article', id, {
      ...said,
      publishedAt: published,
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
  const mentioning = (list: 'incidents' | 'actors' | 'locations', node: Node) =>
    nodes.Article.filter((article) => article[list].includes(node));
  /** Returns the language of the newest article for which `says` is true. */
  const languageOf = (says: (article: Article) => boolean | undefined) => byAge.findLast(says)?.language;
  const named = (list: 'actors' | 'locations', id: string, name: string, aliases: readonly string[]) =>
    fieldsOf(
      ...[name, ...aliases].map((text, i): Written => {
        const says = (article: Article) =>
          article[list]?.some((it) => it.id === id && [it.name, ...(it.aliases ?? [])].includes(text));
        return [text, languageOf(says), i === 0 ? 'n' : 'a'];
      }),
    );

  for (const { _id, name, aliases, kind, point, partOf } of fold.locations) {
    const [longitude, latitude] = point?.coordinates ?? [];
    const words = named('locations', _id, name, aliases);
    const fields = { name, aliases, kind, words, point: point && { latitude, longitude } };
    assign('Location', _id, { ...fields, partOf: find('Location', partOf) });
  }
  const ownCountry = ({ id }: Node) =>
    byAge.flatMap(({ locations = [] }) => locations.filter((it) => it.id === id && it.country)).at(-1)?.country;
  for (const location of nodes.Location) {
    location.ancestors = chain(location.partOf);
    location.country = chain(location)
      .map(ownCountry)
      .find((code) => code !== undefined);
    location.contains = nodes.Location.filter((other) => other.partOf === location);
    location.articles = mentioning('locations', location);
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
    const { subtype, occurrence } = incident;
    const tells = (stating: 'title' | 'summary') => (article: Article) =>
      article.incidents?.some((it) => it.id === _id && it[stating] !== undefined);
    const names = new Set(given.filter(tells('title')).map(({ id }) => id));
    const tellsTitle = names.size > 0 ? ({ id }: Article) => names.has(id) : tells('title');
    assign('Incident', _id, {
      ...{ title, summary, scope, type, methods, weapons, outcome, count, date, locationPrecision },
      ...{ subtype, occurrence },
      location: find('Location', incident.location),
      partOf: find('Incident', incident.partOf),
      places: incident.places.map((part) => ({ ...part, location: find('Location', part.location) })),
      targets: incident.targets.map((part) => ({ ...part, location: find('Location', part.location) })),
      participants: incident.participants.map((part) => ({ ...part, actor: find('Actor', part.actor) })),
      casualties: incident.casualties.map((part) => ({
        ...part,
        actor: find('Actor', part.actor),
        assertedBy: findAll('Statement', part.assertedBy),
        deniedBy: findAll('Statement', part.deniedBy),
      })),
      links: incident.links.map((link) => ({ ...link, incident: find('Incident', link.incident) })),
      words: fieldsOf(
        [title, languageOf(tellsTitle), 'n'],
        [summary, languageOf(tells('summary')), 's'],
        ...incident.targets.map(({ name }): Written => {
          const names = (article: Article) =>
            article.incidents?.some((it) => it.id === _id && it.targets?.some((target) => target.name === name));
          return [name, languageOf(names), 't'];
        }),
      ),
    });
  }
  for (const { _id, article, place, type, text, quote, mode, date, condition, ...refers } of fold.statements) {
    const carrier = find('Article', article) as Node;
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
  for (const statement of nodes.Statement) {
    const own = links.filter(({ from, to }) => from === statement.id && find('Statement', to));
    const distinct = own.filter(
      (link, i) => own.findIndex(({ type, to }) => link.type === type && link.to === to) === i,
    );
    statement.links = distinct.map(({ type, to }) => ({ type, statement: find('Statement', to) }));
  }
  for (const statement of nodes.Statement)
    statement.linkedFrom = nodes.Statement.filter((other) =>
      other.links.some((link: any) => link.statement === statement),
    );
  for (const actor of nodes.Actor) {
    actor.members = nodes.Actor.filter((other) =>
      other.affiliations.some(({ type, actor: to }: any) => to === actor && /^(MEMBER_OF|PART_OF)$/.test(type)),
    );
    actor.incidents = nodes.Incident.filter(({ participants }) => participants.some((it: any) => it.actor === actor));
    actor.statements = nodes.Statement.filter((it) => it.speaker === actor || it.onBehalfOf === actor);
    actor.statementsAbout = nodes.Statement.filter(({ actors }) => actors.includes(actor));
    actor.articles = mentioning('actors', actor);
  }
  for (const incident of nodes.Incident) {
    incident.articles = mentioning('incidents', incident);
    const reporting = articles.filter(({ incidents = [] }) =>
      incidents.some(({ id, mention }) => id === incident.id && !mention),
    );
    incident.publisherCount = new Set(reporting.map(({ publisher }) => publisher)).size;
    incident.parts = nodes.Incident.filter(({ partOf }) => partOf === incident);
    incident.linkedFrom = nodes.Incident.filter(({ links }) => links.some((link: any) => link.incident === incident));
    const about = chain(incident);
    incident.statements = nodes.Statement.filter(({ incidents }) => about.some((each) => incidents.includes(each)));
    incident.responsibility = responsibilityOf(incident.statements);
    const happened = incident.occurrence === 'HAPPENED';
    incident.killed = happened ? totalOf(incident, 'KILLED') : undefined;
    incident.injured = happened ? totalOf(incident, 'INJURED') : undefined;
  }
  for (const statement of nodes.Statement)
    statement.concerns = nodes.Incident.filter((incident) =>
      chain(incident).some((each) => statement.incidents.includes(each)),
    );
  for (const location of nodes.Location)
    location.incidents = nodes.Incident.filter((incident) => chain(incident.location, 'partOf').includes(location));
  const sites = nodes.Incident.flatMap((incident) => [
    ...(incident.location ? [{ incident, role: 'SITE', at: incident.location }] : []),
    ...incident.places.map(({ role, location }: any) => ({ incident, role, at: location })),
  ]);
  for (const location of nodes.Location) location.sites = sites;
  return nodes;
}

/** Returns the children of a node along a connection, with its arguments applied. */
export function childrenOf(node: Node, field: string, { role, type, includeWhole, includeContained }: any): Node[] {
  const children: Node[] = node[field];
  if (role && node.typeName === 'Location') {
    const isHere = ({ at }: any) => (includeContained === false ? at === node : chain(at).includes(node));
    return node.sites
      .filter((site: any) => role.includes(site.role) && isHere(site))
      .map((site: any) => site.incident)
      .filter(isFirst);
  }
  if (role) {
    const hasRole = (part: any) => part.actor === node && role.includes(part.role);
    return children.filter(({ participants }) => participants.some(hasRole));
  }
  if (type) {
    const isLink = (link: any) => (link.incident ?? link.statement) === node && type.includes(link.type);
    return children.filter(({ links }) => links.some(isLink));
  }
  if (includeWhole === false) return children.filter(({ incidents }) => incidents.includes(node));
  if (includeContained === false) return children.filter(({ location }) => location === node);
  return children;
}

function isFirst(node: Node, index: number, all: readonly Node[]): boolean {
  return all.indexOf(node) === index;
}

/** Returns a node and its ancestors, nearest first. */
export function chain(node: Node | undefined, up = 'partOf'): Node[] {
  return node ? [node, ...chain(node[up], up)] : [];
}

export function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Undefined where nobody states any. Without a most where one of the entries has none, and likewise without a best. */
function totalOf({ casualties }: Node, kind: string) {
  const counts = casualties.filter((each: any) => each.kind === kind && !each.within).map((each: any) => each.count);
  const sum = (numbers: (number | undefined)[]) =>
    numbers.some((number) => number === undefined) ? undefined : numbers.reduce((a = 0, b = 0) => a + b, 0);
  if (counts.length === 0) return undefined;
  return {
    min: sum(counts.map(({ min }: any) => min)),
    max: sum(counts.map(({ max }: any) => max)),
    best: sum(counts.map(({ min, max, best }: any) => best ?? (min === max ? min : undefined))),
  };
}

function responsibilityOf(statements: Node[]) {
  const voice = ({ onBehalfOf, speaker }: Node) => [onBehalfOf ?? speaker].filter((actor) => actor !== undefined);
  return {
    claimedBy: newestByActor(statements, ['CLAIM_OF_RESPONSIBILITY'], voice),
    deniedBy: newestByActor(statements, ['DENIAL_OF_RESPONSIBILITY'], voice),
    attributedTo: newestByActor(statements, ['ATTRIBUTION'], ({ actors }) => actors),
  };
}

function newestByActor(statements: Node[], types: string[], actorsOf: (statement: Node) => Node[]) {
  const newestFirst = statements
    .filter(({ type }) => types.includes(type))
    .sort(
      (a, b) =>
        compare(b.article.publishedAt, a.article.publishedAt) ||
        compare(b.article.id, a.article.id) ||
        b.place - a.place,
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
