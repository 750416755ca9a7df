import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';
import { type Cost, decidedBy, nothing, oneObject, sum, times, under } from './cost-terms.ts';
import { type ExecutedOperation, executedFields } from './executed-fields.ts';
import { filterCost } from './filter-cost.ts';
import { checkInput } from './input-limits.ts';

/** What `totalCount`, `groups`, `timeline` and `bounds` cost beside the objects that they return. */
const aggregateCost = 10;

/** How many objects a list is taken to hold that takes no size: a timeline, any other; and a page that is given none. */
const timelineSize = 100;
const plainListSize = 5;
const defaultPageSize = 20;

/** No list takes a larger size; who asks for more is refused by the field itself. */
const largestSize = 1000;
const pageFields: ReadonlySet<string> = new Set(['edges', 'nodes', 'pageInfo']);
const sizeArguments: readonly string[] = ['first', 'last', 'ids'];

export interface OperationCost {
  requested: number;
  /** What answers for most of it: the path of an argument, or that of a root field where no argument decides. */
  argument: string;
}

type Field = GraphQLField<unknown, unknown>;

interface Counting extends ExecutedOperation {
  /** Each field is counted once, from however many places fragments lead to it. */
  counted: Map<FieldNode, Cost>;
}

/**
 * What an operation costs: the objects that it may return, from the schema and the operation alone.
 *
 * - An object costs 1. A list costs its size times what an item costs with all that is selected on it: `first`, `last` or
 *   the number of `ids`, else the default of the schema, else 20; 100 for a timeline; 5 where no size can be given.
 * - Scalars, introspection, edges and `pageInfo` cost nothing, and connections only 1 where nothing of them is read: a
 *   page costs its items, at least 1, once under `nodes` and once under `edges`, and once where neither selects them and
 *   it is read for its cursors.
 * - `totalCount`, `groups`, `timeline` and `bounds` cost 10 more; so do, in arguments, each full text and each filter by
 *   other things (`filterCost`).
 * - What is aliased or repeated adds up, and a scalar costs 1 under each name but its first; of an interface the costliest
 *   type counts.
 *
 * Refuses arguments that hold too much (`checkInput`). The document has to be valid; the time it takes grows with its length,
 * not with what its fragments unfold to.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: ExecutedOperation['variables'],
): OperationCost {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const counting: Counting = { schema, fragments, variables, counted: new Map() };
  const root = schema.getRootType(operation.operation);
  const fields = root ? executedFields(counting, operation.selectionSet, root) : [];
  const costs = root ? fields.map((field) => ({ name: nameOf(field), cost: costOfField(counting, field, root) })) : [];
  const { total, own, largest } = sum(costs.map(({ cost }) => cost));
  const [costliest] = costs.sort((a, b) => b.cost.total - a.cost.total);
  const argument = largest && largest.cost > own ? largest.argument : costliest?.name;
  return { requested: Math.min(total, Number.MAX_SAFE_INTEGER), argument: argument ?? '' };
}

function costOfField(counting: Counting, node: FieldNode, parent: GraphQLObjectType): Cost {
  const known = counting.counted.get(node);
  if (known) return known;
  const field = parent.getFields()[node.name.value];
  const cost = field ? under(nameOf(node), countField(counting, node, field, parent)) : nothing;
  counting.counted.set(node, cost);
  return cost;
}

function countField(counting: Counting, node: FieldNode, field: Field, parent: GraphQLObjectType): Cost {
  const { item, beside } = countItem(counting, node, field, parent);
  const { size, argument } = sizeOf(counting, node, field, parent);
  const items = times(item, size);
  const filters = field.args.map(({ name, type }) => {
    const value = argumentValue(counting, node, name, type);
    checkInput(name, value);
    const cost = filterCost(name, value, type);
    return decidedBy(name, { total: cost, own: cost });
  });
  return sum([argument ? decidedBy(argument, items) : items, beside, ...filters]);
}

/** What one item of the field costs, and what the field costs beside its items, however many they are. */
function countItem(
  counting: Counting,
  { selectionSet }: FieldNode,
  { name, type: fieldType }: Field,
  parent: GraphQLObjectType,
): { item: Cost; beside: Cost } {
  const type = getNamedType(fieldType);
  const isInPage = isConnection(parent) && pageFields.has(name);
  const beside = isConnection(parent) && !isInPage ? { total: aggregateCost, own: aggregateCost } : nothing;
  if (!selectionSet) return { item: nothing, beside };
  if (isConnection(type)) return countConnection(counting, selectionSet, type);
  const selected = countSelection(counting, selectionSet, type);
  const isObject = !isInPage || name === 'nodes';
  return { item: isObject ? sum([oneObject, selected]) : selected, beside };
}

function countConnection(
  counting: Counting,
  set: SelectionSetNode,
  type: GraphQLObjectType,
): { item: Cost; beside: Cost } {
  const fields = executedFields(counting, set, type);
  const costOfFields = (chosen: FieldNode[]) => sum(chosen.map((field) => costOfField(counting, field, type)));
  const page = fields.filter(({ name }) => pageFields.has(name.value));
  const beside = costOfFields(fields.filter((field) => !page.includes(field)));
  const item = costOfFields(page);
  if (page.length === 0 && beside.total === 0) return { item, beside: oneObject };
  return { item: page.length > 0 && item.total === 0 ? oneObject : item, beside };
}

function countSelection(counting: Counting, set: SelectionSetNode, type: GraphQLNamedType): Cost {
  const types = isAbstractType(type) ? counting.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return types
    .map((each) => {
      const fields = executedFields(counting, set, each);
      return sum([...fields.map((field) => costOfField(counting, field, each)), costOfRepeatedScalars(fields)]);
    })
    .reduce((a, b) => (b.total > a.total ? b : a), nothing);
}

/** A text may be long, and be asked for under a hundred names. */
function costOfRepeatedScalars(fields: readonly FieldNode[]): Cost {
  const scalars = fields.filter(({ selectionSet }) => !selectionSet);
  const repeated = new Set(scalars.map(nameOf)).size - new Set(scalars.map(({ name }) => name.value)).size;
  return { total: repeated, own: repeated };
}

/** How many items the field returns at most, and by which argument. The items of a connection are counted at itself. */
function sizeOf(
  counting: Counting,
  node: FieldNode,
  { name, type, args }: Field,
  parent: GraphQLObjectType,
): { size: number; argument?: string } {
  const sizing = args.filter((each) => sizeArguments.includes(each.name));
  for (const argument of sizing) {
    const value = argumentValue(counting, node, argument.name, argument.type) ?? argument.defaultValue;
    const size = Array.isArray(value) ? value.length : value;
    // A size of 0 is refused for each of the objects around it, which is an error for each.
    if (typeof size === 'number') return { size: Math.min(Math.max(size, 1), largestSize), argument: argument.name };
  }
  if (sizing[0]) return { size: defaultPageSize, argument: sizing[0].name };
  if (!isListType(getNullableType(type))) return { size: 1 };
  if (!isConnection(parent)) return { size: plainListSize };
  return { size: pageFields.has(name) ? 1 : timelineSize };
}

/** What cannot be read counts as left out: it is refused when it is executed. */
function argumentValue({ variables }: Counting, node: FieldNode, name: string, type: GraphQLInputType): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  return given && valueFromAST(given.value, type, variables);
}

function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

function nameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
