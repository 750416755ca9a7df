import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { playgroundQueries } from '../playground/queries.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { type ClientProject, createClientProject } from './client-project.ts';

let gateway: TestGateway;
let project: ClientProject;

/** Each query has its own folder of types, since two of them have a fragment of the same name. */
const queries = playgroundQueries.map(({ file, text }) => ({
  text,
  name: getOperationAST(parse(text))?.name?.value ?? '',
  file: `queries/${file}`,
  types: `types/${basename(file, '.graphql')}`,
}));

const config = {
  scalars: {
    Date: 'string',
    DateTime: 'string',
    NonNegativeInt: 'number',
    CountryCode: 'string',
    URL: 'string',
    Latitude: 'number',
    Longitude: 'number',
    JSON: 'unknown',
    ArticleInput: 'unknown',
  },
  strictScalars: true,
  useTypeImports: true,
  importExtension: '.ts',
};

const statements: [name: string, statement: string, error?: string][] = [
  ['every selected field', 'ask(WhoDeniedItDocument, {}).incident?.responsibility?.deniedBy[0]?.statement.text;'],
  ['no field that the schema does not have', 'ask(WhoDeniedItDocument, {}).incident?.headline;', 'TS2339'],
  ['no field that is not selected', 'ask(WhoDeniedItDocument, {}).incident?.date;', 'TS2339'],
  ['nullable fields', 'ask(WhoDeniedItDocument, {}).incident.title;', 'TS2531'],
  ['the values of enums', "ask(WhoWasHitDocument, {}).incidents?.nodes[0]?.outcome === 'BOILED';", 'TS2367'],
  ['variables', 'ask(WhatTheArticleSaysDocument, { first: 5, after: null });'],
  ['the types of variables', "ask(WhatTheArticleSaysDocument, { first: 'five' });", 'TS2322'],
  ['no variable that the query does not have', 'ask(WhatTheArticleSaysDocument, { last: 5 });', 'TS2353'],
];

/** The compiler's errors in the types and in the modules that use them, as `file error`. */
let errors: string[];

beforeAll(async () => {
  project = createClientProject();
  project.write('package.json', { type: 'module' });
  project.write('codegen.json', {
    schema: 'schema.graphql',
    generates: Object.fromEntries(
      queries.map(({ file, types }) => [
        `${types}/`,
        { documents: file, preset: 'client', presetConfig: { fragmentMasking: false }, config },
      ]),
    ),
  });
  project.write('tsconfig.json', {
    extends: join(packageRoot, 'tsconfig.json'),
    compilerOptions: { types: [] },
    include: ['types', 'use'],
  });
  gateway = await openTestGateway();
  await gateway.seed(
    JSON.parse(readFileSync(join(packageRoot, 'seed/articles/us-troops-iraq-2023-11-12.json'), 'utf8')),
  );

  for (const { file, name, text, types } of queries) {
    project.write(file, text);
    project.write(`use/${name}.ts`, moduleWithAnswer(`../${types}/graphql.ts`, name, await gateway.ask(text)));
  }
  statements.forEach(([, statement], i) => {
    project.write(`use/statement-${i}.ts`, moduleWithStatement(statement));
  });
  expect(project.run('graphql-codegen', ['--config', 'codegen.json'])).toMatchObject({ code: 0 });
  const { output } = project.run('tsc', ['--pretty', 'false']);
  errors = [...output.matchAll(/^(\S+)\.ts\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, error]) => `${file} ${error}`);
}, 120_000);
afterAll(async () => {
  project.remove();
  await gateway.close();
});

describe('the types that client-preset generates for the queries of docs/questions.md', () => {
  it('compile in strict mode', () => {
    for (const { types } of queries) expect(project.list(types)).toContain('graphql.ts');
    expect(errors.filter((error) => error.startsWith('types/'))).toEqual([]);
  });

  it.each(queries.map(({ name }) => name))('match the response to %s', (name) => {
    expect(errors.filter((error) => error.startsWith(`use/${name} `))).toEqual([]);
  });

  it.each(statements.map(([name, , error], i) => [name, `use/statement-${i}`, error]))(
    'include %s',
    (_name, file, error) => {
      expect(errors.filter((each) => each.startsWith(`${file} `))).toEqual(error ? [`${file} ${error}`] : []);
    },
  );
});

/** A module that compiles only if the response has exactly the type of its query. */
function moduleWithAnswer(types: string, query: string, answer: unknown): string {
  return `
    import type { ResultOf } from '@graphql-typed-document-node/core';
    import type { ${query}Document } from '${types}';

    export const answer = ${JSON.stringify(answer)} satisfies ResultOf<typeof ${query}Document>;`;
}

/** A module that uses queries like a typed client. */
function moduleWithStatement(statement: string): string {
  return `
    import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
    import { WhoWasHitDocument } from '../types/01-who-was-hit/graphql.ts';
    import { WhoDeniedItDocument } from '../types/02-who-denied-it/graphql.ts';
    import { WhatTheArticleSaysDocument } from '../types/05-what-the-article-says/graphql.ts';

    declare function ask<Result, Variables>(query: TypedDocumentNode<Result, Variables>, variables: Variables): Result;

    ${statement}`;
}
