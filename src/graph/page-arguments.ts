import { badUserInput } from './errors.ts';

/** The paging arguments of a connection, as GraphQL gives them. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const defaultSize = 20;
const largestSize = 100;

/** How many items to take and from which end; `first` and `last` are 1 to 100, 20 from the start when neither is given. */
export function parsePageSize({ first, last }: PageArguments): { size: number; backwards: boolean } {
  if (first != null && last != null) throw badUserInput('last', 'left out where first is given', last);
  const backwards = last != null;
  const size = parseSize(backwards ? 'last' : 'first', first ?? last ?? defaultSize, largestSize);
  return { size, backwards };
}

/** A number of items, from 1 to `largest`. */
export function parseSize(argument: string, size: number, largest: number): number {
  if (size < 1 || size > largest)
    throw badUserInput(argument, `a whole number from 1 to ${largest.toLocaleString('en')}`, size);
  return size;
}
