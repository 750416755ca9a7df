import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { packageRoot } from '../../../src/config/package-root.ts';
import { connectionDocument, pageDocument, partsDocument } from '../../../src/server/exports/export-documents.ts';
import { exportTypes } from '../../../src/server/exports/export-types.ts';
import { type ExportName, exportNames, shortForms } from '../../../src/server/exports/short-forms.ts';
import { costOf } from '../../../src/server/limits/operation-cost.ts';

const schema = buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));

function subsets(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, index) => bits & (1 << index)));
}

describe.each(exportNames)('the queries of exports of %s', (name: ExportName) => {
  it('are valid with every combination of short forms', () => {
    for (const given of subsets(Object.keys(shortForms[name]))) {
      const query = pageDocument(name, given);
      expect({ query, errors: validate(schema, parse(query, { maxTokens: 1000 })) }).toEqual({ query, errors: [] });
    }
  });

  it('are valid for the rest of long lists', () => {
    const type = exportTypes[name];
    const queries = [
      ...Object.keys(type.parts).map((field) => partsDocument(type, field)),
      ...Object.keys(type.connections).map((field) => connectionDocument(type, field)),
    ];
    for (const query of queries)
      expect({ query, errors: validate(schema, parse(query)) }).toEqual({ query, errors: [] });
  });

  it('have a page that costs a tenth of what an operation may, at most', () => {
    const document = parse(pageDocument(name, []));
    const operation = getOperationAST(document);
    if (!operation) throw new Error('No operation');
    const { requested } = costOf(schema, document, operation, { first: exportTypes[name].pageSize, where: {} });
    expect(requested).toBeLessThanOrEqual(parseConfig({}).maxCost / 10);
  });
});
