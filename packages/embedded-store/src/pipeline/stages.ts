import { fail } from '../errors.ts';
import { compileExpression } from '../expression/expression.ts';
import { compileMatcher } from '../query/match.ts';
import { compileProjection, compileSet, compileUnset, type Projection } from '../query/projection.ts';
import { sortItems, sortKey } from '../query/sort.ts';
import { type Row, rowBytes, type Stage } from '../query/stage.ts';
import { dependenciesOn, noDependencies } from '../values/dependencies.ts';
import { parsePath } from '../values/paths.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import { facetStage } from './facet.ts';
import { compileGroup } from './group.ts';
import { compileLookup, compileUnionWith } from './lookup.ts';
import type { CompilePipeline } from './pipeline.ts';
import { countOf, parseMatch, parseStageSort } from './stage-arguments.ts';
import { withValue } from './with-value.ts';

type Compile = (spec: Value, variables: readonly string[], compilePipeline: CompilePipeline) => Stage;

/** Compiles a stage. Throws Location40324, MongoDB's code for an unknown stage, if it is not in the allow-list. */
export function compileStage(
  name: string,
  spec: Value,
  variables: readonly string[],
  compilePipeline: CompilePipeline,
): Stage {
  const compile = stages.get(name);
  if (compile === undefined)
    fail('Location40324', `Unrecognized pipeline stage name: '${name}', not supported by this store`);
  return compile(spec, variables, compilePipeline);
}

const stages: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['$match', compileMatch],
  ['$sort', compileSort],
  ['$limit', (spec) => limitStage(countOf('$limit', spec))],
  ['$skip', (spec) => skipStage(countOf('$skip', spec))],
  ['$project', (spec, variables) => projecting('$project', compileProjection(objectOf('$project', spec), variables))],
  ['$set', (spec, variables) => projecting('$set', compileSet(objectOf('$set', spec), variables))],
  ['$addFields', (spec, variables) => projecting('$addFields', compileSet(objectOf('$addFields', spec), variables))],
  ['$unset', (spec) => unsetting(spec)],
  ['$unwind', compileUnwind],
  ['$group', compileGroup],
  ['$count', compileCount],
  ['$replaceRoot', (spec, variables) => replacing(objectOf('$replaceRoot', spec).get('newRoot'), variables)],
  ['$replaceWith', (spec, variables) => replacing(spec, variables)],
  ['$sample', compileSample],
  ['$facet', compileFacet],
  ['$lookup', compileLookup],
  ['$unionWith', compileUnionWith],
  ['$geoNear', () => fail('Location40602', '$geoNear is only valid as the first stage in a pipeline')],
]);

function objectOf(name: string, spec: Value): Document {
  if (!isDocument(spec)) fail('Location40272', `${name} specification stage must be an object`);
  return spec;
}

function compileMatch(spec: Value, variables: readonly string[]): Stage {
  const { filter, reads } = parseMatch(spec, variables);
  const matches = compileMatcher(filter);
  return {
    name: '$match',
    byRow: true,
    reads,
    effect: 'passes',
    onColumns: { kind: 'match', matches: { evaluate: matches, reads } },
    *run(source, { vars }) {
      for (const row of source) if (matches(row.document, vars)) yield row;
    },
  };
}

function compileSort(spec: Value): Stage {
  const sort = parseStageSort(spec);
  const stage: Stage = {
    name: '$sort',
    reads: dependenciesOn(sort.map(({ path }) => path)),
    effect: 'passes',
    *run(source) {
      yield* sortItems(source, (row) => sortKey(row.document, sort), stage.maxRows ?? null, rowBytes);
    },
  };
  return stage;
}

function limitStage(limit: number): Stage {
  return {
    name: '$limit',
    rows: limit,
    reads: noDependencies,
    effect: 'passes',
    *run(source) {
      let count = 0;
      for (const row of source) {
        yield row;
        if (++count >= limit) return;
      }
    },
  };
}

function skipStage(skip: number): Stage {
  return {
    name: '$skip',
    rows: skip,
    reads: noDependencies,
    effect: 'passes',
    *run(source) {
      let count = 0;
      for (const row of source) if (count++ >= skip) yield row;
    },
  };
}

function projecting(name: string, projection: Projection): Stage {
  return {
    name,
    byRow: true,
    reads: projection.reads,
    effect: name === '$project' && projection.reads !== null ? 'ends' : 'changes',
    keepsOrder: projection.keepsOrder,
    makes: projection.makes,
    ...onColumnsOf(name, projection),
    *run(source, { vars }) {
      for (const { document } of source) yield { raw: null, document: projection.apply(document, vars) };
    },
  };
}

function onColumnsOf(name: string, { apply, reads, computed }: Projection): Pick<Stage, 'onColumns'> {
  if (computed) return { onColumns: { kind: 'set', fields: computed } };
  return name === '$project' && reads !== null
    ? { onColumns: { kind: 'project', document: { evaluate: apply, reads } } }
    : {};
}

