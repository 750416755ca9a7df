import { badUserInput } from '../../errors/bad-user-input.ts';
import type { TextQuery } from '../../text/parse-text.ts';
import type { Entities, Entity } from '../entity.ts';
import type { Pairs, Relation, ToConnection, ToList, ToOne, WhereField } from '../relation.ts';
import {
  all,
  any,
  type Condition,
  type Count,
  everything,
  exists,
  hasCount,
  hasLength,
  isEverything,
  isSome,
  not,
  nothing,
  requiresValue,
  some,
  type Test,
  test,
} from './condition.ts';
import { parseBox, parseNear, parsePolygon } from './geo-conditions.ts';
import { matchesAbsent } from './matches-absent.ts';
import {
  definedEntries,
  maxListLength,
  naming,
  parseId,
  parseIds,
  parseOperators,
  parseString,
  type WhereInput,
} from './operators.ts';
import { parseMany } from './quantifiers.ts';
import { parseQuantity, parseSpan } from './ranges.ts';
import { parseTextArgument } from './text-argument.ts';
import { textCondition } from './text-condition.ts';

export interface ParsedWhere {
  condition: Condition;
  /** The texts that count for relevance: those on the node itself, and not under `not`. */
  texts: readonly TextQuery[];
}

/** The maximum depth of a filter. Each relation, `and`, `or` and `not` adds a level. */
const maxLevels = 20;

/**
 * Parses a `where`. Null inputs are ignored. An empty `where` matches everything, an empty `or` nothing; `not` is
 * two-valued. Throws `BAD_USER_INPUT` with the path of the fault.
 */
export function parseWhere(entities: Entities, entity: Entity, where: WhereInput | null | undefined): ParsedWhere {
  const texts: TextQuery[] = [];
  const scope: Scope = { fields: fieldsOf(entity), entities, texts, level: 1 };
  return { condition: parseInput(scope, where ?? {}, 'where'), texts };
}

interface Scope {
  fields: Readonly<Record<string, WhereField>>;
  entities: Entities;
  /** Collects the texts; absent if they do not count for relevance. */
  texts?: TextQuery[];
  level: number;
  /** Whether the current input has `areasByCentre: true`. */
  areasByCentre?: boolean;
}

const fieldsByEntity = new WeakMap<Entity, Readonly<Record<string, WhereField>>>();

function fieldsOf(entity: Entity): Readonly<Record<string, WhereField>> {
  let fields = fieldsByEntity.get(entity);
  if (!fields) {
    fields = collectFields(entity);
    fieldsByEntity.set(entity, fields);
  }
  return fields;
}

function collectFields(entity: Entity): Readonly<Record<string, WhereField>> {
  const relations = Object.entries(entity.relations).map(
    ([name, relation]) => [name, relationField(relation)] as const,
  );
  return { ...Object.fromEntries(relations), ...entity.where };
}

function relationField(relation: Relation): WhereField {
  return { kind: 'relation', relation };
}

function parseInput(scope: Scope, input: WhereInput, argument: string): Condition {
  if (scope.level > maxLevels) throw badUserInput(argument, `at most ${maxLevels} levels deep`, scope.level);
  const own = { ...scope, areasByCentre: input.areasByCentre === true };
  return all(definedEntries(input).map(([name, value]) => parseEntry(own, name, value, `${argument}.${name}`)));
}

function parseEntry(scope: Scope, name: string, value: unknown, argument: string): Condition {
  const inner = { ...scope, level: scope.level + 1 };
  const inputs = () => (value as WhereInput[]).map((input, i) => parseInput(inner, input, `${argument}.${i}`));
  if (name === 'and') return all(inputs());
  if (name === 'or') return any(inputs());
  if (name === 'not') return not(parseInput(withoutTexts(inner), value as WhereInput, argument));
  // The document exists here. For an absent one, `matchesAbsent` decides.
  if (name === 'exists') return value === true ? everything : nothing;
  const field = scope.fields[name];
  if (!field) throw new Error(`No field for ${argument}`);
  return parseField(inner, field, value, argument);
}

