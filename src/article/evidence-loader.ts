import DataLoader from 'dataloader';
import type { Entities } from '../graph/entity.ts';
import { formatNodeId, type NodeId, type NodeType, parseNodeId } from '../graph/node-id.ts';
import { partKey } from '../graph/part-key.ts';
import type { StoreReader } from '../store/store-reader.ts';
import type { ArticleDocument, SpanDocument } from './article-document.ts';

/** Whose evidence: a thing's own, or that of one of its united parts, which the thing lists in `<list>Keys` fields. */
export interface EvidenceKey {
  type: NodeType;
  id: string;
  part?: { list: UnitedList; key: string };
  /** How many spans at most. */
  first: number;
}

/** The lists that articles unite, and the stored path that lists the keys of their elements. */
const keyPaths = {
  participants: 'participantKeys',
  weapons: 'weaponKeys',
  links: 'linkKeys',
  affiliations: 'affiliationKeys',
} as const;
export type UnitedList = keyof typeof keyPaths;

/** A span of an article and what it supports. */
export interface EvidenceModel {
  article: string;
  supports: NodeId;
  quote: string;
  start: number;
}

export type EvidenceLoader = DataLoader<EvidenceKey, EvidenceModel[], string>;

type ArticleSpans = Pick<ArticleDocument, '_id' | 'spans'>;

/**
 * Newest article first, then in text order. One command for each type and list of parts in a batch, whatever the number
 * of things; each reads, for each thing or part, at most `first` articles, those that have evidence for it.
 */
export function createEvidenceLoader(store: StoreReader, entities: Entities): EvidenceLoader {
  return new DataLoader(
    async (keys) => {
      const calls = new Map<string, EvidenceKey[]>();
      for (const key of keys) calls.set(callOf(key), [...(calls.get(callOf(key)) ?? []), key]);
      const found = new Map<string, ArticleSpans[] | Error>();
      await Promise.all(
        [...calls.values()].map(async (keys) => {
          const rows = await read(store, entities, keys).catch((error: Error) => error);
          for (const key of keys)
            found.set(cacheKeyOf(key), rows instanceof Error ? rows : (rows.get(spanKeyOf(key)) ?? []));
        }),
      );
      return keys.map((key) => {
        const articles = found.get(cacheKeyOf(key));
        return articles instanceof Error ? articles : evidenceIn(articles ?? [], key);
      });
    },
    { name: 'evidence', cacheKeyFn: cacheKeyOf },
  );
}

/** What `SpanDocument.key` says for this thing or part. */
function spanKeyOf({ type, id, part }: Pick<EvidenceKey, 'type' | 'id' | 'part'>): string {
  const node = formatNodeId(type, id);
  return part ? partKey(node, part.list, part.key) : node;
}

/** The evidence in an article's spans, in text order. */
export function toEvidence(article: string, span: SpanDocument): EvidenceModel {
  const [node = ''] = span.key.split('#');
  const supports = parseNodeId(node);
  if (!supports) throw new Error(`Article ${article} holds evidence for ${JSON.stringify(span.key)}`);
  return { article, supports, quote: span.quote, start: span.start };
}

function evidenceIn(articles: ArticleSpans[], key: EvidenceKey): EvidenceModel[] {
  const spanKey = spanKeyOf(key);
  return articles
    .flatMap((article) =>
      article.spans.filter((span) => span.key === spanKey).map((span) => toEvidence(article._id, span)),
    )
    .slice(0, key.first);
}

/** By span key: the newest articles that have evidence for it. */
async function read(store: StoreReader, entities: Entities, keys: EvidenceKey[]): Promise<Map<string, ArticleSpans[]>> {
  const { type, part, first } = keys[0] as EvidenceKey;
  const path = part && keyPaths[part.list];
  const rows = await store.aggregate<{ key: string; articles: ArticleSpans[] }>(entities[type].collection, [
    { $match: { _id: { $in: [...new Set(keys.map((key) => key.id))] } } },
    ...(path ? [{ $project: { [path]: 1 } }, { $unwind: `$${path}` }] : []),
    { $project: { key: { $concat: [`${type}:`, '$_id', ...(part && path ? [`#${part.list}=`, `$${path}`] : [])] } } },
    {
      $lookup: {
        from: 'articles',
        localField: 'key',
        foreignField: 'spans.key',
        pipeline: [{ $sort: { published: -1, _id: -1 } }, { $limit: first }, { $project: { spans: 1 } }],
        as: 'articles',
      },
    },
  ]);
  return new Map(rows.map(({ key, articles }) => [key, articles]));
}

function callOf({ type, part, first }: EvidenceKey): string {
  return `${type} ${part?.list ?? ''} ${first}`;
}

function cacheKeyOf(key: EvidenceKey): string {
  return `${key.first} ${spanKeyOf(key)}`;
}
