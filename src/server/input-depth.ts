import { GraphQLError } from 'graphql';

/** More than filters and articles have, and less than a store refuses or the stack holds. */
const maxLevels = 64;

/** Refuses a value whose lists and objects lie deeper within each other than any client needs. */
export function checkDepth(name: string, value: unknown): void {
  if (!isDeeper(value, maxLevels)) return;
  throw new GraphQLError(`"${name}" must have at most ${maxLevels} levels of lists and objects, but has more`, {
    extensions: { code: 'BAD_USER_INPUT', argument: name, http: { status: 400 } },
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
