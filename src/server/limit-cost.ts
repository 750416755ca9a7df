import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import type { GraphContext } from '../context.ts';
import { extendAnswer } from './answer-extensions.ts';
import { costOf, type OperationCost } from './cost.ts';
import { checkDepth } from './input-depth.ts';

/**
 * Refuses an operation that costs more than `limit` before anything is read for it, and tells each answer's cost in
 * `extensions.cost`. Variables that are wrong are left to the execution, which refuses them.
 */
export function limitCost(limit: number): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      let cost: OperationCost | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return; // none of the name that was asked for
          for (const [name, value] of Object.entries(request.variables ?? {})) checkDepth(name, value);
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
            maxErrors: 1,
          });
          if (!coerced) return;
          cost = costOf(schema, document, operation, coerced);
          if (cost.requested > limit) throw tooCostly(cost, limit);
        },
        async willSendResponse({ response }) {
          if (cost) extendAnswer(response, { cost: { requested: cost.requested, limit } });
        },
      };
    },
  };
}

function tooCostly({ requested, argument }: OperationCost, limit: number): GraphQLError {
  const [cost, most] = [requested, limit].map((each) => each.toLocaleString('en'));
  return new GraphQLError(`The query costs ${cost}, and at most ${most} is allowed: ask for less with ${argument}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', cost: requested, limit, argument, http: { status: 400 } },
  });
}
