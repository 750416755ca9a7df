import type { FastifyRequest } from 'fastify';
import { Kind, type TypeNode } from 'graphql';
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { RawJson } from '../../api/raw-json.ts';
import type { RequestPlugin } from '../unite-plugins.ts';
import { bodyText } from './json-body.ts';

/**
 * Replaces variables of the type `scalar` by `RawJson`: the slice of the request body, or of the query string, that
 * contains them. Their own parser checks depth and validity.
 */
export function rawJsonVariables(scalar: string): RequestPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, request, contextValue }) {
          for (const { variable, type } of operation?.variableDefinitions ?? []) {
            const name = variable.name.value;
            const given = request.variables ?? {};
            if (namedType(type) !== scalar || !Object.hasOwn(given, name) || given[name] === null) continue;
            const variables = variablesText(contextValue.http);
            const text = variables && rawMember(variables, name);
            if (text === undefined) throw new Error(`The variable ${name} is missing from the request`);
            request.variables = { ...given, [name]: new RawJson(text) };
          }
        },
      };
    },
  };
}

/** The JSON text of all variables. A request by GET has no body. */
function variablesText(http: FastifyRequest): string | undefined {
  const body = bodyText(http);
  if (body !== undefined) return rawMember(body, 'variables');
  const { variables } = http.query as { variables?: unknown };
  return typeof variables === 'string' ? variables : undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/**
 * Returns the text of a member of a JSON object, trimmed; undefined if it has none. Of duplicate keys the last one
 * counts, as in `JSON.parse`. `json` must be valid. It may be nested to any depth, where `parseTree` would overflow the
 * stack.
 */
function rawMember(json: string, key: string): string | undefined {
  const scanner = createScanner(json, true);
  let member: string | undefined;
  scanner.scan(); // the opening brace
  while (nextCharacter(json, scanner) === '"') {
    const name = scanner.getTokenValue();
    scanner.scan(); // the colon
    const value = nextValue(json, scanner);
    if (name === key) member = value;
    scanner.scan(); // the comma, or the closing brace
  }
  return member;
}

function nextValue(json: string, scanner: JSONScanner): string {
  let depth = 0;
  let start: number | undefined;
  do {
    const character = nextCharacter(json, scanner);
    start ??= scanner.getTokenOffset();
    if (character === '{' || character === '[') depth++;
    if (character === '}' || character === ']') depth--;
  } while (depth > 0);
  return json.slice(start, scanner.getPosition());
}

/** The first character of the next token. */
function nextCharacter(json: string, scanner: JSONScanner): string | undefined {
  scanner.scan();
  return json[scanner.getTokenOffset()];
}
