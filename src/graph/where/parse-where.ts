import { parseText, type TextQuery } from '../../text/parse-text.ts';
import { collationKey } from '../collation-key.ts';
import type { Entities, Entity } from '../entity.ts';
import { badUserInput } from '../errors.ts';
import { type NodeType, parseIdOf } from '../node-id.ts';
import type { Relation, ToList, ToOne, ToPage } from '../relation.ts';
import { isMergedType } from '../survivors.ts';
import {
  all,
  any,
  between,
  type Condition,
  type Count,
  everything,
  exists,
  hasLength,
  isEverything,
  isNothing,
  mapTests,
  not,
  nothing,
  some,
  test,
} from './condition.ts';
import { parseBox, parseNear, parsePolygon } from './places.ts';
import { parseQuantity, parseSpan } from './ranges.ts';
import { textCondition } from './text-condition.ts';
import type { WhereField } from './where-field.ts';

export type WhereInput = Readonly<Record<string, unknown>>;

export interface ParsedWhere {
  condition: Condition;
  /** The texts that it asks the thing itself for, and not through `not`: what relevance is counted by. */
  texts: readonly TextQuery[];
}

/** So many levels of inputs a filter may have; each level of a relation, of `and`, `or` and `not` is one. */
const mostLevels = 20;
const longestList = 1000;
const longestPart = 1000;

/**
 * What a `where` asks, checked. An input that is null is as if left out; an empty `where` is everything, an empty `or`
 * nothing; `not` is two-valued. Fails with `BAD_USER_INPUT` and the path of what is wrong.
 */
export function parseWhere(entities: Entities, entity: Entity, where: WhereInput | null | undefined): ParsedWhere {
  const texts: TextQuery[] = [];
  const scope: Scope = { fields: fieldsOf(entity), entities, texts, level: 1 };
  return { condition: parseInput(scope, where ?? {}, 'where'), texts };
}

interface Scope {
  fields: Readonly<Record<string, WhereField>>;
  entities: Entities;
  /** Collects the texts; absent where they do not count for relevance. */
  texts?: TextQuery[];
  level: number;
}

function fieldsOf(entity: Entity): Readonly<Record<string, WhereField>> {
  const relations = Object.entries(entity.relations).map(
    ([name, relation]) => [name, relationField(relation)] as const,
  );
  return { ...Object.fromEntries(relations), ...entity.where };
}

function relationField(relation: Relation): WhereField {
  return { kind: 'relation', relation };
}

function parseInput(scope: Scope, input: WhereInput, argument: string): Condition {
  if (scope.level > mostLevels) throw badUserInput(argument, `nested at most ${mostLevels} levels deep`, input);
  return all(given(input).map(([name, value]) => parseEntry(scope, name, value, `${argument}.${name}`)));
}

function parseEntry(scope: Scope, name: string, value: unknown, argument: string): Condition {
  const inner = { ...scope, level: scope.level + 1 };
  const inputs = () => (value as WhereInput[]).map((input, i) => parseInput(inner, input, `${argument}.${i}`));
  if (name === 'and') return all(inputs());
  if (name === 'or') return any(inputs());
  if (name === 'not') return not(parseInput(withoutTexts(inner), value as WhereInput, argument));
  // Whoever gets so far has a thing; where there is none, `meetsNothing` decides.
  if (name === 'exists') return value === true ? everything : nothing;
  const field = scope.fields[name];
  if (!field) throw new Error(`No field answers ${argument}`);
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
      return parseElements(field.path, input, argument, (element, at) => parseInput(inner, element, at));
    }
    case 'relation':
      return parseRelation(scope, field.relation, input, argument);
    case 'within':
      return naming('Location', test(field.path, 'eq', parseId('Location', value, argument)));
    case 'near':
      return parseNear(field.path, value as never, argument);
    case 'box':
      return parseBox(field.path, value as never, argument);
    case 'polygon':
      return parsePolygon(field.path, value as never, argument);
    case 'stances':
      return parseStances(scope, field, input, argument);
    case 'text': {
      const query = parseText(value as string, argument);
      scope.texts?.push(query);
      return textCondition(field, query);
    }
  }
}

function parseRelation(scope: Scope, relation: Relation, input: WhereInput, argument: string): Condition {
  const to = scope.entities[relation.to];
  if (isToOne(relation)) return parseToOne(scope, relation, to, input, argument);
  const inner = withoutTexts({ ...scope, fields: fieldsOf(to) });
  const { local, foreign, count: number } = relation.kind === 'page' ? relation : joinOfList(relation);
  return parseMany(input, argument, (where, at) => {
    const id = foreign === '_id' && onlyId(where);
    return {
      of: parseInput(inner, where, at),
      ...(id && { some: parseIds(to.type, id, `${at}.id`, local) }),
      meets(of, count) {
        if (isEverything(of) && number !== undefined) return between(number, count);
        if (isEverything(of) && foreign === '_id') return hasLength(local, count);
        return { kind: 'related', to, local, foreign, of, count };
      },
    };
  });
}

function isToOne(relation: Relation): relation is ToOne {
  return relation.kind === 'one' || relation.kind === 'maybe';
}

