import type { Article, IncidentInput, StatementInput } from '../../entities/article/article.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * Adds the facts of a model to those of the rules. An incident with a quote in common is the same: it gains the keys and
 * parts that it lacks, and keeps its own. Returns the objects that were added, by which rejected facts are told.
 */
export function addModelFacts(
  article: Article,
  { incidents, statements }: ModelFacts,
  text: string,
): ReadonlySet<object> {
  const added = new Set<object>();
  const own = [...(article.incidents ?? [])];
  for (const incident of incidents) {
    const same = own.find((each) => sharesQuote(each, incident, text));
    if (same) complete(same, incident, added);
    else {
      incident.id = freeId(incident.id, [...(article.incidents ?? [])]);
      article.incidents = [...(article.incidents ?? []), incident];
      addAll(incident, added);
    }
  }
  for (const statement of statements) {
    const isKnown = (article.statements ?? []).some(
      (each) =>
        each.speaker === statement.speaker && each.type === statement.type && sharesQuote(each, statement, text),
    );
    if (isKnown) continue;
    statement.id = freeId(statement.id, article.statements ?? []);
    article.statements = [...(article.statements ?? []), statement];
    addAll(statement, added);
  }
  return added;
}

const parts = ['targets', 'participants', 'casualties'] as const;

function complete(own: IncidentInput, given: IncidentInput, added: Set<object>): void {
  if (own.type === 'OTHER' && own.subtype === undefined) own.type = given.type ?? 'OTHER';
  if (own.type === given.type && given.subtype !== undefined) own.subtype ??= given.subtype;
  if (given.occurrence !== undefined) own.occurrence ??= given.occurrence;
  if (given.outcome !== undefined) own.outcome ??= given.outcome;
  if (given.date !== undefined) own.date ??= given.date;
  if (own.location === undefined && given.location !== undefined) {
    own.location = given.location;
    if (given.locationPrecision !== undefined) own.locationPrecision = given.locationPrecision;
  }
  if (given.methods) own.methods = [...new Set([...(own.methods ?? []), ...given.methods])];
  for (const key of parts) {
    const list = (own[key] ?? []) as { evidence?: unknown }[];
    const known = new Set(list.map(aboutOf));
    const fresh = ((given[key] ?? []) as { evidence?: unknown }[]).filter((part) => !known.has(aboutOf(part)));
    for (const part of fresh) added.add(part);
    if (fresh.length > 0) own[key] = [...list, ...fresh] as never;
  }
}

/** What a part is about: an actor in a role, a kind of casualty, a kind of target. */
function aboutOf(part: object): string {
  const { actor, role, kind } = part as { actor?: string; role?: string; kind?: string };
  return JSON.stringify([actor, role, kind]);
}

function addAll(entity: IncidentInput | StatementInput, added: Set<object>): void {
  added.add(entity);
  for (const key of parts) for (const part of (entity as IncidentInput)[key] ?? []) added.add(part);
}

function sharesQuote(a: IncidentInput | StatementInput, b: IncidentInput | StatementInput, text: string): boolean {
  return (a.evidence ?? []).some((left) =>
    (b.evidence ?? []).some((right) => {
      if (left.quote.includes(right.quote) || right.quote.includes(left.quote)) return true;
      const [start, other] = [text.indexOf(left.quote), text.indexOf(right.quote)];
      return start < other + right.quote.length && other < start + left.quote.length;
    }),
  );
}

function freeId(wanted: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted.slice(0, 110)}-${count}`;
  return id;
}
