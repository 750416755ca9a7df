/** What a part of the operation costs for each of the objects around it. */
export interface Cost {
  total: number;
  /** Of the total, what no argument in this part decides. */
  own: number;
  /** Of the arguments in this part, the one that decides most. */
  largest?: { cost: number; argument: string } | undefined;
}

export const nothing: Readonly<Cost> = { total: 0, own: 0 };
export const oneObject: Readonly<Cost> = { total: 1, own: 1 };

export function sum(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (a, b) => ({ total: a.total + b.total, own: a.own + b.own, largest: larger(a.largest, b.largest) }),
    nothing,
  );
}

export function times({ total, own, largest }: Cost, size: number): Cost {
  return {
    total: total * size,
    own: own * size,
    largest: largest && { ...largest, cost: largest.cost * size },
  };
}

/** Leaves to the argument what no argument further inside decides. */
export function decidedBy(argument: string, { total, own, largest }: Cost): Cost {
  return { total, own: 0, largest: larger(largest, { cost: own, argument: `(${argument}:)` }) };
}

/** The cost inside a field as that of the field. The argument is one of its own, `(first:)`, or a path: `nodes.statements(first:)`. */
export function under(name: string, { total, own, largest }: Cost): Cost {
  const path = largest?.argument;
  return {
    total,
    own,
    largest: largest && { ...largest, argument: path?.startsWith('(') ? `${name}${path}` : `${name}.${path}` },
  };
}

function larger(a: Cost['largest'], b: Cost['largest']): Cost['largest'] {
  return a && b ? (b.cost > a.cost ? b : a) : (a ?? b);
}
