import { type GraphQLResponse, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { badUserInput } from '../../errors/bad-user-input.ts';
import { collectionOf, nodeTypes } from '../../query/node-id.ts';
import type { WhereInput } from '../../query/where/operators.ts';
import { executedFields } from '../limits/executed-fields.ts';
import type { ServerContext } from '../server-context.ts';
import type { RequestPlugin } from '../unite-plugins.ts';
import type { Joining } from './accepted-subscription.ts';
import { withCode } from './live-errors.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface AcceptOptions {
  schema: GraphQLSchema;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/** The max number of errors in variables that are reported. */
const maxErrors = 10;

/**
 * Accepts subscriptions whose context says that they are streamed, and puts them into the context; others get an error.
 * Apollo Server has then checked the operation like any other, and its response is only a placeholder.
 */
export function acceptSubscriptions({ schema, formatError }: AcceptOptions): RequestPlugin {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, operationName, request, source, contextValue }) {
          const { stream, variables, cost } = contextValue;
          const isSubscription = operation?.operation === 'subscription';
          if (!stream && !isSubscription) return null;
          try {
            if (!operation || !isSubscription)
              throw refusal('Only subscriptions are streamed: send queries and mutations by POST');
            if (!stream) throw refusal(notStreamed);
            if (!variables || cost === undefined) return respond(variableErrors(operation, request.variables));
            stream.accepted = {
              ...joiningOf(contextValue, document, operation, variables),
              document,
              source,
              operationName: operationName ?? undefined,
              variables,
              cost,
            };
            return respond([]);
          } catch (error) {
            return respond([error]);
          }
        },
      };
    },
  };

  function variableErrors({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables | undefined) {
    const { errors = [] } = getVariableValues(schema, variableDefinitions, given ?? {}, { maxErrors });
    return errors.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          originalError: error.originalError ?? error,
          extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
        }),
    );
  }

  function respond(errors: readonly unknown[]): GraphQLResponse {
    const formatted = errors.map((error) => {
      const known = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
      const code = known.extensions.code ?? 'INTERNAL_SERVER_ERROR';
      return formatError({ ...known.toJSON(), extensions: { ...known.extensions, code } }, error);
    });
    return {
      http: { headers: new HeaderMap(), ...(errors.length > 0 && { status: 400 }) },
      body: { kind: 'single', singleResult: errors.length > 0 ? { errors: formatted } : { data: null } },
    };
  }

  /** Reads the arguments of the only field. A rule of the validation ensures that there is no other. */
  function joiningOf(
    { entities, filters }: ServerContext,
    document: DocumentNode,
    { selectionSet }: OperationDefinitionNode,
    variables: Variables,
  ): Joining {
    const root = schema.getSubscriptionType();
    const fragments = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    const [node] = root ? executedFields({ schema, fragments, variables }, selectionSet, root) : [];
    const type = nodeTypes.find((each) => collectionOf(each) === node?.name.value);
    const field = node && root?.getFields()[node.name.value];
    if (!type || !field)
      throw refusal('A subscription must select one field that is not left out by @skip or @include');
    const { where, after } = getArgumentValues(field, node, variables) as Arguments;
    if (typeof after === 'number' && after < 0) throw badUserInput('after', 'a revision, which is 0 or more', after);
    const entity = entities[type];
    return { entity, condition: filters.parse(entity, where).condition, after: after ?? undefined };
  }
}

interface Arguments {
  where?: WhereInput | null;
  after?: number | null;
}

function refusal(message: string): GraphQLError {
  return withCode('BAD_REQUEST', message);
}

const notStreamed =
  'Subscriptions are streamed: send Accept: text/event-stream, or use a WebSocket with the subprotocol graphql-transport-ws';
