import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { packageRoot } from '../../src/config/package-root.ts';

const schema = buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));

export function inputType(name: string): GraphQLInputObjectType {
  return schema.getType(name) as GraphQLInputObjectType;
}

export function objectType(name: string): GraphQLObjectType {
  return schema.getType(name) as GraphQLObjectType;
}

/** Returns the values of an enum, in the order of the schema. */
export function enumValues(name: string): string[] {
  const type = schema.getType(name) as unknown as { getValues(): { name: string }[] };
  return type.getValues().map((value) => value.name);
}
