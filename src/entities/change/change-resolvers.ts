import type { ChangeCauseResolvers, ChangeResolvers } from '../../generated/resolvers.ts';
import type { SearchType } from '../../generated/schema.ts';
import { type Batched, batched } from '../../query/batched.ts';
import {
  type ChangePage,
  type ChangePageArguments,
  newestFirst,
  pageOf,
  parseChangesSize,
  positionIn,
} from '../../query/change-list.ts';
import { formatNodeId, type NodeType } from '../../query/node-id.ts';
import { selectedFields } from '../../query/selection.ts';
import type { ChangeCause, ChangeLine } from '../../store/changes.ts';
import type { GraphContext } from '../context.ts';
import type { EntityDocuments } from '../entities.ts';

type AnyDocument = EntityDocuments[NodeType];

export const changeResolvers: Required<ChangeResolvers> = {
  revision: ({ revision }) => revision,
  at: ({ at }) => at.toISOString(),
  op: ({ op }) => op,
  type: (line) => (line.op === 'RESET' ? null : (line.type.toUpperCase() as SearchType)),
  id: (line) => (line.op === 'RESET' ? null : formatNodeId(line.type, line.id)),
  fields: (line) => (line.op === 'RESET' ? [] : line.fields),
  cause: (line) => (line.op === 'RESET' ? null : line.cause),
  node: batched<ChangeLine, unknown, GraphContext, AnyDocument | null>((lines, _args, { loaders }, info) =>
    Promise.all(
      lines.map(async (line) => {
        if (line.op === 'RESET') return null;
        const { type, id } = line;
        const document = await loaders.byId[type].load({ id, fields: selectedFields(info, type) }).catch(toError);
        if (document === null || document instanceof Error) return document;
        return { __typename: type, ...document } as unknown as AnyDocument;
      }),
    ),
  ),
};

export const changeCauseResolvers: Required<ChangeCauseResolvers> = {
  article: batched<ChangeCause, unknown, GraphContext, EntityDocuments['Article'] | null>(
    (causes, _args, { loaders }, info) => {
      const fields = selectedFields(info, 'Article');
      return Promise.all(
        causes.map((cause) =>
          'article' in cause
            ? (loaders.byId.Article.load({ id: cause.article, fields }).catch(toError) as Promise<
                EntityDocuments['Article'] | Error | null
              >)
            : null,
        ),
      );
    },
  ),
  articleId: (cause) => ('article' in cause ? formatNodeId('Article', cause.article) : null),
  retracted: (cause) => 'article' in cause && cause.retracted === true,
  merge: (cause) => ('merge' in cause ? { ...cause.merge, undone: cause.undone === true } : null),
};

/** Returns the resolver of the changes of entities of a type. It costs one command, whatever the number of parents. */
export function historyOf(type: NodeType): Batched<{ _id: string }, ChangePageArguments, GraphContext, ChangePage> {
  return batched(async (parents, args, { loaders }) => {
    const size = parseChangesSize(args);
    const before = positionIn(newestFirst, args);
    const lists = await loaders.history.loadMany(parents.map(({ _id: id }) => ({ type, id, limit: size + 1, before })));
    return lists.map((lines) => (lines instanceof Error ? lines : pageOf(lines, size, newestFirst, args)));
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A node could not be read', { cause: reason });
}
