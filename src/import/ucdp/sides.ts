import type { ActorInput } from '../../entities/article/article.ts';
import type { ActorKind } from '../../generated/schema.ts';
import { countryOf } from '../countries.ts';
import { isVisible } from '../row-reader.ts';
import { joinSlugs, slugOf } from '../slug.ts';

/**
 * Returns the actors of a side. Several that fought together are joined by commas: `Government of X, Government of Y`.
 * A government gets the present name of its country.
 */
export function actorsOfSide(side: string): ActorInput[] {
  return namesOfSide(side).map(actorOf);
}

/** Returns the names as written, so that they can be quoted. */
export function namesOfSide(side: string): string[] {
  return [...new Set(side.split(',').map((name) => name.trim()))].filter(isVisible);
}

function actorOf(written: string): ActorInput {
  const [, of] = /^Government of (.+)$/.exec(written) ?? [];
  if (of === undefined) return { id: idOf(written), name: written, kind: kindOf(written) };
  const country = countryOf(of);
  const name = `Government of ${country.name}`;
  return {
    id: slugOf(name),
    name,
    ...(name !== written && { aliases: [written] }),
    kind: 'GOVERNMENT',
    ...(country.code !== undefined && { country: country.code }),
  };
}

/** Makes an id. Abbreviations are ambiguous and get a prefix: `ucdp-is`, but `ahrar-al-sham`. */
function idOf(name: string): string {
  return /\p{Ll}/u.test(name) ? slugOf(name) : joinSlugs('ucdp', slugOf(name));
}

function kindOf(name: string): ActorKind {
  if (name === 'Civilians' || /^Supporters of |insurgents$|protesters$/.test(name)) return 'COLLECTIVE';
  return 'ARMED_GROUP';
}