function joinOfList({ path }: ToList): Pick<ToPage, 'local' | 'foreign' | 'count'> {
  return { local: path, foreign: '_id' };
}

/** A condition on nothing but the id, by one operator that names ids: the list of ids itself answers it. */
function onlyId(where: WhereInput): WhereInput | undefined {
  const [[name, value] = [], ...others] = given(where);
  if (name !== 'id' || others.length > 0) return undefined;
  const operators = given(value as WhereInput).map(([operator]) => operator);
  return operators.length === 1 && (operators[0] === 'eq' || operators[0] === 'in') ? (value as WhereInput) : undefined;
}

/**
 * One other thing. What the parent's own document answers is asked there. Of what is not there only `exists` can be
 * said: any other condition on it does not hold.
 */
function parseToOne(scope: Scope, relation: ToOne, to: Entity, input: WhereInput, argument: string): Condition {
  const copies: Scope['fields'] = {
    id: { kind: 'id', of: relation.to, path: relation.path },
    ...relation.copies,
  };
  const here = given(input).filter(([name, value]) => isAnsweredBy(copies, name, value));
  const there = given(input).filter(([name, value]) => !isAnsweredBy(copies, name, value));
  const inner = withoutTexts(scope);
  const of = parseInput({ ...inner, fields: fieldsOf(to) }, Object.fromEntries(there), argument);
  const related: Condition = { kind: 'related', to, local: relation.path, foreign: '_id', of, count: some };
  const met = all([
    parseInput({ ...inner, fields: copies }, Object.fromEntries(here), argument),
    isEverything(of) ? everything : related,
  ]);
  const present = relation.kind === 'one' ? everything : exists(relation.path);
  return meetsNothing(input) === true ? any([not(present), met]) : all([present, met]);
}

function isAnsweredBy(fields: Scope['fields'], name: string, value: unknown): boolean {
  if (name === 'exists') return true;
  if (name === 'not') return areAnsweredBy(fields, value as WhereInput);
  if (name === 'and' || name === 'or') return (value as WhereInput[]).every((input) => areAnsweredBy(fields, input));
  return fields[name] !== undefined;
}

function areAnsweredBy(fields: Scope['fields'], input: WhereInput): boolean {
  return given(input).every(([name, value]) => isAnsweredBy(fields, name, value));
}

/** Whether there being nothing meets a filter; undefined where that says nothing about it. */
function meetsNothing(input: WhereInput): boolean | undefined {
  return allOf(
    given(input).map(([name, value]) => {
      if (name === 'exists') return value === false;
      if (name === 'and') return allOf((value as WhereInput[]).map(meetsNothing));
      if (name === 'or') return negated(allOf((value as WhereInput[]).map((each) => negated(meetsNothing(each)))));
      return name === 'not' ? negated(meetsNothing(value as WhereInput)) : undefined;
    }),
  );
}

function allOf(answers: (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** A list of objects in the document itself. */
function parseElements(
  path: string,
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, argument: string) => Condition,
): Condition {
  return parseMany(input, argument, (element, at) => ({
    of: parse(element, at),
    meets: (of, count) => (isEverything(of) ? hasLength(path, count) : { kind: 'elements', path, of, count }),
  }));
}

/** What a quantifier is about: the condition on one member of a list, and what so many members meeting it amount to. */
interface Member {
  of: Condition;
  meets: (of: Condition, count: Count) => Condition;
  /** The shorter way to say that some meet it, where there is one. */
  some?: Condition;
}

function parseMany(
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, argument: string) => Member,
): Condition {
  return all(
    given(input).map(([quantifier, value]) => {
      const at = `${argument}.${quantifier}`;
      if (quantifier === 'count') return parseCounted(value as WhereInput, at, parse);
      const member = parse(value as WhereInput, at);
      if (quantifier === 'every') return not(quantify(member, not(member.of), some));
      const met = member.some ?? quantify(member, member.of, some);
      return quantifier === 'none' ? not(met) : met;
    }),
  );
}

function parseCounted(
  input: WhereInput,
  argument: string,
  parse: (element: WhereInput, at: string) => Member,
): Condition {
  const { where, ...bounds } = input;
  const count = parseCount(bounds);
  const member = parse((where ?? {}) as WhereInput, `${argument}.where`);
  if (count.least > count.most) return nothing;
  if (count.least === 0 && count.most === Number.POSITIVE_INFINITY) return everything;
  return quantify(member, member.of, count);
}

/** Of what nothing meets, there are 0 in every list. */
function quantify(member: Member, of: Condition, count: Count): Condition {
  if (isNothing(of)) return count.least === 0 ? everything : nothing;
  return member.meets(of, count);
}

function parseCount(input: WhereInput): Count {
  const count = { least: 0, most: Number.POSITIVE_INFINITY };
  const atLeast = (n: number) => {
    count.least = Math.max(count.least, n);
  };
  const atMost = (n: number) => {
    count.most = Math.min(count.most, n);
  };
  for (const [operator, value] of given(input)) {
    const n = value as number;
    if (operator === 'eq' || operator === 'gte') atLeast(n);
    if (operator === 'eq' || operator === 'lte') atMost(n);
    if (operator === 'gt') atLeast(n + 1);
    if (operator === 'lt') atMost(n - 1);
  }
  return count;
}

