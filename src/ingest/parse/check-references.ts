import { showValue } from '../../errors/show-value.ts';
import { type JsonObject, select } from '../json/json-object.ts';
import type { Fault } from '../json/rejection.ts';
import { explainReference, explainRepeatedId, type Kind } from './hints/explain-id.ts';

const kinds: readonly Kind[] = ['locations', 'actors', 'incidents', 'statements'];

/**
 * The paths at which an article refers to its own entities. Links of statements, which may lead elsewhere, are
 * separate.
 */
const references: [path: `${Kind}/*/${string}`, target: Kind][] = [
  ['locations/*/partOf', 'locations'],
  ['actors/*/affiliations/*/actor', 'actors'],
  ['actors/*/affiliations/*/assertedBy/*', 'statements'],
  ['actors/*/affiliations/*/deniedBy/*', 'statements'],
  ['incidents/*/location', 'locations'],
  ['incidents/*/places/*/location', 'locations'],
  ['incidents/*/targets/*/location', 'locations'],
  ['incidents/*/participants/*/actor', 'actors'],
  ['incidents/*/casualties/*/actor', 'actors'],
  ['incidents/*/casualties/*/assertedBy/*', 'statements'],
  ['incidents/*/casualties/*/deniedBy/*', 'statements'],
  ['incidents/*/links/*/incident', 'incidents'],
  ['incidents/*/partOf', 'incidents'],
  ['statements/*/speaker', 'actors'],
  ['statements/*/onBehalfOf', 'actors'],
  ['statements/*/incidents/*', 'incidents'],
  ['statements/*/actors/*', 'actors'],
];

const slug = /^[a-z0-9-]+$/;

/**
 * Returns the kind of entity to which a pointer refers: `actors` for `/incidents/0/participants/1/actor`; undefined if
 * it is no reference.
 */
export function referenceAt(pointer: string): Kind | undefined {
  const path = pointer.slice(1).replace(/(?<=^|\/)\d+(?=\/|$)/g, '*');
  return references.find(([each]) => each === path)?.[1];
}

/**
 * Returns a fault for each id that is defined twice, each reference to an entity that the article does not define, and
 * each reference of an entity to itself. The link of a statement may name a statement of another article.
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
      const hint = () => explainReference(value, target, article);
      faults.push({ pointer, expected, found: showValue(written), hint });
    } else if (ids.get(target)?.get(value) === pointer.split('/', 3).join('/')) {
      faults.push({ pointer, expected: `the id of another ${kind}`, found: showValue(written) });
    }
  }
}

/** Returns the slug of the statement that a link names; undefined if the statement is another article's. */
function ownStatement(link: string, articleId: string | undefined): string | undefined {
  const [first, second] = link.split('.');
  if (second === undefined) return first;
  return first === articleId ? second : undefined;
}

/** Returns the pointer of the entity with each id of a kind, such as `/actors/0`. Adds a fault for each repeated id. */
function checkIds(article: JsonObject, kind: Kind, faults: Fault[]): Map<string, string> {
  const defined = new Map<string, string>();
  for (const { value, pointer } of select(article, `${kind}/*/id`)) {
    if (typeof value !== 'string') continue;
    if (defined.has(value)) {
      const first = defined.get(value) ?? '';
      const hint = () => explainRepeatedId(first, pointer);
      faults.push({
        pointer,
        expected: `an id that occurs once in ${kind}`,
        found: `a second ${showValue(value)}`,
        hint,
      });
    } else {
      defined.set(value, pointer.split('/', 3).join('/'));
    }
  }
  return defined;
}
