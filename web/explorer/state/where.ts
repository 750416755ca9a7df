import { subtypesOf } from '../../../src/entities/incident/subtypes.ts';
import type { IncidentWhere } from '../generated/graphql.ts';
import { nowhere } from './conditions.ts';
import type { ExplorerState, FilterName, Side } from './explorer-state.ts';

/**
 * Returns the filter of a state. The filters of the list that `without` names are left out: a facet is counted without
 * its own filter, so that a choice does not hide its alternatives. Null if nothing filters.
 */
export function whereOf(state: ExplorerState, ...without: FilterName[]): IncidentWhere | null {
  const names = (Object.keys(conditions) as (keyof typeof conditions)[]).filter((name) => !without.includes(name));
  const parts = names.flatMap((name) => conditions[name](state, without) ?? []);
  return parts.length > 1 ? { and: parts } : (parts[0] ?? null);
}

type Condition = (state: ExplorerState, without: readonly FilterName[]) => IncidentWhere | undefined;

/** What each filter asks for, if it is set. `subtype` belongs to `type`, `role` to `actor`, and `to` to `from`. */
const conditions: Record<Exclude<FilterName, 'subtype' | 'role' | 'to'>, Condition> = {
  q: ({ q }) => (q.trim() ? { text: q } : undefined),
  type: (state, without) => {
    const subtype = without.includes('subtype') ? [] : state.subtype;
    // a type of which subtypes are chosen means these only
    const type = state.type.filter((name) => !subtypesOf[name].some((of) => subtype.includes(of)));
    if (!subtype.length) return type.length ? { type: { in: type } } : undefined;
    return type.length ? { or: [{ type: { in: type } }, { subtype: { in: subtype } }] } : { subtype: { in: subtype } };
  },
  country: ({ country }) => (country.length ? { location: { country: { in: country } } } : undefined),
  actor: ({ actor, role }, without) => {
    const roles = without.includes('role') ? [] : role;
    if (!actor.length && !roles.length) return undefined;
    return {
      participants: {
        some: { ...(actor.length && { actor: { id: { in: actor } } }), ...(roles.length && { role: { in: roles } }) },
      },
    };
  },
  method: ({ method }) => (method.length ? { methods: { some: { in: method } } } : undefined),
  target: ({ target }) => (target.length ? { targets: { some: { kind: { in: target } } } } : undefined),
  outcome: ({ outcome }) => (outcome.length ? { outcome: { in: outcome } } : undefined),
  responsibility: ({ responsibility }) =>
    responsibility.length
      ? oneOf(responsibility.map((side) => ({ responsibility: { [sides[side]]: { some: {} } } })))
      : undefined,
  publisher: ({ publisher }) =>
    publisher.length ? { articles: { some: { publisher: { in: publisher } } } } : undefined,
  from: ({ from, to }) =>
    from || to ? { date: { possibly: { ...(from && { from }), ...(to && { to }) } } } : undefined,
  box: ({ box }) => (box ? { location: { box } } : undefined),
  within: ({ within }) => (within ? { location: { within } } : undefined),
  unplaced: ({ unplaced }) => (unplaced ? nowhere : undefined),
};

function oneOf(wheres: IncidentWhere[]): IncidentWhere {
  const [only] = wheres;
  return only && wheres.length === 1 ? only : { or: wheres };
}

const sides: Record<Side, 'claimedBy' | 'attributedTo' | 'deniedBy'> = {
  claimed: 'claimedBy',
  attributed: 'attributedTo',
  denied: 'deniedBy',
};
