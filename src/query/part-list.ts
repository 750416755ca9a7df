import { badUserInput } from '../errors/bad-user-input.ts';
import { createFieldMemory, type FieldInfo } from './field-info.ts';
import { parseSize } from './page-arguments.ts';

/** The arguments of a list of parts, as GraphQL passes them. */
export interface PartArguments {
  first?: number | null;
  after?: string | null;
}

/** The number of parts that a list returns if `first` is omitted. */
export const defaultSizes = {
  parts: 100,
  evidence: 10,
  articleEvidence: 1000,
  reports: 20,
  responsibility: 20,
} as const;

const maxFirst = 1000;

/** Returns `first`, from 1 to 1,000, or the default. */
export function parsePartSize({ first }: PartArguments, defaultSize: number): number {
  return parseSize('first', first ?? defaultSize, maxFirst);
}

/**
 * Returns the first parts of a list, or those after the part with the id `after`. An unknown id is an error. `toPart`
 * makes a part of an element, and only of those that are returned, unless it has to look for `after`.
 */
export function takeParts<E, T extends { id: string }>(
  elements: readonly E[],
  toPart: (element: E, index: number) => T,
  args: PartArguments,
  info: FieldInfo,
  defaultSize: number = defaultSizes.parts,
): T[] {
  const size = parsePartSize(args, defaultSize);
  const { after } = args;
  if (after == null) return elements.slice(0, size).map(toPart);
  const parts = elements.map(toPart);
  const index = parts.findIndex(({ id }) => id === after);
  if (index < 0) throw unknownPart(after, info);
  return parts.slice(index + 1, index + 1 + size);
}

const unknownParts = createFieldMemory<Error>();

/** Returns the error for an `after` that is the id of no part in the list: one for all parents of a field. */
export function unknownPart(after: string, info: FieldInfo): Error {
  return unknownParts(info, () => badUserInput('after', 'the id of an element of this list', after));
}
