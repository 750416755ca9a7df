import { GraphQLError } from 'graphql';

/** More than filters and articles have, and less than a store refuses or the stack holds. */
const maxLevels = 64;
/** Some lists of a thousand, which is what one may hold; from so many conditions on, to plan a filter takes a second. */
const maxValues = 5000;

/** Refuses a value that holds more than any client needs: lists and objects within each other, or values in all. */
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

function tooMuch(name: string, most: string): GraphQLError {
  return new GraphQLError(`"${name}" must have at most ${most}, but has more`, {
    extensions: { code: 'BAD_USER_INPUT', argument: name, http: { status: 400 } },
  });
}
