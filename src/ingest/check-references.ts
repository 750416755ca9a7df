import { showValue } from '../show-value.ts';
import { type JsonObject, select } from './json-object.ts';
import type { Fault } from './refusal.ts';

const kinds = ['locations', 'actors', 'incidents', 'statements'] as const;
type Kind = (typeof kinds)[number];

/** Where an article refers to what it defines. The links of statements, which may lead out of it, are checked apart. */
const references: [path: `${Kind}/*/${string}`, target: Kind][] = [
  ['locations/*/partOf', 'locations'],
  ['actors/*/affiliations/*/actor', 'actors'],
  ['actors/*/affiliations/*/assertedBy/*', 'statements'],
  ['actors/*/affiliations/*/deniedBy/*', 'statements'],
  ['incidents/*/location', 'locations'],
  ['incidents/*/participants/*/actor', 'actors'],
  ['incidents/*/casualties/*/actor', 'actors'],
  ['incidents/*/links/*/incident', 'incidents'],
  ['incidents/*/partOf', 'incidents'],
  ['statements/*/speaker', 'actors'],
  ['statements/*/onBehalfOf', 'actors'],
  ['statements/*/incidents/*', 'incidents'],
  ['statements/*/actors/*', 'actors'],
];

const slug = /^[a-z0-9-]+$/;

/**
 * Checks that each id is defined once, that each reference is to something the article defines, and that nothing is
 * linked to, a member of or part of itself. A statement's link may name another article's statement.
 */
export function checkReferences(article: JsonObject, articleId: string | undefined): Fault[] {
  const faults: Fault[] = [];
  const ids = new Map(kinds.map((kind) => [kind, checkIds(article, kind, faults)]));
  for (const [path, target] of references) {
    for (const { value, pointer } of select(article, path)) {
      checkReference(value, pointer, target);
    }
  }
  for (const { value, pointer } of select(article, 'statements/*/links/*/statement')) {
    const own = typeof value === 'string' ? ownStatement(value, articleId) : undefined;
    if (own !== undefined) checkReference(own, pointer, 'statements', value);
  }
  return faults;

  function checkReference(value: unknown, pointer: string, target: Kind, written = value): void {
    if (typeof value !== 'string' || !slug.test(value)) return;
    const kind = target.slice(0, -1);
    if (!ids.get(target)?.has(value)) {
      const expected = `the id of ${kind === 'location' || kind === 'statement' ? 'a' : 'an'} ${kind} that this article defines`;
      faults.push({ pointer, expected, found: showValue(written) });
    } else if (ids.get(target)?.get(value) === pointer.split('/', 3).join('/')) {
      faults.push({ pointer, expected: `the id of another ${kind}`, found: showValue(written) });
    }
  }
}

/** The slug of a statement of this article that a link names; undefined when it names another article's. */
function ownStatement(link: string, articleId: string | undefined): string | undefined {
  const [first, second] = link.split('.');
  if (second === undefined) return first;
  return first === articleId ? second : undefined;
}

/** Where each id of a kind is defined: `/actors/0`. */
function checkIds(article: JsonObject, kind: Kind, faults: Fault[]): Map<string, string> {
  const defined = new Map<string, string>();
  for (const { value, pointer } of select(article, `${kind}/*/id`)) {
    if (typeof value !== 'string') continue;
    if (defined.has(value)) {
      faults.push({ pointer, expected: `an id that stands once in ${kind}`, found: `a second ${showValue(value)}` });
    } else {
      defined.set(value, pointer.split('/', 3).join('/'));
    }
  }
  return defined;
}
