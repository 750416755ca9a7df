import { setImmediate } from 'node:timers/promises';
import { type DocumentNode, type ExecutionResult, execute, getOperationAST, validate } from 'graphql';
import { createExecutor } from '../../../src/execution/executor.ts';
import { type AnyRequest, parseRequest, type Run } from '../documents/request.ts';
import { show, showError } from '../show.ts';
import { WorldContext } from '../world/context.ts';
import { entity } from '../world/values.ts';
import { createWorld } from '../world/world.ts';
import { differenceOf, type Expected } from './compare-results.ts';
import { createErrorFinder } from './every-error.ts';
import { ResponseTypes } from './response-types.ts';

/** The schema of the world, for the generator of requests. */
export const worldSchema = createWorld();

const finder = createErrorFinder(createWorld());

/** The number of queries that graphql-js executed, by reason. */
export type Fallbacks = Map<string, number>;

/**
 * Creates a check that throws if the results of the executor and of graphql-js differ for a request. One executor serves
 * all requests. It gets all runs of a request at the same time, with one parsed document, in a world with promises. Every
 * second request is repeated in a world without them.
 *
 * graphql-js runs in a world without promises only: it leaves some rejections unhandled, and which of several errors it
 * reports depends on timing.
 */
export function createCheck(fallbacks: Fallbacks): (request: AnyRequest) => Promise<void> {
  let fellBack = 0;
  const executor = createExecutor(worldSchema, {
    onFallback(reason) {
      fellBack++;
      fallbacks.set(reason, (fallbacks.get(reason) ?? 0) + 1);
    },
  });

  return async (request) => {
    const document = parseRequest(request);
    const expected = request.runs.map((run) => expectedOf(request, document, run));
    const seed = request.runs[0]?.seed ?? 0;
    const unhandled: unknown[] = [];
    const onUnhandled = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', onUnhandled);
    try {
      for (const isLate of seed % 2 === 0 ? [true, false] : [true]) {
        const before = fellBack;
        const contexts = request.runs.map(({ seed }) => new WorldContext(seed, isLate));
        const results = await Promise.all(
          request.runs.map((run, index) =>
            executor.execute(requestOf(request, document, run, contexts[index] as WorldContext)),
          ),
        );
        while (contexts.some(({ pending }) => pending > 0)) await setImmediate();
        await setImmediate();
        for (const [index, result] of results.entries()) {
          const wanted = expected[index] as Expected & Calls;
          const difference =
            differenceOf(result, wanted) ??
            tooManyCalls((contexts[index] as WorldContext).calls, wanted.calls) ??
            (unhandled.length > 0 && fellBack === before ? `Unhandled: ${unhandled.map(String)}` : undefined);
          if (difference) {
            expectValid(document);
            throw new Error(report(difference, request.runs[index] as Run, isLate, result, wanted.result));
          }
        }
      }
    } finally {
      process.off('unhandledRejection', onUnhandled);
    }
  };
}

function expectValid(document: DocumentNode): void {
  const [error] = validate(worldSchema, document);
  if (error) throw new Error(`The document is invalid: ${error.message}`);
}

interface Calls {
  /** How often each resolver is called if no error stops it. */
  calls: ReadonlyMap<string, number>;
}

function expectedOf(request: AnyRequest, document: DocumentNode, run: Run): Expected & Calls {
  const context = new WorldContext(run.seed, false);
  const args = requestOf(request, document, run, context);
  const result = execute({ schema: worldSchema, ...args }) as ExecutionResult;
  const operation = getOperationAST(document, request.operationName);
  if (!operation || result.data === undefined) return { result, types: undefined, errors: [], calls: new Map() };
  const types = new ResponseTypes(worldSchema, document, operation);
  const contextValue = new WorldContext(run.seed, false);
  const errors = finder.find({ ...args, contextValue, rootValue: rootOf(contextValue) }, types);
  const expected = { result, types, errors, calls: contextValue.calls };
  const difference = differenceOf(result, expected);
  if (difference) throw new Error(`graphql-js itself: ${report(difference, run, false, result, result)}`);
  return expected;
}

function requestOf({ operationName }: AnyRequest, document: DocumentNode, run: Run, contextValue: WorldContext) {
  return { document, operationName, variableValues: run.variables, contextValue, rootValue: rootOf(contextValue) };
}

function rootOf(context: WorldContext) {
  return entity(context, 'Query', '0-root');
}

function tooManyCalls(calls: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): string | undefined {
  for (const [call, count] of calls) {
    const most = expected.get(call) ?? 0;
    if (count > most) return `${call} was resolved ${count} times, not ${most}`;
  }
  return undefined;
}

function report(
  difference: string,
  run: Run,
  isLate: boolean,
  result: ExecutionResult,
  expected: ExecutionResult,
): string {
  const shown = ({ data, errors }: ExecutionResult) =>
    `${show(data, 2)}\n${errors?.map(showError).join('\n') ?? 'no errors'}`;
  return [
    difference,
    `with ${show(run)}, ${isLate ? 'with' : 'without'} promises`,
    `the executor: ${shown(result)}`,
    `graphql-js: ${shown(expected)}`,
  ].join('\n');
}
