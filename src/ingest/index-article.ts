import type { Article } from '../article/article.ts';
import type { ArticleDocument } from '../article/article-document.ts';
import { collationKey } from '../graph/collation-key.ts';
import { firstWords } from '../graph/first-words.ts';
import { articleSpans } from './article-spans.ts';
import { articleStates } from './article-states.ts';
import { applyMerges } from './fold/apply-merges.ts';
import { statementId } from './fold/fold-statement.ts';
import type { Survivors } from './fold/merges.ts';
import { omitAbsent } from './fold/omit-absent.ts';
import { foundBy } from './found-by.ts';
import { incidentReports } from './incident-reports.ts';

/** The article as it is stored. All ids in it, but for those in `source`, are survivors' ids. */
export function articleDocument(source: Article, survivors: Survivors = new Map()): ArticleDocument {
  const article = applyMerges(source, survivors);
  const { published, publisher, language, url, license, citation } = article;
  const title = article.title ?? firstWords(article.text);
  const incidents = distinctIds(article.incidents);
  const actors = distinctIds(article.actors);
  const locations = distinctIds(article.locations);
  const statements = (article.statements ?? []).map((statement) => statementId(article, statement));
  return omitAbsent({
    _id: article.id,
    source,
    title,
    published,
    publisher,
    language,
    incidents,
    actors,
    locations,
    statements,
    states: articleStates(article),
    reports: incidentReports(article),
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
}

function distinctIds(things: readonly { id: string }[] | undefined): string[] {
  return [...new Set(things?.map(({ id }) => id))];
}
