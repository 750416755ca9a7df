import type { CasualtyInput, QuantityInput } from '../../entities/article/article.ts';
import type { CasualtyKind } from '../../generated/schema.ts';
import type { GtdCount, GtdEvent } from './gtd-event.ts';

/** A casualty and the words that say so. */
export interface CasualtyInWords {
  casualty: CasualtyInput;
  words: string;
}

/**
 * Returns the people killed, injured, taken hostage and released. Attackers are counted apart from the others if both
 * numbers are known and fit together; the parts then add up to the total.
 */
export function casualtiesOf(event: GtdEvent): CasualtyInWords[] {
  const { isTakingHostages, hostages, released } = event;
  return [
    ...partsOf('KILLED', 'Killed', event.killed),
    ...partsOf('INJURED', 'Injured', event.injured),
    ...(isTakingHostages ? [part('CAPTURED', 'Hostages', hostages)] : []),
    ...(isTakingHostages && released !== undefined ? [part('RELEASED', 'Released', released)] : []),
  ];
}

function partsOf(kind: CasualtyKind, word: string, { all, attackers }: GtdCount): CasualtyInWords[] {
  const ofAttackers = part(kind, `${word}, attackers`, attackers, 'ATTACKER');
  // No attackers among an unknown number of people is no number of people.
  if (all === undefined) return attackers ? [ofAttackers] : [];
  if (attackers === undefined || attackers === 0 || attackers > all) return [part(kind, word, all)];
  if (attackers === all) return [ofAttackers];
  return [part(kind, `${word}, others`, all - attackers), ofAttackers];
}

function part(
  kind: CasualtyKind,
  word: string,
  number: number | undefined,
  group?: CasualtyInput['group'],
): CasualtyInWords {
  const count = number === undefined ? undefined : quantityOf(number);
  const words = `${word}: ${count ? (count.original ?? count.min) : 'number unknown'}`;
  return { casualty: { kind, ...(count && { count }), ...(group && { group }) }, words };
}

/** A fraction, of a total that was divided among incidents, lies between two whole numbers. */
function quantityOf(number: number): QuantityInput {
  const [min, max] = [Math.floor(number), Math.ceil(number)];
  return min === max ? { min, max } : { min, max, original: String(Math.round(number * 100) / 100) };
}
