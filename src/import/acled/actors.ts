import type { ActorInput } from '../../entities/article/article.ts';
import type { ActorKind } from '../../generated/schema.ts';
import { findCountry } from '../countries.ts';
import { type AcledInter, acledInter } from '../crosswalk/acled.ts';
import { joinSlugs, slugOf } from '../slug.ts';

/** Returns the actor of a name. `inter` is the code of a main actor; associated actors have none. */
export function actorOf(name: string, inter: AcledInter | undefined): ActorInput {
  const kind = kindOf(name, inter);
  const country = countryIn(name);
  return {
    id: idOf(name),
    name,
    ...(kind !== undefined && { kind }),
    ...(country !== undefined && { country }),
  };
}

/** Makes an id. Abbreviations are ambiguous and get a prefix: `acled-fano`, but `boko-haram`. */
function idOf(name: string): string {
  return /\p{Ll}/u.test(name) ? slugOf(name) : joinSlugs('acled', slugOf(name));
}

const kindsByName: [RegExp, ActorKind][] = [
  [/^Unidentified /, 'UNIDENTIFIED'],
  [/^(?:Mutiny of |Former )?Military Forces of /, 'MILITARY'],
  [/^(?:Mutiny of |Former )?Police Forces of /, 'POLICE'],
  [/^Government of /, 'GOVERNMENT'],
];

/** The name decides before the code, which depends on the country where the actor acts. */
function kindOf(name: string, inter: AcledInter | undefined): ActorKind | undefined {
  const byName = kindsByName.find(([pattern]) => pattern.test(name))?.[1];
  if (byName !== undefined) return byName;
  if (inter !== undefined) return acledInter[inter].actorKind;
  if (/\b(?:Militia|Armed Group|Rebels)\b/.test(name)) return 'ARMED_GROUP';
  // `Women (Kenya)` and `Labor Group (Spain)` describe people.
  return countryIn(name) === undefined ? undefined : 'COLLECTIVE';
}

/** Returns the code of the country that a name ends with, or whose forces it names. */
function countryIn(name: string): string | undefined {
  const [, inParentheses = ''] = /\(([^()]+)\)$/.exec(name) ?? [];
  const [, ofForces] = forces.exec(name) ?? [];
  return findCountry(ofForces ?? inParentheses)?.code;
}

/** `Military Forces of Ethiopia (2018-) Special Forces`. */
const forces = /^(?:Mutiny of |Former )?(?:Military Forces|Police Forces|Government) of (?:the )?([^()]+) \(\d{4}-/;
