import { maxHeldBytes, tooMuch } from '../query/sort.ts';
import {
  type Collector,
  type Facet,
  type PipelineContext,
  type Row,
  rowBytes,
  runStages,
  type Stage,
} from '../query/stage.ts';
import { type Dependencies, mergeDependencies } from '../values/dependencies.ts';
import type { Document } from '../values/value.ts';

/**
 * The `$facet` stage of compiled pipelines. Those that group their input get it bit by bit. For the others, it holds its
 * input, which all of them read.
 */
export function facetStage(facets: readonly Facet[]): Stage {
  return { name: '$facet', reads: readsOf(facets), effect: 'ends', keepsOrder: true, facets, run };

  function* run(source: Iterable<Row>, context: PipelineContext): Generator<Row> {
    const runs = facets.map(({ name, inner }) => ({ name, inner, grouping: groupingRun(inner, context) }));
    const groupings = runs.flatMap(({ grouping }) => grouping ?? []);
    const holds = runs.some(({ grouping }) => grouping === null);
    const held: Row[] = [];
    let bytes = 0;
    for (const rows of chunksOf(source)) {
      for (const grouping of groupings) grouping.add(rows);
      if (!holds) continue;
      for (const row of rows) {
        held.push(row);
        bytes += rowBytes(row);
      }
      if (bytes > maxHeldBytes) throw tooMuch('$facet');
    }
    const document: Document = new Map();
    for (const { name, inner, grouping } of runs) {
      const output = grouping?.finish() ?? runStages(context, held, inner);
      document.set(
        name,
        Array.from(output, (row) => row.document),
      );
    }
    yield { raw: null, document };
  }
}

/** A run of stages of which the first that does not handle each row by itself is a group; else null. */
function groupingRun(stages: Stage[], context: PipelineContext): Collector | null {
  const at = stages.findIndex(({ byRow }) => !byRow);
  const collector = stages[at]?.collect?.(context);
  if (collector === undefined) return null;
  return {
    add: (rows) => collector.add(runStages(context, rows, stages.slice(0, at))),
    finish: () => runStages(context, collector.finish(), stages.slice(at + 1)),
  };
}

const chunkSize = 256;

function* chunksOf(source: Iterable<Row>): Generator<Row[]> {
  let chunk: Row[] = [];
  for (const { document } of source) {
    chunk.push({ raw: null, document });
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

/** The paths that all pipelines read, up to the stage after which nothing else is left. */
function readsOf(facets: readonly Facet[]): Dependencies | null {
  return mergeDependencies(
    facets.map(({ inner }): Dependencies | null => {
      const end = inner.findIndex(({ effect }) => effect === 'ends');
      const used = inner.slice(0, end + 1);
      return end < 0 || used.some((stage) => stage.reads === null)
        ? null
        : mergeDependencies(used.map((stage) => stage.reads));
    }),
  );
}
