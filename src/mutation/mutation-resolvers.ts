import { forgetReads, type GraphContext } from '../context.ts';
import type { IngestResultResolvers, MutationResolvers } from '../generated/schema.ts';
import { badUserInput } from '../graph/errors.ts';
import { type NodeId, parseIdOf, parseNodeId } from '../graph/node-id.ts';
import { isMergedType, type MergedType } from '../graph/survivors.ts';
import { type ArticleVersion, isRetraction } from '../ingest/apply-versions.ts';
import { parseLine } from '../ingest/parse-json.ts';
import { writeArticles } from '../ingest/write-articles.ts';
import { removeMerge, writeMerge } from '../ingest/write-merges.ts';
import { loadNode } from '../load-node.ts';
import { type IngestResultModel, refusedResult, skippedResult, takenResult } from './ingest-result.ts';

/** Who may call these, the server has decided before. */
export const mutationResolvers: Required<MutationResolvers> = {
  async ingestArticle(_root, { article: { text }, dryRun }, context) {
    // Alone and with an id, as in a line of NDJSON; it may have lines of its own.
    const { article, refusals } = parseLine('article', { line: 1, content: Buffer.from(text) });
    return article ? write(context, article, dryRun ?? false) : refusedResult(refusals);
  },
  retractArticle(_root, { id }, context) {
    const slug = parseIdOf('Article', id);
    if (slug === undefined) throw badUserInput('id', 'an id of the type Article, such as Article:some-slug', id);
    return write(context, { id: slug, retracted: true }, false);
  },
  async merge(_root, { from, into }, context) {
    const { type, slug } = parseMerged('from', from);
    const other = parseIdOf(type, into);
    if (other === undefined) throw badUserInput('into', `an id of the type ${type}, as from is`, into);
    if (other === slug) throw badUserInput('into', 'another id than from', into);
    const { database, client } = context.writable;
    const { changes } = await writeMerge(database, client, { type, from: slug, into: other });
    forgetReads(context);
    return takenResult(changes, { type, slug: other });
  },
  async unmerge(_root, { from }, context) {
    const { type, slug } = parseMerged('from', from);
    const { database, client } = context.writable;
    const { changes } = await removeMerge(database, client, { type, from: slug });
    forgetReads(context);
    return takenResult(changes, { type, slug });
  },
};

export const ingestResultResolvers: Pick<Required<IngestResultResolvers>, 'node'> = {
  node: ({ about }, _args, context, info) => about && loadNode(about, context, info),
};

async function write(context: GraphContext, version: ArticleVersion, dryRun: boolean): Promise<IngestResultModel> {
  const { database, client } = context.writable;
  const { changes, skipped } = await writeArticles(database, client, [version], { dryRun });
  forgetReads(context);
  if (skipped[0]) return skippedResult(skipped[0].reason);
  return takenResult(changes, dryRun || isRetraction(version) ? null : { type: 'Article', slug: version.id });
}

/** As they are given: of what was given up, the record itself is meant. */
function parseMerged(argument: string, id: string): NodeId & { type: MergedType } {
  const parsed = parseNodeId(id);
  if (parsed && isMergedType(parsed.type)) return { type: parsed.type, slug: parsed.slug };
  throw badUserInput(argument, 'an id of an actor, a location or an incident with its type, such as Actor:iran', id);
}
