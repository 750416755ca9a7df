import { chain, type Node } from './nodes.ts';

/** `max` is infinite where it is open; `best` is null where nobody gives one. */
interface Number {
  min: number;
  max: number;
  best: number | null;
}

export interface Toll {
  killed: { min: number; max: number | null; best: number | null } | null;
  injured: Toll['killed'];
  killedKnown: number;
  injuredKnown: number;
}

export const ofNoIncidents = { killed: null, injured: null, killedKnown: null, injuredKnown: null };

/** What some incidents add up to. `killed` and `injured` of a node are undefined where nobody states any. */
export function tollOf(incidents: readonly Node[]): Toll {
  return {
    killed: sumOf(incidents, 'killed'),
    injured: sumOf(incidents, 'injured'),
    killedKnown: incidents.filter(({ killed }) => killed !== undefined).length,
    injuredKnown: incidents.filter(({ injured }) => injured !== undefined).length,
  };
}

function sumOf(incidents: readonly Node[], kind: 'killed' | 'injured'): Toll['killed'] {
  const stated = (incident: Node): Number | undefined => incident[kind] && numberFrom(incident[kind]);
  const above = (incident: Node) => chain(incident.partOf).find((each) => incidents.includes(each));
  const numberOf = (incident: Node): Number | undefined => {
    const own = stated(incident);
    const hanging = added(incidents.filter((each) => above(each) === incident).map(numberOf));
    return own && hanging ? greater(own, hanging) : (own ?? hanging);
  };
  const total = added(incidents.filter((each) => above(each) === undefined).map(numberOf));
  if (!total) return null;
  const isVague = incidents.some((each) => stated(each)?.best === null);
  return { min: total.min, max: total.max === Infinity ? null : total.max, best: isVague ? null : total.best };
}

/** An exact number is its own best. */
function numberFrom({ min, max = Infinity, best = min === max ? min : null }: any): Number {
  return { min, max, best };
}

function added(numbers: (Number | undefined)[]): Number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  if (known.length === 0) return undefined;
  return known.reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max, best: (a.best ?? 0) + (b.best ?? 0) }));
}

/** On each end apart. */
function greater(a: Number, b: Number): Number {
  return {
    min: Math.max(a.min, b.min),
    max: Math.max(a.max, b.max),
    best: Math.max(a.best ?? 0, b.best ?? 0),
  };
}
