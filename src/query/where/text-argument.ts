import { badUserInput } from '../../errors/bad-user-input.ts';
import { InvalidText, parseText, type TextQuery } from '../../text/parse-text.ts';

/** Parses the search text in an argument. Throws `BAD_USER_INPUT` with the argument's path. */
export function parseTextArgument(text: string, argument: string): TextQuery {
  try {
    return parseText(text);
  } catch (error) {
    throw error instanceof InvalidText ? badUserInput(argument, error.expected, text) : error;
  }
}
