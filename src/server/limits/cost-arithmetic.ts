/** The cost of a part of the operation, for each parent object. */
export interface Cost {
  total: number;
  /** The share of the total that depends on no argument in this part. */
  own: number;
  /** The argument in this part that has the largest share. */
  max?: { cost: number; argument: string } | undefined;
}

export const zeroCost: Readonly<Cost> = { total: 0, own: 0 };
export const oneObject: Readonly<Cost> = { total: 1, own: 1 };

export function sum(costs: readonly Cost[]): Cost {
  return costs.reduce((a, b) => ({ total: a.total + b.total, own: a.own + b.own, max: maxOf(a.max, b.max) }), zeroCost);
}

export function times({ total, own, max }: Cost, size: number): Cost {
  return {
    total: total * size,
    own: own * size,
    max: max && { ...max, cost: max.cost * size },
  };
}

/** Attributes to the argument the share that depends on no inner argument. */
export function decidedBy(argument: string, { total, own, max }: Cost): Cost {
  return { total, own: 0, max: maxOf(max, { cost: own, argument: `(${argument}:)` }) };
}

/**
 * Prefixes the argument with the field: `(first:)` becomes `statements(first:)`, and that becomes
 * `nodes.statements(first:)`.
 */
export function under(name: string, { total, own, max }: Cost): Cost {
  const path = max?.argument;
  return {
    total,
    own,
    max: max && { ...max, argument: path?.startsWith('(') ? `${name}${path}` : `${name}.${path}` },
  };
}

function maxOf(a: Cost['max'], b: Cost['max']): Cost['max'] {
  return a && b ? (b.cost > a.cost ? b : a) : (a ?? b);
}
