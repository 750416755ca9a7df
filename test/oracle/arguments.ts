import fc from 'fast-check';
import type { Cells } from './cells.ts';
import type { Summary } from './connections.ts';
import type { TypeName } from './nodes.ts';
import { enumValues } from './schema.ts';
import type { Timeline } from './timeline.ts';

/** The variables of a query for a page of a list, and the arguments and selection that use them. */
export const parametersOf = (typeName: TypeName) =>
  `$where: ${typeName}Where, $orderBy: [${typeName}Order!], $first: Int, $after: String, $last: Int, $before: String`;
export const paging = 'where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before';
export const page = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const anyDay = fc.constantFrom('2023-10-26', '2023-11-12', '2023-11-30', '2024-01-01', '2026-05-05');
const anyTimeline: fc.Arbitrary<Timeline> = fc
  .record({
    interval: fc.constantFrom(...enumValues('Interval')),
    days: fc.tuple(fc.option(anyDay), fc.option(anyDay)),
    empty: fc.boolean(),
  })
  .map(({ days: [a, b], ...timeline }) => ({
    ...timeline,
    ...(a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }),
  }));

export const anyCells: fc.Arbitrary<Cells> = fc.record({
  precision: fc.integer({ min: 1, max: 12 }),
  first: fc.constantFrom(1000, 3, 1),
  areasByCentre: fc.boolean(),
});

/** Generates some of the own arguments of a connection. */
export function anyOwnArguments(from: TypeName, own: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(...own.map((argument) => fc.option(anyArgument(from, argument), { nil: {} })))
    .map((given) => Object.assign({}, ...given));
}

/** Generates an own argument of a connection: `role:` and `type:` take lists of an enum; the others are yes or no. */
function anyArgument(from: TypeName, argument: string): fc.Arbitrary<Record<string, unknown>> {
  const name = argument !== 'role' ? `${from}LinkType` : from === 'Location' ? 'PlaceRole' : 'ParticipantRole';
  const value: fc.Arbitrary<unknown> = argument.startsWith('include')
    ? fc.boolean()
    : fc.uniqueArray(fc.constantFrom(...enumValues(name)), { maxLength: 4 });
  return value.map((given) => ({ [argument]: given }));
}

export function literal(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

export const anySummary = (typeName: TypeName): fc.Arbitrary<Summary> =>
  fc.record({
    by: fc.constantFrom(...enumValues(`${typeName}GroupBy`)),
    first: fc.constantFrom(20, 2, 1),
    orderBy: fc.constantFrom(...enumValues('GroupOrder')),
    timeline: anyTimeline,
    cells: anyCells,
  });
