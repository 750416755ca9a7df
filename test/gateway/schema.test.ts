import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** Every type, field, argument, input field and enum value, by coordinate. */
function* described(): Generator<[coordinate: string, description: string | null | undefined]> {
  for (const type of types) {
    yield [type.name, type.description];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
    }
  }
}

describe('schema.graphql', () => {
  it('describes everything in one plain sentence', () => {
    const all = [...described()];
    expect(all.length).toBeGreaterThan(1000);
    const faults = all.filter(([, description]) => !/^[A-Z'][^\n]{1,200}\.$/u.test(description ?? ''));
    expect(faults).toEqual([]);
  });

  it('opens with a description that ends in a valid query', () => {
    const [, query = ''] = /\n```graphql\n(.+)\n```$/s.exec(schema.description ?? '') ?? [];
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it('states once in every filter that null is ignored', () => {
    const filters = types.filter(({ name }) => name.endsWith('Where'));
    expect(filters.length).toBeGreaterThan(60);
    for (const { name, description } of filters)
      expect(`${name}: ${description}`).toMatch(/^(?:(?!null).)*A field that is `null` is ignored\.(?:(?!null).)*$/);
  });

  it('defines the root types first and the scalars last', () => {
    const source = readFileSync('schema.graphql', 'utf8');
    const names = [...source.matchAll(/^(?:type|interface|input|enum|scalar) (\w+)/gm)].map(([, name]) => name);
    const scalars = types.filter(isScalarType).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Query', 'Mutation']);
    expect(names.slice(-scalars.length).sort()).toEqual(scalars.sort());
  });

  it('has nullable connections, which can fail alone, and lists without null items', () => {
    for (const type of types) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const written = String(field.type);
        if (written.endsWith('Connection') || written.endsWith('Connection!'))
          expect(`${type.name}.${field.name}: ${written}`).not.toMatch(/!$/);
        if (written.startsWith('[') && `${type.name}.${field.name}` !== 'Query.nodes')
          expect(`${type.name}.${field.name}: ${written}`).toMatch(/!\]!?$/);
      }
    }
  });

  it('marks as semantically non-null what is null only if it failed', () => {
    const counts = ['totalCount', 'groups', 'groupCount', 'timeline', 'cells'];
    const marked: string[] = [];
    const expected = ['Query.nodes'];
    for (const type of types) {
      if (!isObjectType(type)) continue;
      for (const { name, type: fieldType, astNode } of Object.values(type.getFields())) {
        const isCount = /(Connection|Group)$/.test(type.name) && counts.includes(name);
        if (isCount || String(fieldType).endsWith('Connection')) expected.push(`${type.name}.${name}`);
        if (astNode?.directives?.some((directive) => directive.name.value === 'semanticNonNull'))
          marked.push(`${type.name}.${name}`);
      }
    }
    expect(expected.length).toBeGreaterThan(40);
    expect(marked.sort()).toEqual(expected.sort());
  });
});
