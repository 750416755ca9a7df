import fc from 'fast-check';
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  typeFromAST,
} from 'graphql';
import { Chance } from '../chance.ts';
import { show } from '../show.ts';
import { anyDocument } from './any-document.ts';
import { AnyValues } from './any-value.ts';
import type { AnyRequest } from './request.ts';
import { smaller } from './smaller.ts';

/**
 * Generates valid documents for a schema, with an operation's name and variables, of which some are wrong. `scalars` has
 * literals of custom scalars that are valid. A counterexample shrinks to a document from which nothing can be removed.
 */
export function anyRequest(
  schema: GraphQLSchema,
  scalars: Record<string, readonly unknown[]> = {},
): fc.Arbitrary<AnyRequest> {
  return new RequestArbitrary(schema, scalars);
}

class RequestArbitrary extends fc.Arbitrary<AnyRequest> {
  readonly #schema: GraphQLSchema;
  readonly #scalars: Record<string, readonly unknown[]>;

  constructor(schema: GraphQLSchema, scalars: Record<string, readonly unknown[]>) {
    super();
    this.#schema = schema;
    this.#scalars = scalars;
  }

  override generate(random: fc.Random): fc.Value<AnyRequest> {
    const chance = new Chance((limit) => random.nextInt(0, limit - 1));
    const values = new AnyValues(this.#schema, chance, this.#scalars);
    const document = anyDocument(this.#schema, chance, values);
    const operation = chance.pick(operationsOf(document));
    const isUnnamed = operationsOf(document).length === 1 ? chance.percent(50) : chance.percent(5);
    const operationName = isUnnamed ? undefined : chance.percent(2) ? 'Unknown' : operation.name?.value;
    const runs = Array.from({ length: 2 }, () => ({
      variables: anyVariables(this.#schema, operation, chance, values),
      seed: chance.below(1000),
    }));
    return new fc.Value(printable({ source: print(document), operationName, runs }), undefined);
  }

  override canShrinkWithoutContext(_: unknown): _ is AnyRequest {
    return false;
  }

  /** `next` is the edit to try first. */
  override shrink(request: AnyRequest, next: unknown): fc.Stream<fc.Value<AnyRequest>> {
    const all = smaller(this.#schema, request, Number(next ?? 0));
    return fc.stream(all).map((less) => new fc.Value(printable(less.request), less.edit));
  }
}

function operationsOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

/** Returns variables; in one of eight runs, one of them is faulty. Some are omitted, and some are not defined. */
function anyVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  chance: Chance,
  values: AnyValues,
): Record<string, unknown> {
  const faulty = chance.percent(12) && variableDefinitions.length > 0 ? chance.pick(variableDefinitions) : undefined;
  const entries = variableDefinitions.flatMap((definition) => {
    const { variable, defaultValue } = definition;
    const type = typeFromAST(schema, definition.type as never) as unknown as GraphQLInputType;
    const isRequired = definition.type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    if (definition === faulty)
      return chance.percent(20) ? [] : [[variable.name.value, values.faultyJson(type)] as const];
    if (!isRequired && chance.percent(30)) return [];
    return [[variable.name.value, values.json(type)] as const];
  });
  if (chance.percent(5)) entries.push(['unknown', 1]);
  return Object.fromEntries(entries);
}

/** Makes fast-check print the request in a readable form. */
function printable(request: AnyRequest): AnyRequest {
  const text = () =>
    `${request.source}\noperation ${request.operationName}\n${request.runs.map((run) => show(run)).join('\n')}`;
  return Object.defineProperty({ ...request }, fc.toStringMethod, { value: text });
}