/** A list of values, none of which is absent. */
function parseValues(path: string, input: WhereInput, argument: string): Condition {
  return parseMany(input, argument, ({ exists, ...operators }, at) => ({
    of: exists === false ? nothing : parseOperators(operators, at, '', (operand) => operand),
    meets: (of, count) => (isEverything(of) ? hasLength(path, count) : { kind: 'elements', path, of, count }),
  }));
}

/**
 * Entries, one an actor, with its newest statement. Whether there is one for an actor, the statements say themselves;
 * which statement it has, only the whole list does.
 */
function parseStances(
  scope: Scope,
  field: Extract<WhereField, { kind: 'stances' }>,
  input: WhereInput,
  argument: string,
): Condition {
  const { local, foreign, fields } = field;
  const to = scope.entities.Statement;
  const stated = (of: Condition): Condition => ({ kind: 'related', to, local, foreign, of, count: some });
  return all(
    given(input).map(([name, value]) => {
      const { actors, entries } = field.lists[name] as (typeof field.lists)[string];
      return parseMany(value as WhereInput, `${argument}.${name}`, (entry, at) => {
        const of = parseInput({ ...withoutTexts(scope), fields }, entry, at);
        const entryMeets: Condition = { kind: 'related', to, local, foreign, derive: entries, of, count: some };
        const given = stated(exists(`${actors}.0`));
        return {
          of,
          some: isEverything(of)
            ? given
            : (statedByActor(scope, entry, actors, at, stated) ?? all([given, entryMeets])),
          meets: () => entryMeets,
        };
      });
    }),
  );
}

function statedByActor(
  scope: Scope,
  entry: WhereInput,
  actors: string,
  argument: string,
  stated: (of: Condition) => Condition,
): Condition | undefined {
  const [[name, actor] = [], ...others] = given(entry);
  if (name !== 'actor' || others.length > 0) return undefined;
  const named = { kind: 'list', to: 'Actor', path: actors } as const;
  return stated(parseRelation(withoutTexts(scope), named, { some: actor }, argument));
}

function parseString(input: WhereInput, argument: string, path: string, folded: string): Condition {
  const { contains, startsWith, ...others } = input;
  const parts = { contains, startsWith };
  return all([
    parseOperators(others, argument, path, (operand, at) => checkedText(operand as string, at)),
    ...given(parts).map(([operator, value]) => {
      const text = checkedText(value as string, `${argument}.${operator}`);
      if (text.length > longestPart)
        throw badUserInput(`${argument}.${operator}`, `at most ${longestPart.toLocaleString('en')} characters`, text);
      return all([exists(path), test(folded, operator as 'contains' | 'startsWith', collationKey(text))]);
    }),
  ]);
}

function parseOperators(
  input: WhereInput,
  argument: string,
  path: string,
  read: (operand: unknown, argument: string) => unknown,
): Condition {
  return all(
    given(input).map(([operator, operand]) => {
      const at = `${argument}.${operator}`;
      switch (operator) {
        case 'in':
          return within(path, readList(operand, at, read));
        case 'notIn':
          return not(within(path, readList(operand, at, read)));
        case 'exists':
          return operand === true ? exists(path) : not(exists(path));
        default:
          return test(path, operator as 'eq' | 'gt' | 'gte' | 'lt' | 'lte', read(operand, at));
      }
    }),
  );
}

function within(path: string, values: unknown[]): Condition {
  return values.length === 0 ? nothing : test(path, 'in', values);
}

function readList(
  operand: unknown,
  argument: string,
  read: (operand: unknown, argument: string) => unknown,
): unknown[] {
  const values = operand as unknown[];
  if (values.length > longestList)
    throw badUserInput(argument, `a list of at most ${longestList.toLocaleString('en')}`, values.length);
  return [...new Set(values.map((value, index) => read(value, `${argument}.${index}`)))];
}

function parseIds(type: NodeType, input: WhereInput, argument: string, path: string): Condition {
  return naming(
    type,
    parseOperators(input, argument, path, (id, at) => parseId(type, id, at)),
  );
}

/** The condition, whose operands are ids. */
function naming(type: NodeType, condition: Condition): Condition {
  if (!isMergedType(type)) return condition;
  return mapTests(condition, (test) => (test.operator === 'exists' ? test : { ...test, of: type }));
}

function parseId(type: NodeType, value: unknown, argument: string): string {
  const slug = parseIdOf(type, String(value));
  if (slug === undefined) throw badUserInput(argument, `an id of the type ${type}`, value);
  return slug;
}

/** The store would change a lone surrogate in silence. */
function checkedText(text: string, argument: string): string {
  if (/\p{Surrogate}/u.test(text)) throw badUserInput(argument, 'text without lone surrogates', text);
  return text;
}

function given(input: WhereInput): [string, unknown][] {
  return Object.entries(input).filter(([, value]) => value != null);
}

function withoutTexts(scope: Scope): Scope {
  const { texts: _, ...rest } = scope;
  return rest;
}
