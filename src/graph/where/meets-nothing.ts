import { given, type WhereInput } from './operators.ts';

/** Whether there being nothing meets a filter; undefined where that says nothing about it. */
export function meetsNothing(input: WhereInput): boolean | undefined {
  return allOf(
    given(input).map(([name, value]) => {
      if (name === 'exists') return value === false;
      if (name === 'and') return allOf((value as WhereInput[]).map(meetsNothing));
      if (name === 'or') return negated(allOf((value as WhereInput[]).map((each) => negated(meetsNothing(each)))));
      return name === 'not' ? negated(meetsNothing(value as WhereInput)) : undefined;
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
