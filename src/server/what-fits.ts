import {
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/**
 * What could stand where graphql-js refuses what stands there, as a sentence to put behind its message; undefined where
 * the message says enough. Those who may not read the schema are not to be told.
 */
export function whatFits(schema: GraphQLSchema, message: string): string | undefined {
  for (const [pattern, advise] of advice) {
    const match = pattern.exec(message);
    if (match) return advise(schema, match);
  }
  return undefined;
}

type Advise = (schema: GraphQLSchema, match: RegExpExecArray) => string | undefined;

/** As graphql-js words it. What a client wrote may stand in front, and be long: no pattern searches for two things. */
const advice: readonly (readonly [RegExp, Advise])[] = [
  [/ does not exist in "(\w+)" enum/u, (schema, [, type]) => itHas(valuesOf(schema, type))],
  [/Enum "(\w+)" cannot represent/u, (schema, [, type]) => itHas(valuesOf(schema, type))],
  [/^Field "\w+" argument "\w+" of type "(\w+)!" is required/u, (schema, [, type]) => itHas(valuesOf(schema, type))],
  [/ is not defined by type "(\w+)"/u, (schema, [, type]) => itHas(fieldsOf(schema, type))],
  [/Expected type "(\w+)" to be an object/u, (schema, [, type]) => itHas(fieldsOf(schema, type))],
  [
    /^Expected value of type "\W*(\w+)\W*", found (.*)\.$/su,
    (schema, [, type = '', found = '']) => {
      const example = plain.test(found) ? exampleOf(schema.getType(type), found) : undefined;
      return example ? ` Write ${example}.` : itHas(fieldsOf(schema, type));
    },
  ],
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/u,
    (schema, [, field = '', type = '']) => {
      const inside = ['node', 'nodes'].find((name) => {
        const items = fieldOf(schema, type, name);
        return items && fieldsOf(schema, getNamedType(items.type).name).includes(field);
      });
      return inside ? ` Write ${inside} { ${field} }.` : itHas(fieldsOf(schema, type));
    },
  ],
  [
    /^Unknown argument "\w+" on field "(\w+)\.(\w+)"/u,
    (schema, [, type = '', field = '']) => itHas(fieldOf(schema, type, field)?.args.map(({ name }) => name) ?? []),
  ],
];

/** A string without quotes in it, a name or a number, and not the name null. */
const plain = /^(?!null$)("[^"\\\n]{0,80}"|[\w.-]{1,80})$/u;

/** `found` in its place, under the id or the first of the fields; undefined where it takes more than one. */
function exampleOf(type: unknown, found: string, levels = 3): string | undefined {
  if (!isInputObjectType(type) || levels === 0) return undefined;
  const fields = Object.values(type.getFields());
  const field = fields.find(({ name }) => name === 'id') ?? fields[0];
  if (!field || fields.filter(isRequiredInputField).length > 1) return undefined;
  const inner = getNamedType(field.type);
  const value = isEnumType(inner) ? found.replaceAll('"', '') : found;
  const example = isInputObjectType(inner) ? exampleOf(inner, found, levels - 1) : value;
  return example && `{ ${field.name}: ${example} }`;
}

function itHas(names: readonly string[]): string | undefined {
  return names.length > 0 ? ` It has ${names.join(', ')}.` : undefined;
}

function valuesOf(schema: GraphQLSchema, typeName = ''): string[] {
  const type = schema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

function fieldsOf(schema: GraphQLSchema, typeName = ''): string[] {
  const type = schema.getType(typeName);
  return isInputObjectType(type) || isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}

/** A field of what can be selected from. */
function fieldOf(schema: GraphQLSchema, typeName: string, field: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
}
