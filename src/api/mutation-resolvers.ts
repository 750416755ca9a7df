import { forgetReads } from '../entities/context.ts';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { IngestResultResolvers, MutationResolvers } from '../generated/resolvers.ts';
import { retractArticle } from '../ingest/write/retract-article.ts';
import { writeInTime } from '../ingest/write/write-in-time.ts';
import { removeMerge, writeMerge } from '../ingest/write/write-merges.ts';
import { formatNodeId, type NodeId, parseIdOf, parseNodeId } from '../query/node-id.ts';
import { isMergedType, type MergedType } from '../query/survivors.ts';
import { ingestArticle } from './ingest-article.ts';
import { notStored, takenResult } from './ingest-result.ts';
import { loadNode } from './load-entity.ts';

/** These resolvers do no authorization: the server does it before execution. */
export const mutationResolvers: Required<MutationResolvers> = {
  ingestArticle: (_root, { article, dryRun, replaces }, context) =>
    ingestArticle(context, article, { dryRun: dryRun ?? false, replaces: replaces ?? undefined }),
  async retractArticle(_root, { id }, context) {
    const slug = parseIdOf('Article', id);
    if (slug === undefined) throw badUserInput('id', 'an id of the type Article, such as Article:some-slug', id);
    const { database, client } = context.writable;
    const { changes, isKnown } = await writeInTime(context.writable.timeoutMs, (limits) =>
      retractArticle(database, client, slug, limits),
    );
    forgetReads(context);
    return takenResult(changes, null, isKnown ? [] : [notStored(formatNodeId('Article', slug))]);
  },
  async merge(_root, { from, into }, context) {
    const { type, slug } = parseMerged('from', from);
    const other = parseIdOf(type, into);
    if (other === undefined) throw badUserInput('into', `an id of the type ${type}, like "from"`, into);
    if (other === slug) throw badUserInput('into', 'an id that differs from "from"', into);
    const { database, client } = context.writable;
    const { changes, unknown } = await writeInTime(context.writable.timeoutMs, (limits) =>
      writeMerge(database, client, { type, from: slug, into: other }, limits),
    );
    forgetReads(context);
    return takenResult(changes, { type, slug: other }, unknown.map(notStored));
  },
  async unmerge(_root, { from }, context) {
    const { type, slug } = parseMerged('from', from);
    const { database, client } = context.writable;
    const { changes } = await writeInTime(context.writable.timeoutMs, (limits) =>
      removeMerge(database, client, { type, from: slug }, limits),
    );
    forgetReads(context);
    return takenResult(changes, { type, slug });
  },
};

export const ingestResultResolvers: Pick<Required<IngestResultResolvers>, 'node'> = {
  node: ({ about }, _args, context, info) => about && loadNode(about, context, info),
};

/** Parses the id without following merges, so that a merged id can be merged again or unmerged. */
function parseMerged(argument: string, id: string): NodeId & { type: MergedType } {
  const parsed = parseNodeId(id);
  if (parsed && isMergedType(parsed.type)) return { type: parsed.type, slug: parsed.slug };
  throw badUserInput(argument, 'an id of an actor, a location or an incident with its type, such as Actor:iran', id);
}
