import DataLoader from 'dataloader';
import type { Entities } from '../../query/entity.ts';
import { evidenceKey } from '../../query/evidence-key.ts';
import { formatNodeId, type NodeId, type NodeType, parseNodeId } from '../../query/node-id.ts';
import type { StoreReader } from '../../store/store-reader.ts';
import type { ArticleDocument, SpanDocument } from './article-document.ts';
import { evidenceId, readEvidenceKey } from './evidence-id.ts';
import { newestFirst, olderThan } from './newest-first.ts';

/** A node, or one of its parts that articles unite, whose evidence is loaded. */
export interface EvidenceKey {
  type: NodeType;
  id: string;
  part?: { list: UnitedList; key: string };
  /** The maximum number of spans. */
  first: number;
  /** The span after which they begin: its id, and its article with the moment or day of publication. */
  after?: { id: string; article: string; published: string } | undefined;
}

/** The lists that are united from several articles, and the stored paths of their elements' keys. */
const keyPaths = {
  places: 'placeKeys',
  targets: 'targetKeys',
  participants: 'participantKeys',
  weapons: 'weaponKeys',
  links: 'linkKeys',
  affiliations: 'affiliationKeys',
} as const;
export type UnitedList = keyof typeof keyPaths;

/** A span of an article and what it supports. */
export interface EvidenceModel {
  id: string;
  article: string;
  supports: NodeId;
  claim: string;
  quote: string;
  start: number;
  end: number;
}

export type EvidenceLoader = DataLoader<EvidenceKey, EvidenceModel[], string>;

type ArticleSpans = Pick<ArticleDocument, '_id' | 'spans'>;

/**
 * Creates a loader of evidence, newest article first, then in text order. A batch costs one command for each type, list
 * of parts, `first` and `after`, whatever the number of nodes. For each node or part, at most `first` articles with
 * evidence are read, and that of `after`.
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

/** Returns the `SpanDocument.key` of this node or part. */
export function spanKeyOf({ type, id, part }: Pick<EvidenceKey, 'type' | 'id' | 'part'>): string {
  const node = formatNodeId(type, id);
  return part ? evidenceKey(node, part.list, part.key) : node;
}

/** Turns a span of an article into evidence. */
export function toEvidence(article: string, span: SpanDocument): EvidenceModel {
  const { key, quote, start } = span;
  const { node, claim } = readEvidenceKey(key);
  const supports = parseNodeId(node);
  if (!supports) throw new Error(`Article ${article} has evidence with an invalid key: ${JSON.stringify(key)}`);
  const end = start + quote.length;
  return { id: evidenceId({ article, key, start, end }), article, supports, claim, quote, start, end };
}

function evidenceIn(articles: ArticleSpans[], key: EvidenceKey): EvidenceModel[] {
  const spanKey = spanKeyOf(key);
  const evidence = articles.flatMap((article) =>
    article.spans.filter((span) => span.key === spanKey).map((span) => toEvidence(article._id, span)),
  );
  const start = key.after ? evidence.findIndex(({ id }) => id === key.after?.id) + 1 : 0;
  return evidence.slice(start, start + key.first);
}

/** Reads the newest articles with evidence, by evidence key. */
async function read(store: StoreReader, entities: Entities, keys: EvidenceKey[]): Promise<Map<string, ArticleSpans[]>> {
  const { type, part, first, after } = keys[0] as EvidenceKey;
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
        pipeline: [
          ...(after ? [{ $match: { $or: [{ _id: after.article }, olderThan(after)] } }] : []),
          { $sort: newestFirst },
          { $limit: after ? first + 1 : first },
          { $project: { spans: 1 } },
        ],
        as: 'articles',
      },
    },
  ]);
  return new Map(rows.map(({ key, articles }) => [key, articles]));
}

function callOf({ type, part, first, after }: EvidenceKey): string {
  return `${type} ${part?.list ?? ''} ${first} ${after?.id ?? ''}`;
}

function cacheKeyOf(key: EvidenceKey): string {
  return `${key.first} ${spanKeyOf(key)} ${key.after?.id ?? ''}`;
}
