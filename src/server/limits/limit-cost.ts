import { GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { graphqlHttpError } from '../../errors/graphql-http-error.ts';
import { extendAnswer } from '../answer-extensions.ts';
import type { RequestPlugin } from '../unite-plugins.ts';
import { clientAddress } from './client-address.ts';
import type { ClientBudget } from './client-limits.ts';
import { createCostMemory } from './cost-memory.ts';
import { checkInput } from './input-limits.ts';
import type { BudgetState } from './leaky-bucket.ts';
import type { OperationCost } from './operation-cost.ts';
import { budgetExtension, rateLimitMessage, requestErrorCost, retryAfterSeconds } from './rate-limit.ts';

/**
 * Rejects an operation that costs more than `limit`, or more than remains of the client's budget, before it reads
 * anything. Reports the cost in `extensions.cost` of each response. Invalid variables are left to the execution, which
 * rejects them.
 */
export function limitCost(schema: GraphQLSchema, limit: number, budget?: ClientBudget): RequestPlugin {
  const costOf = createCostMemory(schema);
  return {
    async requestDidStart() {
      let cost: OperationCost | undefined;
      let state: BudgetState | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return; // no operation has the requested name
          for (const [name, value] of Object.entries(request.variables ?? {})) checkInput(name, value);
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
            maxErrors: 1,
          });
          if (!coerced) return;
          contextValue.variables = coerced;
          cost = costOf(document, operation, coerced);
          if (cost.requested > limit) throw tooCostly(cost, limit);
          state = await budget?.take(clientAddress(contextValue.http), cost.requested);
          if (state && state.retryAfterMs > 0) throw rateLimited(state);
          contextValue.cost = cost.requested;
        },
        async willSendResponse({ response, contextValue: { http } }) {
          if (!cost) budget?.charge(clientAddress(http), requestErrorCost);
          else
            extendAnswer(response, { cost: { requested: cost.requested, limit, ...budgetExtensionOf(budget, state) } });
        },
      };
    },
  };
}

function tooCostly({ requested, argument }: OperationCost, limit: number): GraphQLError {
  const [cost, max] = [requested, limit].map((each) => each.toLocaleString('en'));
  return new GraphQLError(`The query costs ${cost}, but at most ${max} is allowed: reduce ${argument}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', cost: requested, limit, argument, http: { status: 400 } },
  });
}

function budgetExtensionOf(budget: ClientBudget | undefined, state: BudgetState | undefined): object | undefined {
  return budget && state && { budget: budgetExtension(budget, state) };
}

function rateLimited(state: BudgetState): GraphQLError {
  const seconds = retryAfterSeconds(state);
  return graphqlHttpError(429, 'RATE_LIMITED', rateLimitMessage(seconds), ['retry-after', String(seconds)]);
}
