import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, Kind, parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { playgroundQueries, playgroundSubscriptions } from './queries.ts';

const schema = buildSchema(readProjectFile('schema.graphql'));
const folder = 'seed/articles/annotated/';
const first = JSON.parse(readProjectFile('seed/articles/us-troops-iraq-2023-11-12.json'));
const annotated = readdirSync(new URL(`../../${folder}`, import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readProjectFile(folder + file)));

describe.each(playgroundSubscriptions)('the subscription $file of the playground', ({ file, text }) => {
  const document = parse(text);

  it('is valid', () => {
    expect(validate(schema, document)).toEqual([]);
  });

  it('begins with a comment that describes it', () => {
    expect(text).toMatch(/^# [A-Z].+\n/);
  });

  it('is one subscription, with the name of its file', () => {
    const operation = getOperationAST(document);
    expect(operation?.operation).toBe('subscription');
    expect(kebabCase(operation?.name?.value ?? '')).toBe(file.replace('.graphql', ''));
  });
});

describe('the queries of the playground', () => {
  it('are twelve', () => {
    expect(playgroundQueries).toHaveLength(12);
  });

  describe.each(playgroundQueries)('$file', ({ file, text }) => {
    const document = parse(text);
    // The first seven are tabs of a first visit, when only the first article is certain to be there.
    const articles = Number.parseInt(file, 10) <= 7 ? [first] : annotated;

    it('is valid', () => {
      expect(validate(schema, document)).toEqual([]);
    });

    it('begins with a comment that describes it', () => {
      expect(text).toMatch(/^# [A-Z].+\n/);
    });

    it('has one operation, with the name of its file', () => {
      const name = getOperationAST(document)?.name?.value ?? '';
      expect(kebabCase(name)).toBe(file.replace(/^\d+-|\.graphql$/g, ''));
    });

    it('uses ids that the articles define', () => {
      const asked: { field: string; id: string }[] = [];
      visit(document, {
        Field(field) {
          const value = field.arguments?.find((argument) => argument.name.value === 'id')?.value;
          if (value?.kind === Kind.STRING) asked.push({ field: field.name.value, id: value.value });
        },
      });
      expect(asked.filter(({ field, id }) => !articles.some((article) => isDefined(article, field, id)))).toEqual([]);
    });
  });
});

function kebabCase(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();
}

function isDefined(article: any, field: string, id: string): boolean {
  if (field === 'article') return article.id === id;
  return article[`${field}s`].some((node: { id: string }) => node.id === id);
}

function readProjectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}
