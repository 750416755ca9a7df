import type { Value } from '../values/value.ts';

/** An operator that takes the values of its arguments. */
export interface Operator {
  minArguments: number;
  maxArguments: number;
  /** The argument names, if arguments are given by name. The first `minArguments` are required. */
  named?: readonly string[];
  apply(values: Value[]): Value;
}
