import type { ParticipantRole } from '../../generated/schema.ts';
import type { AcledEvent, AcledSide } from './acled-event.ts';

/** Returns the roles of a side's main actor. Only violence against civilians and demonstrations have known roles. */
export function rolesOf(event: AcledEvent, side: AcledSide): ParticipantRole[] {
  const { eventType, subEventType, isTargetingCivilians } = event;
  const [first, second] = event.sides;
  const other = side === first ? second : first;
  if (eventType === 'Violence against civilians') return side === second ? ['VICTIM'] : ['PERPETRATOR'];
  if (eventType === 'Protests' && side.inter === 'Protesters') {
    return subEventType === 'Excessive force against protesters' ? ['PROTESTER', 'VICTIM'] : ['PROTESTER'];
  }
  if (subEventType === 'Excessive force against protesters') return ['PERPETRATOR'];
  const isDemonstrating =
    side.inter === 'Protesters' || (subEventType === 'Violent demonstration' && side.inter === 'Rioters');
  const demonstrating: ParticipantRole[] = isDemonstrating ? ['PROTESTER'] : [];
  if (isTargetingCivilians && side.inter === 'Civilians') return ['VICTIM'];
  if (isTargetingCivilians && other?.inter === 'Civilians') return [...demonstrating, 'PERPETRATOR'];
  if (isDemonstrating) return demonstrating;
  if (eventType === 'Battles' || eventType === 'Explosions/Remote violence') return ['BELLIGERENT'];
  return ['OTHER'];
}

/**
 * Returns the roles of an associated actor: those of the main actor, which it helped or describes. Civilians beside
 * armed actors were harmed, but not targeted.
 */
export function associatedRolesOf(event: AcledEvent, side: AcledSide, associated: string): ParticipantRole[] {
  const isArmed = side.inter !== 'Civilians' && side.inter !== 'Protesters' && side.inter !== 'Rioters';
  if (associated.startsWith('Civilians') && isArmed) return [event.isTargetingCivilians ? 'VICTIM' : 'BYSTANDER'];
  return rolesOf(event, side);
}
