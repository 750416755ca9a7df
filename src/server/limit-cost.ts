import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import { extendAnswer } from './answer-extensions.ts';
import type { ClientBudget } from './client-limits.ts';
import { costOf, type OperationCost } from './cost.ts';
import type { BudgetState } from './cost-budget.ts';
import { checkInput } from './input-limits.ts';
import { rateMessage, refusalCost, retryAfterSeconds, tellBudget } from './limit-rate.ts';
import { refusal } from './refusals.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Refuses an operation that costs more than `limit` before anything is read for it, and tells each answer's cost in
 * `extensions.cost`; so with one for which its client has too little left of its budget. Variables that are wrong are left
 * to the execution, which refuses them.
 */
export function limitCost(limit: number, budget?: ClientBudget): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      let cost: OperationCost | undefined;
      let state: BudgetState | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue: { http } }) {
          if (!operation) return; // none of the name that was asked for
          for (const [name, value] of Object.entries(request.variables ?? {})) checkInput(name, value);
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
            maxErrors: 1,
          });
          if (!coerced) return;
          cost = costOf(schema, document, operation, coerced);
          if (cost.requested > limit) throw tooCostly(cost, limit);
          state = await budget?.take(http.ip, cost.requested);
          if (state && state.retryAfterMs > 0) throw tooMuch(state);
        },
        async willSendResponse({ response, contextValue: { http } }) {
          if (!cost) budget?.charge(http.ip, refusalCost);
          else extendAnswer(response, { cost: { requested: cost.requested, limit, ...tell(budget, state) } });
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

function tell(budget: ClientBudget | undefined, state: BudgetState | undefined): object | undefined {
  return budget && state && { budget: tellBudget(budget, state) };
}

function tooMuch(state: BudgetState): GraphQLError {
  const seconds = retryAfterSeconds(state);
  return refusal(429, 'RATE_LIMITED', rateMessage(seconds), ['retry-after', String(seconds)]);
}