function parseField(scope: Scope, field: WhereField, value: unknown, argument: string): Condition {
  const input = value as WhereInput;
  switch (field.kind) {
    case 'id':
      return parseIds(field.of, input, argument, field.path);
    case 'value':
      return parseOperators(input, argument, field.path, (operand) => operand);
    case 'string':
      return parseString(input, argument, field.path, field.folded);
    case 'span':
      return parseSpan(field, input, argument, (operators, at) =>
        parseOperators(operators, at, `${field.path}.precision`, (operand) => operand),
      );
    case 'quantity':
      return parseQuantity(field.path, input, argument);
    case 'values':
      return parseValues(field.path, input, argument);
    case 'strings':
      return parseElements(field.path, input, argument, (element, at) => parseString(element, at, 'text', 'folded'));
    case 'parts': {
      const inner = withoutTexts({ ...scope, fields: field.fields });
      return parseElements(field.path, input, argument, (element, at) => parseInput(inner, element, at), field);
    }
    case 'relation':
      return parseRelation(scope, field.relation, input, argument);
    case 'within':
      return naming(field.of, test(field.path, 'eq', parseId(field.of, value, argument)));
    case 'near':
      return onMap(scope, field.area, parseNear(field.path, value as never, argument));
    case 'box':
      return onMap(scope, field.area, parseBox(field.path, value as never, argument));
    case 'polygon':
      return onMap(scope, field.area, parsePolygon(field.path, value as never, argument));
    case 'areasByCentre':
      return everything;
    case 'stances':
      return parseStances(scope, field, input, argument);
    case 'text': {
      const query = parseTextArgument(value as string, argument);
      scope.texts?.push(query);
      return textCondition(field, query);
    }
  }
}

/** Excludes nodes that have only the centre of an area, unless the input includes them. */
function onMap({ areasByCentre }: Scope, area: string, condition: Condition): Condition {
  return areasByCentre ? condition : all([condition, not(exists(area))]);
}

function parseRelation(scope: Scope, relation: Relation, input: WhereInput, argument: string): Condition {
  const to = scope.entities[relation.to];
  if (isToOne(relation)) return parseToOne(scope, relation, to, input, argument);
  const inner = withoutTexts({ ...scope, fields: fieldsOf(to) });
  const {
    local,
    foreign,
    count: number,
    copies = {},
  } = relation.kind === 'toConnection' ? relation : joinOfList(relation);
  return parseMany(input, argument, (where, at) => {
    const id = foreign === '_id' && onlyId(where);
    return {
      of: parseInput(inner, where, at),
      ...(id && { some: parseIds(to.type, id, `${at}.id`, local) }),
      meets(of, count) {
        if (isEverything(of) && number !== undefined) return hasCount(number, count);
        if (isEverything(of) && foreign === '_id') return hasLength(local, count);
        const copy = isSome(count) && isValueTest(of) && copies[of.path];
        if (copy) return { ...of, path: copy };
        return { kind: 'related', to, local, foreign, of, count };
      },
    };
  });
}

function isToOne(relation: Relation): relation is ToOne {
  return relation.kind === 'toOne' || relation.kind === 'toOptional';
}

function joinOfList({ path }: ToList): Pick<ToConnection, 'local' | 'foreign' | 'count' | 'copies'> {
  return { local: path, foreign: '_id' };
}

/**
 * Returns the operators of an input that has only `id` with `eq` or `in`: the parent's list of ids can be tested
 * instead.
 */
function onlyId(where: WhereInput): WhereInput | undefined {
  const [[name, value] = [], ...others] = definedEntries(where);
  if (name !== 'id' || others.length > 0) return undefined;
  const operators = definedEntries(value as WhereInput).map(([operator]) => operator);
  return operators.length === 1 && (operators[0] === 'eq' || operators[0] === 'in') ? (value as WhereInput) : undefined;
}

/**
 * Parses a condition on one other node. Fields that the parent has a copy of are tested on the parent. If the node does
 * not exist, `exists` decides; any other condition is false.
 */
function parseToOne(scope: Scope, relation: ToOne, to: Entity, input: WhereInput, argument: string): Condition {
  const copies: Scope['fields'] = {
    id: { kind: 'id', of: relation.to, path: relation.path },
    ...relation.copies,
  };
  const here = definedEntries(input).filter(([name, value]) => isAnsweredBy(copies, name, value));
  const there = definedEntries(input).filter(([name, value]) => !isAnsweredBy(copies, name, value));
  const inner = withoutTexts(scope);
  const of = parseInput({ ...inner, fields: fieldsOf(to) }, Object.fromEntries(there), argument);
  const related: Condition = { kind: 'related', to, local: relation.path, foreign: '_id', of, count: some };
  const met = all([
    parseInput({ ...inner, fields: copies }, Object.fromEntries(here), argument),
    isEverything(of) ? everything : related,
  ]);
  const present = relation.kind === 'toOne' ? everything : exists(relation.path);
  if (matchesAbsent(input) === true) return any([not(present), met]);
  // A document has the copies only together with the id, and an index alone can count what is tested by one path.
  return requiresValue(met) ? met : all([present, met]);
}

function isAnsweredBy(fields: Scope['fields'], name: string, value: unknown): boolean {
  if (name === 'exists') return true;
  if (name === 'not') return areAnsweredBy(fields, value as WhereInput);
  if (name === 'and' || name === 'or') return (value as WhereInput[]).every((input) => areAnsweredBy(fields, input));
  return fields[name] !== undefined;
}

