import type { IncidentInput } from '../../entities/article/article.ts';
import type { Method, TargetKind } from '../../generated/schema.ts';
import type { CrosswalkEntry } from '../crosswalk/entry.ts';
import { gtdAttackTypes } from '../crosswalk/gtd.ts';
import { type GtdTargetType, gtdTargetSubtypes, gtdTargetTypes } from '../crosswalk/gtd-targets.ts';
import { gtdWeaponSubtypes, gtdWeaponTypes } from '../crosswalk/gtd-weapons.ts';
import type { GtdEvent, GtdTarget, GtdWeapon } from './gtd-event.ts';

/** Targets that fight back: Police, Military, Terrorists/Non-State Militia. */
const armed: readonly GtdTargetType[] = [3, 4, 17];

/** Returns type, subtype and methods. The methods of weapons are those of `methodsOf`. */
export function kindOf(event: GtdEvent): Pick<IncidentInput, 'type' | 'subtype' | 'methods'> {
  const [attack = 9] = event.attackTypes;
  const entry: CrosswalkEntry = gtdAttackTypes[attack];
  const isFight = (attack === 1 || attack === 2) && armed.includes(event.targets[0]?.type ?? 20);
  const methods = [
    ...event.attackTypes.flatMap((each): readonly Method[] => (gtdAttackTypes[each] as CrosswalkEntry).methods ?? []),
    ...(isSuicideBombing(event) ? (['SUICIDE_BOMB'] as const) : []),
  ];
  const subtype = isFight ? 'ARMED_CLASH' : attack === 3 ? subtypeOfBombing(event) : entry.subtype;
  return {
    type: isFight ? 'BATTLE' : (entry.type ?? 'OTHER'),
    ...(subtype !== undefined && { subtype }),
    ...(methods.length > 0 && { methods: [...new Set(methods)] }),
  };
}

/** Returns the methods of a weapon; none if it is unknown. */
export function methodsOf({ type, subtype }: GtdWeapon): readonly Method[] {
  if (type === 13) return [];
  const narrower: CrosswalkEntry | undefined = subtype && gtdWeaponSubtypes[subtype];
  return narrower?.methods ?? gtdWeaponTypes[type].methods;
}

/** Returns the kind of the place or thing that was hit; undefined if the target was people. */
export function targetKindOf({ type, subtype }: GtdTarget): TargetKind | undefined {
  const entry: CrosswalkEntry = subtype === undefined ? gtdTargetTypes[type] : gtdTargetSubtypes[subtype];
  return entry.targetKind;
}

/** Returns the names of a weapon: `Explosives: Vehicle`. */
export function nameOfWeapon({ type, subtype }: GtdWeapon): string {
  const narrower = subtype && gtdWeaponSubtypes[subtype].name;
  return `${gtdWeaponTypes[type].name}${narrower === undefined ? '' : `: ${narrower}`}`;
}

/** Returns the names of an attack's types. */
export function nameOfAttack({ attackTypes }: GtdEvent): string {
  return attackTypes.map((each) => gtdAttackTypes[each].name).join(', ');
}

/** Returns the name of a target's type. */
export function nameOfTargetType(type: GtdTargetType): string {
  return gtdTargetTypes[type].name;
}

function subtypeOfBombing(event: GtdEvent): CrosswalkEntry['subtype'] {
  if (isSuicideBombing(event)) return 'SUICIDE_BOMBING';
  const entries = event.weapons.map(
    ({ type, subtype }): CrosswalkEntry => (subtype && gtdWeaponSubtypes[subtype]) ?? gtdWeaponTypes[type],
  );
  return entries.find((each) => each.subtype !== undefined)?.subtype;
}

function isSuicideBombing({ isSuicide, attackTypes, weapons }: GtdEvent): boolean {
  return isSuicide && (attackTypes.includes(3) || weapons.some(({ type }) => type === 6));
}
