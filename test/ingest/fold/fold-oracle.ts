import type { Article } from '../../../src/entities/article/article.ts';
import {
  AffiliationType,
  IncidentLinkType,
  IncidentScope,
  Method,
  Outcome,
  ParticipantRole,
  PlaceRole,
  TargetKind,
} from '../../../src/generated/schema.ts';
import type { Merge } from '../../../src/query/merges.ts';

/** What one definition in an article says; `isOwn` where it names the node by the id that survives. */
interface Report {
  article: Article;
  said: any;
  isOwn: boolean;
}

interface Edge {
  child: string;
  parent: string;
  article: Article;
}

/**
 * Folds articles and merges by a second, slow implementation of the rules: each field separately, from all reports,
 * without renaming articles or keeping anything. Returns entities by id, with the folded fields; absent ones are
 * undefined.
 */
export function foldByRules(articles: readonly Article[], merges: readonly Merge[]) {
  const into = new Map(merges.map((merge) => [merge._id, merge.into]));
  const oldestFirst = articles.toSorted((a, b) => compare(a.published, b.published) || compare(a.id, b.id));

  function survivor(type: string, slug: string): string {
    const chain: string[] = [];
    let id = `${type}:${slug}`;
    for (let next = into.get(id); next !== undefined && !chain.includes(id); next = into.get(id)) {
      chain.push(id);
      id = next;
    }
    const cycle = chain.includes(id) ? chain.slice(chain.indexOf(id)) : [id];
    return (cycle.sort()[0] as string).slice(type.length + 1);
  }

  function reportsOf(type: string, list: 'incidents' | 'actors' | 'locations', id: string): Report[] {
    return oldestFirst.flatMap((article) => {
      const definitions = (article[list] ?? []).filter((each) => survivor(type, each.id) === id);
      const [renamed, own] = [
        definitions.filter((each) => each.id !== id),
        definitions.filter((each) => each.id === id),
      ];
      return [...renamed, ...own]
        .filter((said: any) => said.mention !== true)
        .map((said) => ({ article, said, isOwn: said.id === id }));
    });
  }

  /** The place itself and all that it lies in, nearest first. */
  function withinOf(place: string): string[] {
    const parent = around.get(place);
    return parent === undefined ? [place] : [place, ...withinOf(parent)];
  }

  function idsOf(type: string, list: 'incidents' | 'actors' | 'locations'): string[] {
    return distinct(articles.flatMap((article) => (article[list] ?? []).map(({ id }) => survivor(type, id)))).sort();
  }

  /**
   * Returns parents by child. A cycle is broken at the edge with the oldest report; of one report, at the greater
   * child.
   */
  function partsOf(type: string, list: 'incidents' | 'locations'): Map<string, string> {
    const winning = idsOf(type, list).flatMap((child) => edgeOf(type, list, child) ?? []);
    const edges = new Map(winning.map((edge) => [edge.child, edge]));
    const weakest = [...edges.keys()].flatMap((start) => {
      const walk: Edge[] = [];
      let edge = edges.get(start);
      while (edge && !walk.includes(edge)) {
        walk.push(edge);
        edge = edges.get(edge.parent);
      }
      const cycle = edge ? walk.slice(walk.indexOf(edge)) : [];
      return cycle.sort(byAge).slice(0, 1);
    });
    const followed = [...edges.values()].filter((edge) => !weakest.includes(edge));
    return new Map(followed.map(({ child, parent }) => [child, parent]));
  }

  function edgeOf(type: string, list: 'incidents' | 'locations', child: string): Edge | undefined {
    const newest = reportsOf(type, list, child).findLast(
      ({ said }) => said.partOf && survivor(type, said.partOf) !== child,
    );
    return newest && { child, parent: survivor(type, newest.said.partOf), article: newest.article };
  }

  const incident = (id: string) => {
    const reports = reportsOf('Incident', 'incidents', id);
    const counted = walk(
      reports
        .filter(({ said }) => said.scope || said.count)
        .map(({ said }) => ({ scope: said.scope ?? IncidentScope.EVENT, count: said.count })),
      (held, next) => held.scope === next.scope && !!held.count && (!next.count || isExacter(held.count, next.count)),
    );
    const kind = walk(
      reports.filter(({ said }) => said.type).map(({ said }) => ({ type: said.type, subtype: said.subtype })),
      (held, next) => held.type === next.type && held.subtype !== undefined && next.subtype === undefined,
    );
    const scope = counted?.scope ?? IncidentScope.EVENT;
    const dated = walk(
      reports.flatMap(({ said }) => said.date ?? []),
      isExacterDate,
    );
    const placed = walk(
      reports
        .filter(({ said }) => said.location)
        .map(({ said }) => ({ at: survivor('Location', said.location), how: said.locationPrecision ?? 'UNKNOWN' })),
      (held, next) =>
        held.at === next.at
          ? closeness.indexOf(held.how) < closeness.indexOf(next.how)
          : withinOf(held.at).includes(next.at),
    );
    const casualties = ['KILLED', 'INJURED'].flatMap((kind) =>
      [false, true].flatMap((within) => {
        const lists = reports.map(({ article, said }) =>
          (said.casualties ?? [])
            .filter((it: any) => it.kind === kind && (it.within ?? false) === within)
            .map((it: any) => ({ ...it, article })),
        );
        const stated = lists.filter((list) => list.length > 0);
        return walk(stated, (held, next) => isExacter(total(held), total(next))) ?? [];
      }),
    );
    const dead = casualties.filter((it: any) => it.kind === 'KILLED' && !it.within);
    const happened = (newest(reports, 'occurrence')?.occurrence ?? 'HAPPENED') === 'HAPPENED';
    const places = united(reports, 'places', ({ role, location }) => [role, survivor('Location', location)]);
    const targets = united(reports, 'targets', ({ kind, name, location }) => [
      ...[kind, location === undefined ? '' : survivor('Location', location)],
      ...(name === undefined ? [] : [plain(name)]),
    ]);
    const participants = united(reports, 'participants', ({ actor, role }) => [role, survivor('Actor', actor)]);
    const links = united(reports, 'links', ({ type, incident }) => [type, survivor('Incident', incident)]);
    const weapons = reports.map((report) => ({ ...report, said: { weapons: numbered(report.said.weapons ?? []) } }));
    return {
      title: nameOf(reports, 'title') ?? id,
      summary: newest(reports, 'summary')?.summary,
      scope,
      type: kind?.type ?? 'OTHER',
      subtype: kind?.subtype,
      occurrence: newest(reports, 'occurrence')?.occurrence ?? 'HAPPENED',
      outcome: newest(reports, 'outcome')?.outcome ?? 'UNKNOWN',
      count: quantity(counted?.count ?? (scope === 'EVENT' ? { min: 1, max: 1 } : undefined)),
      date: date(dated),
      location: placed?.at,
      locationPrecision: placed?.how ?? 'UNKNOWN',
      places: places
        .map(({ key: [role, location = ''], said }) => ({ location, role, precision: said.precision ?? 'UNKNOWN' }))
        .filter(({ role, location }) => role !== 'SITE' || location !== placed?.at)
        .sort((a, b) => inOrderOf(PlaceRole)(a.role, b.role) || compare(a.location, b.location)),
      targets: targets
        .map(({ key: [kind, location], said }) => ({
          ...{ kind, name: said.name, location: location || undefined },
          ...{ damage: said.damage ?? 'UNKNOWN', count: quantity(said.count) },
        }))
        .sort(
          (a, b) =>
            inOrderOf(TargetKind)(a.kind, b.kind) ||
            compare(a.location ?? '', b.location ?? '') ||
            compare(plain(a.name ?? ''), plain(b.name ?? '')),
        ),
      targetKinds: distinct(targets.map(({ key: [kind] }) => kind)).sort(inOrderOf(TargetKind)),
      placesWithin: distinct(
        [...(placed ? [['SITE', placed.at]] : []), ...places.map(({ key }) => key)].flatMap(([role, location = '']) =>
          withinOf(location).map((around) => `${role} ${around}`),
        ),
      ).sort(),
      methods: distinct(
        reports.flatMap(({ said }) => [...(said.methods ?? []), ...(said.weapons ?? []).map((it: any) => it.method)]),
      ).sort(inOrderOf(Method)),
      weapons: united(weapons, 'weapons', ({ method, place }) => [method, String(place)])
        .map(({ key: [method], said }) => ({
          method,
          count: quantity(said.count),
          outcome: said.outcome ?? Outcome.UNKNOWN,
          certain: said.certain ?? true,
        }))
        .sort((a, b) => inOrderOf(Method)(a.method, b.method)),
      participants: participants
        .map(({ key: [role, actor = ''], said }) => ({ actor, role, status: said.status, side: said.side }))
        .sort((a, b) => inOrderOf(ParticipantRole)(a.role, b.role) || compare(a.actor, b.actor)),
      casualties: casualties.map((it: any) => ({
        kind: it.kind,
        count: quantity(it.count ?? { min: 1 }),
        demographic: it.demographic,
        within: it.within ?? false,
        actor: it.actor && survivor('Actor', it.actor),
        assertedBy: statementsOf(it.article, it.assertedBy),
        deniedBy: statementsOf(it.article, it.deniedBy),
        article: it.article.id,
      })),
      killed: dead.length > 0 && happened ? total(dead) : undefined,
      links: links
        .map(({ key: [type, incident = ''] }) => ({ type, incident }))
        .filter((link) => link.incident !== id)
        .sort((a, b) => inOrderOf(IncidentLinkType)(a.type, b.type) || compare(a.incident, b.incident)),
      publisherCount: new Set(reports.map(({ article }) => article.publisher)).size,
    };
  };

  const named = (reports: Report[]) => {
    const name = nameOf(reports, 'name');
    const names = distinct(reports.flatMap(({ said }) => [said.name, ...(said.aliases ?? [])]));
    const country = newest(reports, 'country')?.country;
    return { name, aliases: names.filter((each) => each !== name).sort(compare), country };
  };

  const location = (id: string) => {
    const reports = reportsOf('Location', 'locations', id);
    const point = newest(reports, 'point')?.point;
    const coordinates = point && [point.longitude, point.latitude];
    return { ...named(reports), kind: newest(reports, 'kind')?.kind ?? 'OTHER', point: point && { coordinates } };
  };

  const actor = (id: string) => {
    const reports = reportsOf('Actor', 'actors', id);
    const keyOf = ({ type, actor, title = '' }: any) => [type, survivor('Actor', actor), title];
    const affiliations = united(reports, 'affiliations', keyOf).map(({ key, said }) => {
      const by = (list: 'assertedBy' | 'deniedBy') =>
        distinct(
          reports.flatMap(({ article, said }) =>
            (said.affiliations ?? [])
              .filter((it: any) => JSON.stringify(keyOf(it)) === JSON.stringify(key))
              .flatMap((it: any) => (it[list] ?? []).map((statement: string) => `${article.id}.${statement}`)),
          ),
        ).sort(compare);
      const [assertedBy, deniedBy] = [by('assertedBy'), by('deniedBy')];
      const [type, other = '', title = ''] = key;
      const denied = deniedBy.length > 0 && (assertedBy.length > 0 ? 'DISPUTED' : 'DENIED');
      const status = said.status ?? (denied || (assertedBy.length > 0 ? 'ATTRIBUTED' : undefined));
      return { type, actor: other, title: title || undefined, date: date(said.date), status, assertedBy, deniedBy };
    });
    return {
      ...named(reports),
      kind: newest(reports, 'kind')?.kind ?? 'UNIDENTIFIED',
      affiliations: affiliations
        .filter((affiliation) => affiliation.actor !== id)
        .sort(
          (a, b) =>
            inOrderOf(AffiliationType)(a.type, b.type) ||
            compare(a.actor, b.actor) ||
            compare(a.title ?? '', b.title ?? ''),
        ),
    };
  };

  const [wholes, around] = [partsOf('Incident', 'incidents'), partsOf('Location', 'locations')];
  /** What it says itself, else what the nearest place around it says. */
  const countryOf = (place: string | undefined): string | undefined =>
    place === undefined ? undefined : (location(place).country ?? countryOf(around.get(place)));
  const placeOf = (place: string | undefined) =>
    place === undefined ? {} : { country: countryOf(place), area: isArea(location(place).kind) };
  return {
    incidents: idsOf('Incident', 'incidents')
      .map((_id) => ({ _id, ...incident(_id), partOf: wholes.get(_id) }))
      .map((each) => ({ ...each, country: undefined, area: undefined, ...placeOf(each.location) })),
    actors: idsOf('Actor', 'actors').map((_id) => ({ _id, ...actor(_id) })),
    locations: idsOf('Location', 'locations').map((_id) => ({
      ...{ _id, ...location(_id), partOf: around.get(_id) },
      ...placeOf(_id),
    })),
  };
}

