import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/entities/article/article.ts';
import { groundArticle } from '../../src/ingest/ground/ground-article.ts';
import { findArticleFiles } from '../../src/ingest/read/find-article-files.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';

/** Returns the articles of a folder. Throws if one is rejected. */
function articlesIn(folder: string): Article[] {
  const { files } = findArticleFiles([`seed/articles/${folder}`]);
  const articles = files.filter((file) => !file.endsWith('merges.ndjson'));
  return articles.flatMap((file) =>
    [...parseArticles({ file, bytes: readFileSync(file) })].flatMap(({ article, rejections }) => {
      if (rejections) throw new Error(JSON.stringify(rejections));
      return article && 'text' in article ? [article as Article] : [];
    }),
  );
}

function idsOf({ id, actors = [], locations = [], incidents = [] }: Article): string[] {
  return [id, ...[...actors, ...locations, ...incidents].map((node) => node.id)];
}

describe('the annotated articles', () => {
  const articles = articlesIn('annotated');

  it('are of five publishers, and say under which terms', () => {
    const terms = articles.map(({ publisher, license }) => `${publisher}: ${license}`);
    expect([...new Set(terms)].sort()).toEqual([
      'Australian Department of Foreign Affairs: CC BY 3.0 AU',
      'CENTCOM: Public domain',
      'US State Department: Public domain',
      'Uppsala Conflict Data Program: CC BY 4.0',
      'Wikipedia: CC BY-SA 3.0',
    ]);
    expect(articles.filter(({ citation = '' }) => !/re3d|UCDP/.test(citation))).toEqual([]);
  });

  it('have a version, so that an import of the same texts does not replace them', () => {
    expect(articles.map(({ version }) => version)).toEqual(articles.map(() => 1));
    const imported = articlesIn('imported').map(({ id }) => id);
    expect(articles.filter(({ id }) => imported.includes(id))).toEqual([]);
  });

  it('have only warnings that are known to be false', () => {
    const warnings = articles.flatMap((article) =>
      groundArticle(article).map(({ pointer, code }) => `${article.id.slice(0, 11)} ${pointer} ${code}`),
    );
    expect(warnings).toEqual([
      // "We" and "our" are the United States, in whose name the text is written.
      're3d-2e857e /statements/8/speaker NAME_NOT_NEAR',
      're3d-2e857e /statements/9/speaker NAME_NOT_NEAR',
      're3d-487c0b /statements/3/speaker NAME_NOT_NEAR',
      're3d-487c0b /statements/4/speaker NAME_NOT_NEAR',
      // "For two years" is about 2014.
      're3d-d52939 /incidents/1/date DATE_NOT_IN_QUOTE',
      // Headlines of several publishers stand in one text, some without a full stop.
      'ucdp-198043 /statements/1/speaker NAME_NOT_NEAR',
      'ucdp-198404 /statements/1/speaker NAME_NOT_NEAR',
      'ucdp-198404 /statements/3/speaker NAME_NOT_NEAR',
      'ucdp-198404 /statements/4/speaker NAME_NOT_NEAR',
    ]);
  });
});

describe('the invented articles', () => {
  const articles = articlesIn('demo');

  it('say that they are invented, in their title, publisher, licence and citation', () => {
    for (const { title, publisher, license, citation } of articles) {
      for (const shown of [title, publisher]) expect(shown).toMatch(/invent|مخترع/i);
      for (const term of [license, citation]) expect(term).toMatch(/Invented/);
    }
  });

  it('are in three languages', () => {
    expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['en', 'es', 'ar']));
  });

  it('share no id with others', () => {
    expect(articles.flatMap(idsOf).filter((id) => !id.startsWith('demo-'))).toEqual([]);
    const others = [
      ...articlesIn('annotated'),
      ...articlesIn('imported'),
      ...articlesIn('us-troops-iraq-2023-11-12.json'),
    ];
    expect(others.flatMap(idsOf).filter((id) => id.startsWith('demo-'))).toEqual([]);
  });

  it('have no warnings', () => {
    expect(articles.flatMap(groundArticle)).toEqual([]);
  });
});
