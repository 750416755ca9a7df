import type { GraphContext } from '../context.ts';
import type { NodeType } from '../graph/node-id.ts';
import { parseSize } from '../graph/page-arguments.ts';
import type { ArticleDocument } from './article-document.ts';
import { type EvidenceModel, toEvidence, type UnitedList } from './evidence-loader.ts';

/** Where the evidence of something is to be found: over all articles, or in the one article that says it. */
export type EvidenceSource =
  | { type: NodeType; id: string; part?: { list: UnitedList; key: string } }
  | { article: string; spanKey: string };

/** What a part of a thing carries beside its values, so that its evidence can be found. */
export interface WithEvidence {
  evidenceSource: EvidenceSource;
}

const largestFirst = 1000;

/** At most `first` spans, newest article first, then in text order. */
export async function loadEvidence(
  source: EvidenceSource,
  first: number,
  context: GraphContext,
): Promise<EvidenceModel[]> {
  parseSize('first', first, largestFirst);
  if ('type' in source) return context.loaders.evidence.load({ ...source, first });
  const article = await context.loaders.byId.Article.load({ id: source.article, fields: new Set(['evidence']) });
  const spans = (article as Pick<ArticleDocument, 'spans'> | null)?.spans ?? [];
  return spans
    .filter((span) => span.key === source.spanKey)
    .slice(0, first)
    .map((span) => toEvidence(source.article, span));
}

/** The `evidence` field of whatever knows its source. */
export const partEvidence = {
  evidence: (part: WithEvidence, { first }: { first?: number | null }, context: GraphContext) =>
    loadEvidence(part.evidenceSource, first ?? 100, context),
};
