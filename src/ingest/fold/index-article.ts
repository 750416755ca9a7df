import type { Article } from '../../entities/article/article.ts';
import type { ArticleDocument } from '../../entities/article/article-document.ts';
import type { Survivors } from '../../query/merges.ts';
import { excerpt } from '../../text/excerpt.ts';
import { foldText } from '../../text/fold-text.ts';
import { nameKeys } from '../../text/name-keys.ts';
import { dayOf } from '../parse/publication.ts';
import { applyMerges } from './apply-merges.ts';
import { hashArticle } from './apply-versions.ts';
import { articleSpans } from './article-spans.ts';
import { type AssertionDocument, assertionsOf } from './assertion.ts';
import { statementId } from './fold-statement.ts';
import { incidentReports } from './incident-reports.ts';
import { omitAbsent } from './omit-absent.ts';
import { searchFields } from './search-fields.ts';

/** An article as it is stored, and all other documents that derive from it alone. */
export interface IndexedArticle {
  document: ArticleDocument;
  /** The article with survivors' ids. */
  article: Article;
  accounts: AssertionDocument[];
}

/** Returns the stored form of the article. */
export function articleDocument(source: Article, survivors?: Survivors): ArticleDocument {
  return indexArticle(source, survivors).document;
}

/**
 * Computes the stored article and its assertions. All ids in the result are survivors' ids, except in
 * `document.source`.
 */
export function indexArticle(source: Article, survivors: Survivors = new Map()): IndexedArticle {
  const article = applyMerges(source, survivors);
  const assertions = assertionsOf(article, source);
  const { published, publisher, language, url, license, citation } = article;
  const title = article.title ?? excerpt(article.text);
  const incidents = distinctIds(article.incidents);
  const actors = distinctIds(article.actors);
  const locations = distinctIds(article.locations);
  const statements = (article.statements ?? []).map((statement) => statementId(article, statement));
  const document = omitAbsent({
    _id: article.id,
    hash: hashArticle(source),
    source,
    title,
    published: dayOf(published),
    publisher,
    language,
    incidents,
    actors,
    locations,
    statements,
    accounts: assertions.map(({ _id }) => _id),
    reports: incidentReports(assertions),
    spans: articleSpans(article),
    counts: {
      incidents: incidents.length,
      statements: statements.length,
      actors: actors.length,
      locations: locations.length,
    },
    order: {
      title: foldText(title),
      publisher: foldText(publisher ?? ''),
      language: foldText(language ?? ''),
      published,
    },
    folded: omitAbsent({
      url: url && foldText(url),
      license: license && foldText(license),
      citation: citation && foldText(citation),
    }),
    ...searchFields([
      { mark: 'n', kind: 'title', text: title, language },
      { mark: 't', kind: 'article', text: article.text, language },
    ]),
    nameKeys: nameKeys([title]),
  });
  return { document, article, accounts: assertions };
}

function distinctIds(entities: readonly { id: string }[] | undefined): string[] {
  return [...new Set(entities?.map(({ id }) => id))];
}
