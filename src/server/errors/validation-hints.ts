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
 * Returns a sentence to append to a validation message of graphql-js, which lists valid names or shows a corrected value;
 * undefined if there is none. It reveals the schema, so it is not for clients without introspection.
 */
export function validationHint(schema: GraphQLSchema, message: string): string | undefined {
  for (const [pattern, hint] of hints) {
    const match = pattern.exec(message);
    if (match) return hint(schema, match);
  }
  return undefined;
}

type Hint = (schema: GraphQLSchema, match: RegExpExecArray) => string | undefined;

/**
 * Matches the messages of graphql-js. They may begin with long input of the client, so no pattern has two unbounded
 * parts, which would take quadratic time.
 */
const hints: readonly (readonly [RegExp, Hint])[] = [
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

/** A string without inner quotes, a name other than null, or a number. */
const plain = /^(?!null$)("[^"\\\n]{0,80}"|[\w.-]{1,80})$/u;

/** Wraps `found` in an input object, in its field `id` or its first one; undefined if several fields are required. */
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
  return names.length > 0 ? ` Available: ${names.join(', ')}.` : undefined;
}

function valuesOf(schema: GraphQLSchema, typeName = ''): string[] {
  const type = schema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

function fieldsOf(schema: GraphQLSchema, typeName = ''): string[] {
  const type = schema.getType(typeName);
  return isInputObjectType(type) || isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
}

function fieldOf(schema: GraphQLSchema, typeName: string, field: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
}