function areAnsweredBy(fields: Scope['fields'], input: WhereInput): boolean {
  return definedEntries(input).every(([name, value]) => isAnsweredBy(fields, name, value));
}

/** Parses a condition on a list of objects in the document itself. */
function parseElements(
  path: string,
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, argument: string) => Condition,
  indexed: Indexed = {},
): Condition {
  return parseMany(input, argument, (element, at) => ({
    of: parse(element, at),
    meets: (of, count) => elementsMeet(path, of, count, indexed),
  }));
}

type Indexed = Pick<Extract<WhereField, { kind: 'parts' }>, 'copies' | 'pairs'>;

/**
 * Returns the condition that a number of elements meet `of`. That some element has one of some values is tested by a path
 * into the list, which an index can serve; so are two values of which the document has the pairs, and, in addition, a
 * value of which it has a copy.
 */
function elementsMeet(path: string, of: Condition, count: Count, { copies = {}, pairs }: Indexed = {}): Condition {
  if (isEverything(of)) return hasLength(path, count);
  const elements: Condition = { kind: 'elements', path, of, count };
  if (!isSome(count)) return elements;
  if (pairs && isTestOfPairs(of, pairs)) return { ...elements, pairs };
  if (isValueTest(of)) return { ...of, path: copies[of.path] ?? (of.path === '' ? path : `${path}.${of.path}`) };
  const copied = (of.kind === 'all' ? of.of : []).flatMap((each) => {
    const copy = isValueTest(each) && copies[each.path];
    return copy ? [{ ...each, path: copy }] : [];
  });
  return all([...copied, elements]);
}

/** Returns true if a condition tests both values of pairs, and names no more pairs than a list may have. */
function isTestOfPairs(condition: Condition, { of: paths }: Pairs): boolean {
  const tests = condition.kind === 'all' ? condition.of : [];
  if (tests.length !== paths.length || !tests.every(isValueTest)) return false;
  const numbers = paths.map((path) => [tests.find((test) => test.path === path)?.value ?? []].flat().length);
  const product = numbers.reduce((left, right) => left * right);
  return product > 0 && product <= maxListLength;
}

function isValueTest(condition: Condition): condition is Test {
  return condition.kind === 'test' && (condition.operator === 'eq' || condition.operator === 'in');
}

/** Parses a condition on a list of values. */
function parseValues(path: string, input: WhereInput, argument: string): Condition {
  return parseMany(input, argument, ({ exists, ...operators }, at) => ({
    of: exists === false ? nothing : parseOperators(operators, at, '', (operand) => operand),
    meets: (of, count) => elementsMeet(path, of, count),
  }));
}

type Stances = Extract<WhereField, { kind: 'stances' }>;

/**
 * Parses conditions on lists of entries, one entry for each key. The joined nodes alone show whether a key has an
 * entry; its other fields require the list to be computed.
 */
function parseStances(scope: Scope, field: Stances, input: WhereInput, argument: string): Condition {
  const { local, foreign, fields } = field;
  const to = scope.entities[field.to];
  const stated = (of: Condition): Condition => ({ kind: 'related', to, local, foreign, of, count: some });
  return all(
    definedEntries(input).map(([name, value]) => {
      const { keys, entries } = field.lists[name] as (typeof field.lists)[string];
      return parseMany(value as WhereInput, `${argument}.${name}`, (entry, at) => {
        const of = parseInput({ ...withoutTexts(scope), fields }, entry, at);
        const entryMeets: Condition = { kind: 'related', to, local, foreign, derive: entries, of, count: some };
        const isThere = stated(exists(`${keys}.0`));
        return {
          of,
          some: isEverything(of)
            ? isThere
            : (statedByKey(scope, field, entry, keys, at, stated) ?? all([isThere, entryMeets])),
          meets: () => entryMeets,
        };
      });
    }),
  );
}

/** Returns a condition on the joined nodes if an entry's filter has only the key, so that no entries are computed. */
function statedByKey(
  scope: Scope,
  { fields, key }: Stances,
  entry: WhereInput,
  keys: string,
  argument: string,
  stated: (of: Condition) => Condition,
): Condition | undefined {
  const [[name, value] = [], ...others] = definedEntries(entry);
  const field = fields[key];
  if (name !== key || others.length > 0 || field?.kind !== 'relation') return undefined;
  const named = { kind: 'toList', to: field.relation.to, path: keys } as const;
  return stated(parseRelation(withoutTexts(scope), named, { some: value }, argument));
}

function withoutTexts(scope: Scope): Scope {
  const { texts: _, ...rest } = scope;
  return rest;
}