function unsetting(spec: Value): Stage {
  const paths = Array.isArray(spec) ? spec : [spec];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string'))
    fail('Location31002', '$unset specification must be a string or an array');
  return { ...projecting('$unset', compileUnset(paths as string[])), reads: noDependencies };
}

function compileUnwind(spec: Value): Stage {
  const options: Document = isDocument(spec) ? spec : new Map([['path', spec]]);
  const path = options.get('path');
  const index = options.get('includeArrayIndex');
  const keepEmpty = options.get('preserveNullAndEmptyArrays') === true;
  for (const name of options.keys()) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      fail('Location28811', `unrecognized option to $unwind stage: ${name}`);
  }
  if (typeof path !== 'string') fail('Location28808', 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$'))
    fail('Location28818', `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const parts = parsePath(path.slice(1));
  return {
    name: '$unwind',
    byRow: true,
    reads: dependenciesOn([parts.join('.')]),
    effect: 'changes',
    ...(parts.length === 1 &&
      index === undefined &&
      !keepEmpty && { onColumns: { kind: 'unwind', field: parts[0] as string } }),
    *run(source) {
      for (const { document } of source) {
        const value = parts.reduce<Value>((at, part) => (isDocument(at) ? at.get(part) : undefined), document);
        if (Array.isArray(value) && value.length > 0) {
          for (let i = 0; i < value.length; i++) yield unwound(document, parts, value[i], index, BigInt(i));
        } else if (Array.isArray(value) || value === undefined || value === null) {
          if (keepEmpty) yield unwound(document, parts, Array.isArray(value) ? undefined : value, index, null);
        } else yield unwound(document, parts, value, index, null);
      }
    },
  };
}

function unwound(
  document: Document,
  parts: readonly string[],
  value: Value,
  index: Value,
  position: bigint | null,
): Row {
  const changed = withValue(document, parts, value);
  return { raw: null, document: typeof index === 'string' ? withValue(changed, parsePath(index), position) : changed };
}

function compileCount(spec: Value): Stage {
  if (typeof spec !== 'string' || spec === '') fail('Location40156', 'the count field must be a non-empty string');
  if (spec.startsWith('$')) fail('Location40158', 'the count field cannot be a $-prefixed path');
  if (spec.includes('.')) fail('Location40160', "the count field cannot contain '.'");
  const counted = (count: number): Row[] => (count > 0 ? [{ raw: null, document: new Map([[spec, count]]) }] : []);
  return {
    name: '$count',
    reads: noDependencies,
    effect: 'ends',
    *run(source) {
      let count = 0;
      for (const _ of source) count++;
      yield* counted(count);
    },
    collect() {
      let count = 0;
      return {
        add(rows) {
          for (const _ of rows) count++;
        },
        finish: () => counted(count),
      };
    },
    inAnyOrder: true,
    onColumns: { kind: 'count', result: counted },
    ofCount: counted,
  };
}

function replacing(spec: Value, variables: readonly string[]): Stage {
  const { evaluate, reads } = compileExpression(spec, variables);
  return {
    name: '$replaceRoot',
    byRow: true,
    reads,
    effect: 'ends',
    *run(source, { vars }) {
      for (const { document } of source) {
        const root = evaluate(document, vars);
        if (!isDocument(root)) fail('Location40228', "'newRoot' expression must evaluate to an object");
        yield { raw: null, document: root };
      }
    },
  };
}

/** Reservoir sampling. Holds as many rows as it returns. */
function compileSample(spec: Value): Stage {
  const size = countOf('$sample', objectOf('$sample', spec).get('size'));
  return {
    name: '$sample',
    reads: noDependencies,
    effect: 'passes',
    *run(source) {
      const held: Row[] = [];
      let seen = 0;
      for (const row of source) {
        const at = held.length < size ? held.length : Math.floor(Math.random() * (seen + 1));
        seen++;
        if (at < size) held[at] = row;
      }
      yield* held;
    },
  };
}

function compileFacet(spec: Value, variables: readonly string[], compilePipeline: CompilePipeline): Stage {
  const facets = [...objectOf('$facet', spec)].map(([name, stages]) => {
    if (!Array.isArray(stages)) fail('Location40170', 'arguments to $facet must be arrays');
    const inner = stages.map((stage) => {
      const [[stageName, stageSpec]] = [...objectOf('$facet', stage)] as [[string, Value]];
      if (stageName === '$facet' || stageName === '$geoNear')
        fail('Location40600', `${stageName} is not allowed within a $facet`);
      return compileStage(stageName, stageSpec, variables, compilePipeline);
    });
    return { name, inner };
  });
  if (facets.length === 0) fail('Location40169', 'the $facet specification must be a non-empty object');
  return facetStage(facets);
}
