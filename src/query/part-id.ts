import { hash } from 'node:crypto';
import type { PartList } from './evidence-key.ts';

/** The lists that may have several elements with one key; these are numbered, as in `DRONE/0`. */
const numberedLists: ReadonlySet<string> = new Set<PartList | 'figures'>(['weapons', 'casualties', 'figures']);

/**
 * Returns the path of an element in its node, from its list and its evidence key: `participants/TARGET/iran`,
 * `weapons/DRONE`, and `weapons/DRONE/1` for the second drone.
 */
export function partPath(list: string, element: string): string {
  const path = `${list}/${element.replace(' ', '/')}`;
  return numberedLists.has(list) && path.endsWith('/0') ? path.slice(0, -2) : path;
}

/** The longest path that an id contains. Only the title of an affiliation can make one longer. */
const maxPath = 250;

/**
 * Returns the id of a part: the id of its owner (a node or an `IncidentReport`) and its path there, such as
 * `Incident:x/participants/TARGET/iran`. It depends on no other field of the part. It is unique among all ids, those of
 * nodes included, and at most 800 code units long.
 */
export function partId(owner: string, path: string): string {
  return `${owner}/${path.length > maxPath ? shorten(path) : path}`;
}

/** Returns the list's name, `#` and 132 bits of a hash. No path is equal to it: in a path, a slash follows the name. */
function shorten(path: string): string {
  return `${path.slice(0, path.indexOf('/'))}#${hash('sha256', path, 'base64url').slice(0, 22)}`;
}
