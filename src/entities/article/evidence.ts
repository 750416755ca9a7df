import { listsBy } from '../../query/aggregation/lists-by.ts';
import { batched } from '../../query/batched.ts';
import type { FieldInfo } from '../../query/field-info.ts';
import type { NodeType } from '../../query/node-id.ts';
import { defaultSizes, type PartArguments, parsePartSize, takeParts, unknownPart } from '../../query/part-list.ts';
import type { GraphContext } from '../context.ts';
import type { ArticleDocument, SpanDocument } from './article-document.ts';
import { parseEvidenceId } from './evidence-id.ts';
import { type EvidenceKey, type EvidenceModel, spanKeyOf, toEvidence, type UnitedList } from './evidence-loader.ts';

/** Where evidence is found: in all articles, or in the one that reports it. */
export type EvidenceSource = InAllArticles | InOneArticle;

interface InAllArticles {
  type: NodeType;
  id: string;
  part?: { list: UnitedList; key: string };
}

interface InOneArticle {
  article: string;
  spanKey: string;
}

/** The field by which a part of a node finds its evidence. */
export interface WithEvidence {
  evidenceSource: EvidenceSource;
}

/**
 * Returns the resolver of `evidence`: the first spans, newest article first, then in text order, or those after the span
 * with the id `after`. An unknown id is an error. In all articles, `after` costs one command more.
 */
export function evidenceOf<Parent>(sourceOf: (parent: Parent) => EvidenceSource) {
  return batched<Parent, PartArguments, GraphContext, EvidenceModel[]>(async (parents, args, context, info) => {
    const first = parsePartSize(args, defaultSizes.evidence);
    const sources = parents.map(sourceOf);
    const { after } = args;
    if (after != null)
      return Promise.all(
        sources.map((source) => evidenceAfter(source, { first, after }, context, info).catch(toError)),
      );
    return inOrder(sources, {
      inAll: (sources) => context.loaders.evidence.loadMany(sources.map((source) => ({ first, ...source }))),
      inOne: async (sources) => {
        const spansOf = await loadSpans(sources, context);
        return sources.map((source) => {
          const spans = spansOf(source);
          return spans instanceof Error ? spans : spans.slice(0, first);
        });
      },
    });
  });
}

/** The resolver of `evidence` for parts that know its source. */
export const partEvidence = { evidence: evidenceOf(({ evidenceSource }: WithEvidence) => evidenceSource) };

async function evidenceAfter(
  source: EvidenceSource,
  { first, after }: { first: number; after: string },
  context: GraphContext,
  info: FieldInfo,
): Promise<EvidenceModel[] | Error> {
  if (!('type' in source)) {
    const evidence = (await loadSpans([source], context))(source);
    return evidence instanceof Error ? evidence : takeParts(evidence, (each) => each, { first, after }, info);
  }
  const span = await findSpan(after, spanKeyOf(source), context);
  if (!span) throw unknownPart(after, info);
  return context.loaders.evidence.load({ ...source, first, after: span });
}

/** Loads both kinds of sources at once, and returns the results in the order of the sources. */
async function inOrder<T>(
  sources: readonly EvidenceSource[],
  load: {
    inAll(sources: readonly InAllArticles[]): Promise<readonly T[]>;
    inOne(sources: readonly InOneArticle[]): Promise<readonly T[]>;
  },
): Promise<T[]> {
  const [inAll, inOne] = [sources.filter(isInAll), sources.filter(isInOne)];
  const [ofAll, ofOne] = await Promise.all([
    inAll.length > 0 ? load.inAll(inAll) : [],
    inOne.length > 0 ? load.inOne(inOne) : [],
  ]);
  const [nextOfAll, nextOfOne] = [ofAll.values(), ofOne.values()];
  return sources.map((source) => (isInAll(source) ? nextOfAll : nextOfOne).next().value as T);
}

function isInAll(source: EvidenceSource): source is InAllArticles {
  return 'type' in source;
}

function isInOne(source: EvidenceSource): source is InOneArticle {
  return !isInAll(source);
}

/** Loads the articles of the sources, and returns what finds the evidence of each. */
async function loadSpans(
  sources: readonly InOneArticle[],
  { loaders }: GraphContext,
): Promise<(source: InOneArticle) => EvidenceModel[] | Error> {
  const ids = [...new Set(sources.map(({ article }) => article))];
  const loaded = await loaders.byId.Article.loadMany(ids.map((id) => ({ id, fields: spanFields })));
  const articles = new Map(ids.map((id, index) => [id, loaded[index] as ArticleDocument | Error | null]));
  const spansOf = new Map<string, ReadonlyMap<string, SpanDocument[]>>();
  return ({ article: id, spanKey }) => {
    const article = articles.get(id);
    if (article instanceof Error) return article;
    let spans = spansOf.get(id);
    if (!spans) {
      spans = listsBy(article?.spans ?? [], ({ key }) => key);
      spansOf.set(id, spans);
    }
    return (spans.get(spanKey) ?? []).map((span) => toEvidence(id, span));
  };
}

const spanFields: ReadonlySet<string> = new Set(['evidence']);
const datedSpanFields: ReadonlySet<string> = new Set(['evidence', 'publishedAt']);

/** Finds the span with an id and a key; undefined if there is none. Ids of other keys cost no command. */
async function findSpan(id: string, key: string, context: GraphContext): Promise<EvidenceKey['after']> {
  const place = parseEvidenceId(id, key);
  const article =
    place &&
    ((await context.loaders.byId.Article.load({
      id: place.article,
      fields: datedSpanFields,
    })) as ArticleDocument | null);
  const isStored = article?.spans.some(
    (span) => span.key === key && span.start === place?.start && span.start + span.quote.length === place.end,
  );
  return article && isStored ? { id, article: article._id, published: article.order.published } : undefined;
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('Evidence could not be read', { cause: reason });
}
