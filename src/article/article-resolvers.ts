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

export const evidenceResolvers: Complete<EvidenceResolvers, Omit<EvidenceModel, 'article' | 'supports' | 'quote'>> = {
  ...relations(undefined, { article: one('Article', 'article') }),
  supports: async ({ supports }, _args, { loaders }, info) => {
    const thing = await loaders.byId[supports.type].load({
      id: supports.slug,
      fields: selectedFields(info, supports.type),
    });
    return { __typename: supports.type, ...thing } as never;
  },
  quote: ({ quote }, _args, { readsTexts }) => (readsTexts ? quote : null),
  end: ({ start, quote }) => start + quote.length,
  prefix: ({ article, start }, _args, context) => textOf(article, Math.max(0, start - contextLength), start, context),
  suffix: ({ article, start, quote }, _args, context) => {
    const end = start + quote.length;
    return textOf(article, end, end + contextLength, context);
  },
};

/** Without half of a surrogate pair at its ends; null where it is not for the client. */
async function textOf(id: string, from: number, to: number, context: GraphContext): Promise<string | null> {
  if (!context.readsTexts) return null;
  const article = await context.loaders.byId.Article.load({ id, fields: new Set(['text']) });
  const text = (article as ArticleDocument | null)?.source.text ?? '';
  return text.slice(from, to).replace(/^\p{Surrogate}|\p{Surrogate}$/gu, '');
}