/** Returns the newest report that states any of these fields. */
function newest(reports: readonly Report[], ...fields: string[]): any {
  return reports.findLast(({ said }) => fields.some((field) => said[field] !== undefined))?.said;
}

/** The newest that reports call the surviving id; where none names it, the newest that they call another. */
function nameOf(reports: readonly Report[], field: 'name' | 'title'): any {
  return (newest(
    reports.filter(({ isOwn }) => isOwn),
    field,
  ) ?? newest(reports, field))?.[field];
}

/** Oldest to newest, each value takes the place of the one held, unless that one is the more exact. */
function walk<T>(values: readonly T[], isKept: (held: T, next: T) => boolean): T | undefined {
  let held: T | undefined;
  for (const next of values) if (held === undefined || !isKept(held, next)) held = next;
  return held;
}

/** Closest first. */
const closeness = ['EXACT', 'NEAR', 'AREA', 'COUNTRY', 'REGION', 'UNKNOWN'];

/** Whether the other quantity holds this one and begins lower. */
function isExacter(one: any, other: any): boolean {
  return other.min < one.min && (other.max === undefined || (one.max !== undefined && one.max <= other.max));
}

function statementsOf(article: Article, ids: readonly string[] = []): string[] {
  return distinct(ids.map((id) => `${article.id}.${id}`)).sort(compare);
}

