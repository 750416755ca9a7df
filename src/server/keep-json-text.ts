import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type TypeNode } from 'graphql';
import { JsonText } from '../json-text.ts';
import { bodyText } from './json-body.ts';
import { memberText } from './member-text.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Hands variables of the type `scalar` on as `JsonText`: the slice of the request's body that they stand in. Comes before
 * every plugin that looks at the variables: how deep such a value is, and whether it is right, its own parser says.
 */
export function keepJsonText(scalar: string): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, request, contextValue }) {
          for (const { variable, type } of operation?.variableDefinitions ?? []) {
            const name = variable.name.value;
            if (namedType(type) !== scalar || (request.variables?.[name] ?? null) === null) continue;
            const variables = memberText(bodyText(contextValue.http) ?? '', 'variables');
            const text = variables && memberText(variables, name);
            if (text === undefined) throw new Error(`The variable ${name} does not stand in the body`);
            request.variables = { ...request.variables, [name]: new JsonText(text) };
          }
        },
      };
    },
  };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
