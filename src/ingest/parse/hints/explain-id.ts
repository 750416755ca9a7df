import { foldText } from '../../../text/fold-text.ts';
import { isJsonObject, type JsonObject, select } from '../../json/json-object.ts';
import { editDistance } from '../by-edit-distance.ts';

const maxLength = 120;
const maxCompared = 2_000;

/** The kinds of entities in an article, as the keys of their lists. */
export type Kind = 'locations' | 'actors' | 'incidents' | 'statements';

/**
 * Returns a hint for a value that is not an id: the id to write. `target` is the kind of entity that a reference names;
 * undefined for the entity's own id.
 */
export function explainSlug(value: unknown, target: Kind | undefined, article: unknown): string | undefined {
  if (isJsonObject(value) && typeof value.id === 'string') {
    return `Write the id alone, ${JSON.stringify(value.id)}${target ? `, and define it in ${target}` : ''}`;
  }
  if (typeof value === 'number') return `Write ${JSON.stringify(String(value))}, in quotes`;
  if (typeof value !== 'string') return undefined;
  const named = target && findByName(value, target, article);
  if (named !== undefined) return `This is a name, not an id: write ${JSON.stringify(named)}`;
  const [, typed] = /^(?:Actor|Location|Incident|Statement|Article):(.+)$/.exec(value) ?? [];
  if (typed !== undefined)
    return `Ids in articles have no type: write ${JSON.stringify(slugLike(typed.replace(/^.*\./, '')))}`;
  if (/^[a-z0-9-]+$/.test(value) && value.length > maxLength) return `It has ${value.length} characters`;
  const slug = slugLike(value);
  return slug === '' ? 'Make up an id of letters and digits, such as mosul-dam' : `Write ${JSON.stringify(slug)}`;
}

/** Returns a hint for a reference to an entity that the article does not define. */
export function explainReference(id: string, target: Kind, article: JsonObject): string | undefined {
  const named = findByName(id, target, article);
  if (named !== undefined) return `Write ${JSON.stringify(named)}, the id of the entity with this name`;
  const kinds: Kind[] = ['locations', 'actors', 'incidents', 'statements'];
  const other = kinds.find((kind) => kind !== target && idsOf(kind, article).includes(id));
  const ids = idsOf(target, article);
  const near = nearest(id, ids);
  if (near !== undefined) return `Did you mean ${JSON.stringify(near)}?`;
  if (other !== undefined) return `It is defined in ${other}, not in ${target}`;
  const example = target === 'incidents' ? '"title": "…"' : '"name": "…"';
  const define =
    target === 'statements' ? 'Add it to statements' : `Add { "id": ${JSON.stringify(id)}, ${example} } to ${target}`;
  const known =
    ids.length === 0
      ? ''
      : `; ${target} has ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
  return `${define}${known}`;
}

/**
 * Returns a hint for an id that two entities of an article have. `first` and `second` are pointers: of the first
 * entity, and of the second one's id.
 */
export function explainRepeatedId(first: string, second: string): string {
  return `The first is ${first}/id: combine the two entries if they are the same entity, or choose another id for ${second.replace(/\/id$/, '')}`;
}

function findByName(name: string, kind: Kind, article: unknown): string | undefined {
  const wanted = foldText(name);
  for (const { value } of select(article, `${kind}/*`).slice(0, maxCompared)) {
    if (!isJsonObject(value) || typeof value.id !== 'string') continue;
    const names = [value.name, value.title, ...(Array.isArray(value.aliases) ? value.aliases : [])];
    if (names.some((each) => typeof each === 'string' && foldText(each) === wanted)) return value.id;
  }
  return undefined;
}

function idsOf(kind: Kind, article: unknown): string[] {
  return select(article, `${kind}/*/id`)
    .slice(0, maxCompared)
    .flatMap(({ value }) => (typeof value === 'string' ? value : []));
}

/**
 * Returns the word with the smallest edit distance, which is at most 2 or a third of the length; less for words of up
 * to 3 letters. Undefined if there is none.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  let best = (word.length < 4 ? word.length - 2 : Math.max(2, Math.floor(word.length / 3))) + 1;
  let found: string | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= best) continue;
    const distance = editDistance(word.slice(0, maxLength), candidate.slice(0, maxLength), best);
    if (distance >= best) continue;
    best = distance;
    found = candidate;
  }
  return found;
}

/**
 * Returns a name as an id: folded, with each run of characters other than a to z and 0 to 9 as one `-`, and none at the
 * ends.
 */
export function slugLike(name: string): string {
  return foldText(name)
    .replace(/['’‘ʻʼʽʾʿ`´]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-|-$/g, '');
}
