import { badUserInput } from '../errors/bad-user-input.ts';

/** The paging arguments of a connection, as GraphQL passes them. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const defaultSize = 20;
const maxSize = 100;

/** Returns how many items to take and from which end. `first` and `last` are 1 to 100; the default is the first 20. */
export function parsePageSize({ first, last }: PageArguments): { size: number; backwards: boolean } {
  if (first != null && last != null) throw badUserInput('last', 'omitted if first is given', last);
  const backwards = last != null;
  const size = parseSize(backwards ? 'last' : 'first', first ?? last ?? defaultSize, maxSize);
  return { size, backwards };
}

/** Checks a number of items, from 1 to `max`, and returns it. */
export function parseSize(argument: string, size: number, max: number): number {
  if (size < 1 || size > max)
    throw badUserInput(argument, `a whole number from 1 to ${max.toLocaleString('en')}`, size);
  return size;
}
