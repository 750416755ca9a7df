import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { tries } from '../support/runs.ts';
import { checkExecutor } from './comparison/check-executor.ts';
import { worldSchema } from './comparison/check-request.ts';
import { anyRequest } from './documents/any-request.ts';
import { parseRequest } from './documents/request.ts';
import { scalarLiterals } from './world/inputs.ts';

describe('the batched executor', () => {
  it('returns what graphql-js returns for random documents', async () => {
    const parameters = tries(2500);
    const fallbacks = await checkExecutor(parameters);
    const executions = 3 * parameters.numRuns;
    const count = [...fallbacks.values()].reduce((sum, each) => sum + each, 0);
    expect(count / executions).toBeLessThan(0.25);
  });
});

describe('the generator of documents', () => {
  it.each([
    ['the world', worldSchema, scalarLiterals],
    ['the gateway', buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8')), {}],
  ])('generates only documents that are valid for the schema of %s', (_, schema, scalars) => {
    fc.assert(
      fc.property(anyRequest(schema, scalars), (request) => {
        expect(validate(schema, parseRequest(request))).toEqual([]);
      }),
      tries(200),
    );
  });
});
