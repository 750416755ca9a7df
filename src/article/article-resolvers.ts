import type { GraphContext } from '../context.ts';
import type { Documents } from '../entities.ts';
import type { ArticleResolvers, EvidenceResolvers } from '../generated/schema.ts';
import type { Complete } from '../graph/complete.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { one } from '../graph/relation.ts';
import { relationResolvers } from '../graph/relation-resolvers.ts';
import { selectedFields } from '../graph/selection.ts';
import type { ArticleDocument } from './article-document.ts';
import { articleRelations } from './article-entity.ts';
import { type EvidenceModel, toEvidence } from './evidence-loader.ts';

const relations = relationResolvers<Documents>();
/** In code units; a surrogate pair that would be cut in half is left out. */
const contextLength = 32;

export const articleResolvers: Complete<
  ArticleResolvers,
  Omit<ArticleDocument, 'incidents' | 'statements' | 'actors' | 'locations'>
> = {
  ...relations('Article', articleRelations),
  id: (article) => formatNodeId('Article', article._id),
  label: (article) => article.title,
  url: ({ source }) => source?.url ?? null,
  license: ({ source }) => source?.license ?? null,
  citation: ({ source }) => source?.citation ?? null,
  text: ({ source }) => source?.text ?? null,
  evidence: (article) => article.spans.map((span) => toEvidence(article._id, span)),
};

export const evidenceResolvers: Complete<EvidenceResolvers, Omit<EvidenceModel, 'article' | 'supports'>> = {
  ...relations(undefined, { article: one('Article', 'article') }),
  supports: async ({ supports }, _args, { loaders }, info) => {
    const thing = await loaders.byId[supports.type].load({
      id: supports.slug,
      fields: selectedFields(info, supports.type),
    });
    return { __typename: supports.type, ...thing } as never;
  },
  end: ({ start, quote }) => start + quote.length,
  prefix: async ({ article, start }, _args, context) =>
    (await textOf(article, context)).slice(Math.max(0, start - contextLength), start).replace(/^\p{Surrogate}/u, ''),
  suffix: async ({ article, start, quote }, _args, context) => {
    const end = start + quote.length;
    return (await textOf(article, context)).slice(end, end + contextLength).replace(/\p{Surrogate}$/u, '');
  },
};

async function textOf(id: string, { loaders }: GraphContext): Promise<string> {
  const article = await loaders.byId.Article.load({ id, fields: new Set(['text']) });
  return (article as ArticleDocument | null)?.source.text ?? '';
}
