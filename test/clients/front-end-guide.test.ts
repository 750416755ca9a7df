import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import config from './app/codegen.ts';
import { gatewaySchema } from './gateway-schema.ts';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

const blocks = [...read('docs/front-end.md').matchAll(/```tsx?\n(.*?)```/gs)].map(([, code]) => code);

/** The files that the guide quotes, in its order. All of them are compiled, and run by a test. */
const quoted = [
  'test/clients/app/codegen.ts',
  'test/clients/app/src/incident-list.tsx',
  'test/clients/app/src/cache.ts',
  'test/clients/app/src/client.ts',
  'test/clients/urql-cache.ts',
  'test/clients/app/src/problem.tsx',
];

describe('docs/front-end.md', () => {
  it('quotes the files that the tests run, whole and unchanged', () => {
    expect(blocks).toEqual(quoted.map(read));
  });

  it('has a type for each custom scalar, and no others', () => {
    const scalars = Object.values(gatewaySchema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    const [output] = Object.values(config.generates);
    const types = (output as { config: { scalars: object } }).config.scalars;
    expect(Object.keys(types).sort()).toEqual(scalars.map(({ name }) => name).sort());
  });
});
