import { GraphQLError } from 'graphql';

/** The client's input is wrong. `argument` is its path, such as `where.id.eq`; `expected` completes "must be". */
export function badUserInput(argument: string, expected: string, found: unknown): GraphQLError {
  return new GraphQLError(`Argument "${argument}" must be ${expected}, but got: ${show(found)}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}

function show(found: unknown): string {
  const json = JSON.stringify(found) ?? String(found);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}
