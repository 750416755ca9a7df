import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** Every type, field, argument, input field and enum value, by its coordinate. */
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

  it('has what fails alone nullable, and the items of lists not', () => {
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
});
