import { type GraphQLInputObjectType, type GraphQLNamedType, getNamedType } from 'graphql';
import { chain, type Node } from './nodes.ts';
import { isInBox, isInPolygon, kilometres, pointOnMap } from './places.ts';
import { folded, holdsText, readText } from './text.ts';

/** Returns whether a node, or an element of one of its lists, meets a `where` of this input type. */
export function meets(type: GraphQLInputObjectType, where: object, node: any): boolean {
  const point = pointOnMap(node, (where as any).areasByCentre);
  return definedEntries(where).every(([name, value]) => {
    const field = type.getFields()[name];
    if (name === 'and') return value.every((each: object) => meets(type, each, node));
    if (name === 'or') return value.some((each: object) => meets(type, each, node));
    if (name === 'not') return !meets(type, value, node);
    if (name === 'exists') return value === true;
    if (name === 'text') return holdsText(node.words, readText(value));
    if (name === 'id') return meetsId(value, node.ids);
    if (name === 'within' && type.name === 'LocationWhere')
      return chain(node).some(({ ids }) => ids.includes(slugOf(value)));
    if (name === 'near') return point !== undefined && kilometres(point, value) <= value.km;
    if (name === 'box') return point !== undefined && isInBox(point, value);
    if (name === 'polygon') return point !== undefined && isInPolygon(point, value);
    if (name === 'areasByCentre') return true;
    return meetsField(getNamedType(field?.type) as GraphQLInputObjectType, value, node[name]);
  });
}

function meetsField(type: GraphQLInputObjectType, input: any, value: any): boolean {
  if (type.name === 'DateSpanWhere') return meetsSpan(input, value);
  if (type.name === 'QuantityWhere') return meetsQuantity(input, value);
  if (type.name.endsWith('ListWhere')) return meetsList(type, input, value);
  if (type.name === 'ResponsibilityWhere')
    return definedEntries(input).every(([name, list]) => meetsList(fieldType(type, name), list, value[name]));
  if (!('and' in type.getFields())) return meetsValue(input, value);
  return value === undefined ? matchesAbsent(input) === true : meets(type, input, value);
}

/** Returns whether an absent node meets a filter: only `exists` can decide; undefined is unknown. */
function matchesAbsent(where: object): boolean | undefined {
  const answers = definedEntries(where).map(([name, value]) => {
    if (name === 'exists') return !value;
    if (name === 'areasByCentre') return true;
    if (name === 'and') return every(value.map(matchesAbsent));
    if (name === 'or') return opposite(every(value.map((each: object) => opposite(matchesAbsent(each)))));
    return name === 'not' ? opposite(matchesAbsent(value)) : undefined;
  });
  return every(answers);
}

function every(answers: (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function meetsList(type: GraphQLInputObjectType, input: any, values: any[]): boolean {
  const element = fieldType(type, 'some');
  const meeting = (where: object) =>
    values.filter((value) =>
      'and' in element.getFields() ? meets(element, where, value) : meetsField(element, where, value),
    ).length;
  return definedEntries(input).every(([name, value]) => {
    if (name === 'some') return meeting(value) > 0;
    if (name === 'none') return meeting(value) === 0;
    if (name === 'every') return meeting(value) === values.length;
    const { where, ...comparators } = value;
    return meetsValue(comparators, meeting(where ?? {}));
  });
}

function meetsSpan({ certainly, possibly, precision, exists }: any, span: any): boolean {
  return (
    meetsRanges({ certainly, possibly, exists }, span && { ...span, isSure: span.precision !== 'APPROXIMATE' }) &&
    meetsValue(precision ?? {}, span?.precision)
  );
}

function meetsQuantity(input: any, quantity: any): boolean {
  return meetsRanges(input, quantity && { start: quantity.min, end: quantity.max, isSure: true });
}

/** Tests a span from `start` to `end`; an absent end is open. */
function meetsRanges({ certainly, possibly, exists }: any, span: any): boolean {
  const isInside = ({ from, to }: any) => (from == null || span.start >= from) && (to == null || span.end <= to);
  const overlaps = ({ from, to }: any) =>
    (from == null || span.end === undefined || span.end >= from) &&
    (to == null || span.start === undefined || span.start <= to);
  return (
    (certainly == null || (span?.isSure && isInside(certainly))) &&
    (possibly == null || (span !== undefined && overlaps(possibly))) &&
    (exists == null || exists === (span !== undefined))
  );
}

/** Tests the operators on one value; undefined is absent. */
function meetsValue(operators: object, value: any): boolean {
  return definedEntries(operators).every(([operator, operand]) => {
    if (operator === 'exists') return operand === (value !== undefined);
    if (operator === 'notIn') return !operand.includes(value);
    if (value === undefined) return false;
    switch (operator) {
      case 'eq':
        return value === operand;
      case 'in':
        return operand.includes(value);
      case 'gt':
        return value > operand;
      case 'gte':
        return value >= operand;
      case 'lt':
        return value < operand;
      case 'lte':
        return value <= operand;
      case 'contains':
        return folded(value).includes(folded(operand));
      case 'startsWith':
        return folded(value).startsWith(folded(operand));
      default:
        throw new Error(`Unknown operator ${operator}`);
    }
  });
}

/** Returns the entries that are not null: null inputs are ignored. */
export function definedEntries(input: object): [name: string, value: any][] {
  return Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
}

/** Tests the operators on the ids of a node: merged ids count as its own. */
function meetsId({ eq, in: among, notIn, exists }: any, ids: string[]): boolean {
  const isAmong = (asked: string[]) => asked.some((id) => ids.includes(slugOf(id)));
  return (
    (eq == null || isAmong([eq])) &&
    (among == null || isAmong(among)) &&
    (notIn == null || !isAmong(notIn)) &&
    (exists == null || exists === true)
  );
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

function fieldType(type: GraphQLInputObjectType, name: string): GraphQLInputObjectType {
  return getNamedType(type.getFields()[name]?.type as GraphQLNamedType) as GraphQLInputObjectType;
}

/** Returns the nodes that meet a filter. */
export function filtered(type: GraphQLInputObjectType, nodes: readonly Node[], where: object): Node[] {
  return nodes.filter((node) => meets(type, where, node));
}
