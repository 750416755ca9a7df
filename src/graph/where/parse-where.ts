import { parseText, type TextQuery } from '../../text/parse-text.ts';
import type { Entities, Entity } from '../entity.ts';
import { badUserInput } from '../errors.ts';
import type { Relation, ToList, ToOne, ToPage } from '../relation.ts';
import {
  all,
  any,
  between,
  type Condition,
  everything,
  exists,
  hasLength,
  isEverything,
  not,
  nothing,
  some,
  test,
} from './condition.ts';
import { meetsNothing } from './meets-nothing.ts';
import { given, naming, parseId, parseIds, parseOperators, parseString, type WhereInput } from './operators.ts';
import { parseBox, parseNear, parsePolygon } from './places.ts';
import { parseMany } from './quantifiers.ts';
import { parseQuantity, parseSpan } from './ranges.ts';
import { textCondition } from './text-condition.ts';
import type { WhereField } from './where-field.ts';

export interface ParsedWhere {
  condition: Condition;
  /** The texts that it asks the thing itself for, and not through `not`: what relevance is counted by. */
  texts: readonly TextQuery[];
}

/** So many levels of inputs a filter may have; each level of a relation, of `and`, `or` and `not` is one. */
const mostLevels = 20;

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

function withoutTexts(scope: Scope): Scope {
  const { texts: _, ...rest } = scope;
  return rest;
}
