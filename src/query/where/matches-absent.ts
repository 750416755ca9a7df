import { definedEntries, type WhereInput } from './operators.ts';

/** Returns whether a filter accepts an absent document; undefined if it tests the fields of one. */
export function matchesAbsent(input: WhereInput): boolean | undefined {
  return allOf(
    definedEntries(input).map(([name, value]) => {
      if (name === 'exists') return value === false;
      if (name === 'areasByCentre') return true;
      if (name === 'and') return allOf((value as WhereInput[]).map(matchesAbsent));
      if (name === 'or') return negated(allOf((value as WhereInput[]).map((each) => negated(matchesAbsent(each)))));
      return name === 'not' ? negated(matchesAbsent(value as WhereInput)) : undefined;
    }),
  );
}

function allOf(answers: (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
