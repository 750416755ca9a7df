import type { ActorInput } from '../../article/article.ts';
import type { ActorKind } from '../../generated/schema.ts';
import { countryOf } from '../countries.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import { isVisible } from './ged-event.ts';

/**
 * The actors of a side. Several that fought together are one joined string: `Government of X, Government of Y`. A
 * government is named after what its country is called today.
 */
export function actorsOfSide(side: string): ActorInput[] {
  return namesOfSide(side).map(actorOf);
}

/** The names as the side writes them, by which they are quoted. */
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

/** Abbreviations mean other things to others: `ucdp-is`, but `ahrar-al-sham`. */
function idOf(name: string): string {
  return /\p{Ll}/u.test(name) ? slugOf(name) : joinSlugs('ucdp', slugOf(name));
}

function kindOf(name: string): ActorKind {
  if (name === 'Civilians' || /^Supporters of |insurgents$|protesters$/.test(name)) return 'COLLECTIVE';
  return 'ARMED_GROUP';
}