function total(casualties: readonly any[]) {
  const counts = casualties.map(({ count }) => count ?? { min: 1 });
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const isOpen = counts.some(({ max }) => max === undefined);
  return { min: sum(counts.map(({ min }) => min)), max: isOpen ? undefined : sum(counts.map(({ max }) => max)) };
}

/** Whether the other date is a month, a year or approximate, and a longer span that holds this one. */
function isExacterDate(one: { edtf: string }, other: { edtf: string }): boolean {
  if (other.edtf.includes('/')) return false;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(other.edtf);
  const [from, to] = daysOf(one.edtf);
  const [start, end] = daysOf(other.edtf);
  if (isDay || from === undefined || to === undefined || start === undefined || end === undefined) return false;
  return start <= from && to <= end && `${start} ${end}` !== `${from} ${to}`;
}

/** The first and the last day, of the forms that tests use; undefined where open. A month here has 30 days. */
function daysOf(edtf: string): [string | undefined, string | undefined] {
  const [first = '', last = first] = edtf.replace('~', '').split('/');
  const start = { 4: `${first}-01-01`, 7: `${first}-01`, 10: first }[first.length];
  const end = { 4: `${last}-12-31`, 7: `${last}-30`, 10: last }[last.length];
  return [start, end];
}

/** Without case and accents, for the names of tests. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The elements of all reports by their keys, each field from the newest that states it. */
function united(reports: readonly Report[], list: string, keyOf: (element: any) => string[]) {
  const elements: any[] = reports.flatMap(({ said }) => said[list] ?? []);
  const keys = distinct(elements.map((element) => JSON.stringify(keyOf(element))));
  return keys.map((key) => {
    const alike = elements.filter((element) => JSON.stringify(keyOf(element)) === key);
    const of = (field: string) => alike.findLast((element) => element[field] !== undefined)?.[field];
    const said = Object.fromEntries(
      [...['status', 'side', 'date', 'count', 'outcome', 'certain'], ...['precision', 'name', 'damage']].map((it) => [
        it,
        of(it),
      ]),
    );
    return { key: JSON.parse(key) as string[], said };
  });
}

/** True or nothing, as it is stored. */
function isArea(kind: string): true | undefined {
  return ['REGION', 'COUNTRY', 'ADMIN1', 'ADMIN2', 'WATER', 'BORDER_AREA'].includes(kind) ? true : undefined;
}

function quantity(stated: any) {
  return stated && { min: stated.min, max: stated.max, best: stated.best, original: stated.original };
}

function date(stated: any) {
  return stated && { edtf: stated.edtf, original: stated.original };
}

/** Returns for each weapon how many of its method precede it. */
function numbered(weapons: readonly any[]): any[] {
  return weapons.map((weapon, index) => ({
    ...weapon,
    place: weapons.slice(0, index).filter(({ method }) => method === weapon.method).length,
  }));
}

function byAge(a: Edge, b: Edge): number {
  const [one, other] = [a.article, b.article];
  return compare(one.published, other.published) || compare(one.id, other.id) || compare(b.child, a.child);
}

function inOrderOf(values: object): (a: any, b: any) => number {
  return (a, b) => Object.values(values).indexOf(a) - Object.values(values).indexOf(b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
