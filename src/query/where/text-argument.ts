import { badUserInput } from '../../errors/bad-user-input.ts';
import { checkText, InvalidText, parseText, type TextQuery } from '../../text/parse-text.ts';

/** Parses the search text in an argument. Throws `BAD_USER_INPUT` with the argument's path. */
export function parseTextArgument(text: string, argument: string): TextQuery {
  return withPath(text, argument, parseText);
}

/** Throws `BAD_USER_INPUT` for a text that cannot be searched for, whatever its words. */
export function checkTextArgument(text: string, argument: string): void {
  withPath(text, argument, checkText);
}

function withPath<T>(text: string, argument: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof InvalidText ? badUserInput(argument, error.expected, text) : error;
  }
}
