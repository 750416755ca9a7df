import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RawJson } from '../../api/raw-json.ts';
import { type Cost, decidedBy, oneObject, sum, times, under, zeroCost } from './cost-arithmetic.ts';
import { type ExecutedOperation, executedFields } from './executed-fields.ts';
import { filterCost } from './filter-cost.ts';
import { checkInput } from './input-limits.ts';
import { argumentValue, type Field, isConnection, isTimeline, pageFields, sizeOf } from './list-size.ts';

/** The cost of `totalCount`, `groups`, `groupCount`, `timeline`, `cells` and `bounds`, in addition to their objects. */
const aggregateCost = 10;

/** The additional cost of `groups` in an order that needs the sums of all groups, however few are returned. */
const allGroupsCost = 100;
const ordersOfAllGroups: readonly unknown[] = ['KILLED', 'INJURED'];

/** The cost of checking an article, and of each of its bytes: it is parsed, checked and compared with the store. */
const articleCost = 100;
const articleCostPerByte = 1 / 10;

/** The cost of drafting an article, and of each byte of its text, which is read by all rules. */
const draftCost = 100;
const draftCostPerByte = 1 / 3;

export interface OperationCost {
  requested: number;
  /** The path of the argument with the largest share, or the name of the costliest root field if no argument matters. */
  argument: string;
}

interface Counting extends ExecutedOperation {
  /** The cost of each field, which is computed once however many fragments lead to it. */
  counted: Map<FieldNode, Cost>;
}

/**
 * Computes the cost of an operation: the number of objects that it may return, according to the schema and the
 * operation.
 *
 * - An object costs 1. A list costs its size times what an item costs with all that is selected on it: `first`, `last` or
 *   the number of `ids`, else the default of the schema, else 20; 100 for a timeline; 5 where no size can be given.
 * - A list of parts costs what it is likely to hold, which is much less than its default size; each part that `first`
 *   requests beyond the default counts in full (`sizeOfParts`).
 * - Scalars, introspection, edges and `pageInfo` cost nothing. A page costs its items, at least 1: once under `nodes` and
 *   once under `edges`, or once if only its `pageInfo` is selected. A connection costs 1 if nothing selected of it has a
 *   cost.
 * - `totalCount`, `groups`, `groupCount`, `timeline`, `cells` and `bounds` cost 10 more, and so does each full text and each
 *   filter through a relation or a list of parts (`filterCost`). Groups ordered by a sum cost 100 more.
 * - A check of an article costs 100 and 1 for every 10 bytes, a draft 100 and 1 for every 3 bytes of its text.
 * - A field counts under each alias. A scalar costs 1 under each name after the first. For an interface, the costliest type
 *   counts.
 *
 * Throws if an argument is too large (`checkInput`). The document must be valid. Takes time linear in its length, not
 * in its size after the expansion of fragments.
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
  const { total, own, max } = sum(costs.map(({ cost }) => cost));
  const [costliest] = costs.sort((a, b) => b.cost.total - a.cost.total);
  const argument = max && max.cost > own ? max.argument : costliest?.name;
  return { requested: Math.min(total, Number.MAX_SAFE_INTEGER), argument: argument ?? '' };
}

function costOfField(counting: Counting, node: FieldNode, parent: GraphQLObjectType): Cost {
  const known = counting.counted.get(node);
  if (known) return known;
  const field = parent.getFields()[node.name.value];
  const cost = field ? under(nameOf(node), countField(counting, node, field, parent)) : zeroCost;
  counting.counted.set(node, cost);
  return cost;
}

function countField(counting: Counting, node: FieldNode, field: Field, parent: GraphQLObjectType): Cost {
  const { item, beside } = countItem(counting, node, field, parent);
  const { size, argument } = sizeOf(counting.variables, node, field, parent);
  const items = times(item, size);
  const filters = field.args.map(({ name, type }) => {
    const value = argumentValue(counting.variables, node, name, type);
    checkInput(name, value);
    const cost =
      value instanceof RawJson
        ? costOfArticle(counting, value, parent)
        : field.name === 'draftArticle' && name === 'text'
          ? costOfDraft(value)
          : filterCost(name, value, type);
    return decidedBy(name, { total: cost, own: cost });
  });
  return sum([argument ? decidedBy(argument, items) : items, beside, ...filters]);
}

/** Returns the cost of one item of the field, and the cost of the field that does not depend on the number of items. */
function countItem(
  counting: Counting,
  node: FieldNode,
  field: Field,
  parent: GraphQLObjectType,
): { item: Cost; beside: Cost } {
  const { name } = field;
  const type = getNamedType(field.type);
  const isInPage = isConnection(parent) && pageFields.has(name);
  const isAggregate = (isConnection(parent) && !isInPage) || isTimeline(field);
  const beside = sum([
    isAggregate ? { total: aggregateCost, own: aggregateCost } : zeroCost,
    costOfGroupOrder(counting, node, field),
  ]);
  const { selectionSet } = node;
  if (!selectionSet) return { item: zeroCost, beside };
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
    .reduce((a, b) => (b.total > a.total ? b : a), zeroCost);
}

/** A long text could be selected under a hundred names. */
function costOfRepeatedScalars(fields: readonly FieldNode[]): Cost {
  const scalars = fields.filter(({ selectionSet }) => !selectionSet);
  const repeated = new Set(scalars.map(nameOf)).size - new Set(scalars.map(({ name }) => name.value)).size;
  return { total: repeated, own: repeated };
}

function costOfGroupOrder(counting: Counting, node: FieldNode, { args }: Field): Cost {
  const order = args.find(({ type }) => getNamedType(type).name === 'GroupOrder');
  const value = order && argumentValue(counting.variables, node, order.name, order.type);
  if (!order || !ordersOfAllGroups.includes(value)) return zeroCost;
  return decidedBy(order.name, { total: allGroupsCost, own: allGroupsCost });
}

/** Only a query is priced: mutations are for editors, and each changes the store once. */
function costOfArticle({ schema }: Counting, { text }: RawJson, parent: GraphQLObjectType): number {
  if (parent !== schema.getQueryType()) return 0;
  return articleCost + Math.ceil(Buffer.byteLength(text) * articleCostPerByte);
}

function costOfDraft(text: unknown): number {
  return draftCost + (typeof text === 'string' ? Math.ceil(Buffer.byteLength(text) * draftCostPerByte) : 0);
}

function nameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
