import type { Article } from '../article/article.ts';
import type { ArticleDocument } from '../article/article-document.ts';
import { collationKey } from '../graph/collation-key.ts';
import { firstWords } from '../graph/first-words.ts';
import { hashArticle } from './apply-versions.ts';
import { articleSpans } from './article-spans.ts';
import { type AccountDocument, accountsOf } from './fold/account.ts';
import { applyMerges } from './fold/apply-merges.ts';
import { statementId } from './fold/fold-statement.ts';
import type { Survivors } from './fold/merges.ts';
import { omitAbsent } from './fold/omit-absent.ts';
import { foundBy } from './found-by.ts';
import { incidentReports } from './incident-reports.ts';

/** An article as it is stored, and what else derives from it alone. */
export interface IndexedArticle {
  document: ArticleDocument;
  /** Under survivors' ids. */
  article: Article;
  accounts: AccountDocument[];
}

/** The article as it is stored. */
export function articleDocument(source: Article, survivors?: Survivors): ArticleDocument {
  return indexArticle(source, survivors).document;
}

/** All ids in what it returns, but for those in `source`, are survivors' ids. */
export function indexArticle(source: Article, survivors: Survivors = new Map()): IndexedArticle {
  const article = applyMerges(source, survivors);
  const accounts = accountsOf(article);
  const { published, publisher, language, url, license, citation } = article;
  const title = article.title ?? firstWords(article.text);
  const incidents = distinctIds(article.incidents);
  const actors = distinctIds(article.actors);
  const locations = distinctIds(article.locations);
  const statements = (article.statements ?? []).map((statement) => statementId(article, statement));
  const document = omitAbsent({
    _id: article.id,
    hash: hashArticle(source),
    source,
    title,
    published,
    publisher,
    language,
    incidents,
    actors,
    locations,
    statements,
    accounts: accounts.map(({ _id }) => _id),
    reports: incidentReports(accounts),
    spans: articleSpans(article),
    counts: {
      incidents: incidents.length,
      statements: statements.length,
      actors: actors.length,
      locations: locations.length,
    },
    order: {
      title: collationKey(title),
      publisher: collationKey(publisher ?? ''),
      language: collationKey(language ?? ''),
    },
    folded: omitAbsent({
      url: url && collationKey(url),
      license: license && collationKey(license),
      citation: citation && collationKey(citation),
    }),
    ...foundBy([
      { mark: 'n', text: title, language },
      { mark: 't', text: article.text, language },
    ]),
  });
  return { document, article, accounts };
}

function distinctIds(things: readonly { id: string }[] | undefined): string[] {
  return [...new Set(things?.map(({ id }) => id))];
}
