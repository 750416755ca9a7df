import { GraphQLError } from 'graphql';

/** More than filters and articles need, and less than would exceed the store's limit or overflow the stack. */
const maxLevels = 64;
/**
 * Allows several lists of the max length of 1,000. From this number of conditions on, planning a filter takes a second.
 */
const maxValues = 5000;

/**
 * Checks the nesting and the number of values in an argument or variable.
 *
 * @throws GraphQLError with `BAD_USER_INPUT` if it exceeds what any client needs.
 */
export function checkInput(name: string, value: unknown): void {
  let values = 0;

  function check(each: unknown, levels: number): void {
    if (++values > maxValues) throw tooMuch(name, `${maxValues.toLocaleString('en')} values`);
    if (typeof each !== 'object' || each === null) return;
    if (levels === 0) throw tooMuch(name, `${maxLevels} levels of lists and objects`);
    for (const inner of Object.values(each)) check(inner, levels - 1);
  }

  check(value, maxLevels);
}

function tooMuch(name: string, limit: string): GraphQLError {
  return new GraphQLError(`"${name}" must have at most ${limit}, but has more`, {
    extensions: { code: 'BAD_USER_INPUT', argument: name, http: { status: 400 } },
  });
}
