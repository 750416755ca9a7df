import { type GraphQLInputObjectType, type GraphQLNamedType, getNamedType } from 'graphql';
import { collationKey } from '../../src/graph/collation-key.ts';
import { matchesText } from '../../src/text/matches.ts';
import { parseText } from '../../src/text/parse-text.ts';
import { isInBox, isInPolygon, kilometres } from './places.ts';
import { chain, type Thing } from './things.ts';

/** Whether a thing, or an element of one of its lists, meets a `where` of this input type. */
export function meets(type: GraphQLInputObjectType, where: object, thing: any): boolean {
  return given(where).every(([name, value]) => {
    const field = type.getFields()[name];
    if (name === 'and') return value.every((each: object) => meets(type, each, thing));
    if (name === 'or') return value.some((each: object) => meets(type, each, thing));
    if (name === 'not') return !meets(type, value, thing);
    if (name === 'exists') return value === true;
    if (name === 'text') return matchesText(thing.words, parseText(value, 'text'));
    if (name === 'id') return meetsId(value, thing.ids);
    if (name === 'within') return chain(thing).some(({ ids }) => ids.includes(slugOf(value)));
    if (name === 'near') return thing.point !== undefined && kilometres(thing.point, value) <= value.km;
    if (name === 'box') return thing.point !== undefined && isInBox(thing.point, value);
    if (name === 'polygon') return thing.point !== undefined && isInPolygon(thing.point, value);
    return meetsField(getNamedType(field?.type) as GraphQLInputObjectType, value, thing[name]);
  });
}

function meetsField(type: GraphQLInputObjectType, input: any, value: any): boolean {
  if (type.name === 'DateSpanWhere') return meetsSpan(input, value);
  if (type.name === 'QuantityWhere') return meetsQuantity(input, value);
  if (type.name.endsWith('ListWhere')) return meetsList(type, input, value);
  if (type.name === 'ResponsibilityWhere')
    return given(input).every(([name, list]) => meetsList(fieldType(type, name), list, value[name]));
  if (!('and' in type.getFields())) return meetsValue(input, value);
  return value === undefined ? nothingMeets(input) === true : meets(type, input, value);
}

/** Of nothing, only `exists` can be said; undefined is unknown. */
function nothingMeets(where: object): boolean | undefined {
  const answers = given(where).map(([name, value]) => {
    if (name === 'exists') return !value;
    if (name === 'and') return every(value.map(nothingMeets));
    if (name === 'or') return opposite(every(value.map((each: object) => opposite(nothingMeets(each)))));
    return name === 'not' ? opposite(nothingMeets(value)) : undefined;
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
  return given(input).every(([name, value]) => {
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

/** `span` runs from `start` to `end`; where one of them is absent it is open. */
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

/** The operators on one value; undefined is absent. */
function meetsValue(operators: object, value: any): boolean {
  return given(operators).every(([operator, operand]) => {
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
        return collationKey(value).includes(collationKey(operand));
      case 'startsWith':
        return collationKey(value).startsWith(collationKey(operand));
      default:
        throw new Error(`Unknown operator ${operator}`);
    }
  });
}

/** What is null is as if left out. */
export function given(input: object): [name: string, value: any][] {
  return Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
}

/** The operators on the ids of a thing: any of those that mean it means it. */
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

/** Those that meet it. */
export function filtered(type: GraphQLInputObjectType, things: readonly Thing[], where: object): Thing[] {
  return things.filter((thing) => meets(type, where, thing));
}
