import type { ArticleResolvers, EvidenceResolvers } from '../../generated/resolvers.ts';
import { batched } from '../../query/batched.ts';
import { formatNodeId, type NodeType } from '../../query/node-id.ts';
import { defaultSizes, takeParts } from '../../query/part-list.ts';
import { toOne } from '../../query/relation.ts';
import { relationResolvers } from '../../query/relation-resolvers.ts';
import type { RequireMissing } from '../../query/require-missing.ts';
import { selectedFields } from '../../query/selection.ts';
import { createPage, type Page } from '../../text/page.ts';
import { linkToText } from '../../text/text-fragment.ts';
import { historyOf } from '../change/change-resolvers.ts';
import type { GraphContext } from '../context.ts';
import type { EntityDocuments } from '../entities.ts';
import type { ArticleDocument, SpanDocument } from './article-document.ts';
import { articleRelations } from './article-entity.ts';
import { type EvidenceModel, toEvidence } from './evidence-loader.ts';

const relations = relationResolvers<EntityDocuments>();
/** The length of prefix and suffix in code units. A surrogate pair that would be cut in half is left out. */
const contextLength = 32;

export const articleResolvers: RequireMissing<
  ArticleResolvers,
  Omit<ArticleDocument, 'incidents' | 'statements' | 'actors' | 'locations'>
> = {
  ...relations('Article', articleRelations),
  id: (article) => formatNodeId('Article', article._id),
  history: historyOf('Article'),
  label: (article) => article.title,
  url: ({ source }) => source?.url ?? null,
  license: ({ source }) => source?.license ?? null,
  citation: ({ source }) => source?.citation ?? null,
  publishedAt: ({ order, published }) => (order.published === published ? null : order.published),
  text: ({ source }) => source?.text ?? null,
  json: ({ source }, _args, { readsTexts }) => (readsTexts ? source : null),
  version: ({ source }) => source?.version ?? 0,
  evidence: (article, args, _context, info) => {
    const toPart = (span: SpanDocument) => toEvidence(article._id, span);
    return takeParts(article.spans, toPart, args, info, defaultSizes.articleEvidence);
  },
};

export const evidenceResolvers: RequireMissing<
  EvidenceResolvers,
  Omit<EvidenceModel, 'article' | 'supports' | 'quote'>
> = {
  ...relations(undefined, { article: toOne('Article', 'article') }),
  supports: batched<EvidenceModel, unknown, GraphContext, EntityDocuments[NodeType]>(
    async (evidence, _args, { loaders }, info) => {
      const nodes = await Promise.all(
        evidence.map(({ supports: { type, slug } }) =>
          loaders.byId[type].load({ id: slug, fields: selectedFields(info, type) }).catch(toError),
        ),
      );
      return nodes.map((node, index) =>
        node instanceof Error
          ? node
          : ({ __typename: evidence[index]?.supports.type, ...node } as unknown as EntityDocuments[NodeType]),
      );
    },
  ),
  quote: ({ quote }, _args, { readsTexts }) => (readsTexts ? quote : null),
  prefix: ofText((article, { start }) => textOf(article, Math.max(0, start - contextLength), start)),
  suffix: ofText((article, { end }) => textOf(article, end, end + contextLength)),
  url: fromArticle(new Set(['url', 'text']), (article, { start, end }, { readsTexts }) => {
    const url = article?.source?.url ?? null;
    return url !== null && article && readsTexts ? linkToText(url, pageOf(article), start, end) : url;
  }),
};

/** Returns the resolver of a field that is read from the article of each evidence; null if it was removed since. */
function fromArticle<Value>(
  fields: ReadonlySet<string>,
  read: (article: ArticleDocument | null, evidence: EvidenceModel, context: GraphContext) => Value,
) {
  return batched<EvidenceModel, unknown, GraphContext, Value>(async (evidence, _args, context) => {
    const ids = [...new Set(evidence.map(({ article }) => article))];
    const loaded = await context.loaders.byId.Article.loadMany(ids.map((id) => ({ id, fields })));
    const articles = new Map(ids.map((id, index) => [id, loaded[index] as ArticleDocument | Error | null]));
    return evidence.map((each) => {
      const article = articles.get(each.article) ?? null;
      return article instanceof Error ? article : read(article, each, context);
    });
  });
}

/** Returns the resolver of a part of the text; null, without reading, for clients without access to article text. */
function ofText(read: (article: ArticleDocument | null, evidence: EvidenceModel) => string) {
  const { resolveAll } = fromArticle(new Set(['text']), read);
  return batched<EvidenceModel, unknown, GraphContext, string | null>((evidence, args, context, info) =>
    context.readsTexts ? resolveAll(evidence, args, context, info) : evidence.map(() => null),
  );
}

/** Returns a part of the text without half surrogate pairs at its ends. */
function textOf(article: ArticleDocument | null, from: number, to: number): string {
  return (article?.source.text ?? '').slice(from, to).replace(/^\p{Surrogate}|\p{Surrogate}$/gu, '');
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A node could not be read', { cause: reason });
}

/** The pages of articles; loaded documents live as long as the request. */
const pages = new WeakMap<ArticleDocument, Page>();

function pageOf(article: ArticleDocument): Page {
  const page = pages.get(article) ?? createPage(article.source.text);
  pages.set(article, page);
  return page;
}
