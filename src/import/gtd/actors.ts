import type { ActorInput } from '../../entities/article/article.ts';
import type { ActorKind } from '../../generated/schema.ts';
import { countryOf, findCountry } from '../countries.ts';
import { gtdTargetTypes } from '../crosswalk/gtd-targets.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import type { GtdGroup, GtdTarget } from './gtd-event.ts';

/** Returns the actor of a group: `Invented Front (IF)` has the alias `IF`. */
export function actorOfGroup(written: string): ActorInput {
  const [, before = written, abbreviation] =
    /^(.+?) \(((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][\w'/-]{1,14})\)$/.exec(written) ?? [];
  return {
    id: idOf(before),
    name: before,
    ...(abbreviation !== undefined && { aliases: [abbreviation] }),
    kind: kindOfGroup(before),
  };
}

/** Returns the group and, if one is named, the part of it that acted. */
export function actorsOfGroup({ name, subgroup }: GtdGroup): [ActorInput] | [group: ActorInput, part: ActorInput] {
  const group = actorOfGroup(name);
  const part = subgroup === '' ? group : actorOfGroup(subgroup);
  return part.id === group.id ? [group] : [group, { ...part, affiliations: [{ type: 'PART_OF', actor: group.id }] }];
}

/**
 * Returns the actor that was targeted, and its words; undefined if nobody is named. Its id begins with its country,
 * because names such as `Police` repeat.
 */
export function actorOfTarget(
  target: GtdTarget,
  country: string,
): { actor: ActorInput; column: 'entity' | 'name' } | undefined {
  if (/^civilians?$/i.test(target.entity || target.name)) {
    const column = target.entity === '' ? 'name' : 'entity';
    return { actor: { id: 'civilians', name: 'Civilians', kind: 'COLLECTIVE' }, column };
  }
  if (target.entity === '') return undefined;
  const nation = findCountry(target.nationality);
  const [, governed] = /^Government of (?:the )?(.+)$/.exec(target.entity) ?? [];
  const state = governed === undefined ? undefined : findCountry(governed);
  const id = state
    ? slugOf(`Government of ${state.name}`)
    : joinSlugs((nation ?? countryOf(country)).id, slugOf(target.entity));
  const code = (state ?? nation)?.code;
  const kind = state ? 'GOVERNMENT' : gtdTargetTypes[target.type].actorKind;
  return {
    actor: { id, name: target.entity, kind, ...(code !== undefined && { country: code }) },
    column: 'entity',
  };
}

/** Makes an id. Abbreviations are ambiguous and get a prefix: `gtd-xlf`, but `invented-front`. */
function idOf(name: string): string {
  return /\p{Ll}/u.test(name) ? slugOf(name) : joinSlugs('gtd', slugOf(name));
}

/** `Invented extremists` are people who have no organization in common. */
const loose =
  /\b(?:extremists|militants|separatists|rebels|gunmen|tribesmen|activists|protesters|insurgents|individual\(s\)|mob|youths?|students?|supporters)$/i;

function kindOfGroup(name: string): ActorKind {
  return loose.test(name) ? 'COLLECTIVE' : 'ARMED_GROUP';
}
