import { CommandError } from '../../errors.ts';
import { namespaceOf } from '../../storage/catalog.ts';
import { validateCollection } from '../../storage/validate.ts';
import type { Call, Command } from '../call.ts';
import { checkArguments, namespace, ok, type Reply } from '../request.ts';

export const validate: Command = { kind: 'read', inTransaction: false, run: runValidate };

function runValidate({ request, view, deadline }: Call): Reply {
  checkArguments(request, ['full', 'background', 'metadata', 'repair', 'checkBSONConformance']);
  if (request.body.get('repair') === true)
    throw new CommandError('CommandNotSupported', 'Repairing is not supported by this store');
  const collection = view.catalog.collections.get(namespace(request));
  if (collection === undefined)
    throw new CommandError('NamespaceNotFound', `Collection '${namespace(request)}' does not exist to validate.`);
  const { documents, entries, errors } = validateCollection(view, collection, deadline.check);
  return ok({
    ns: namespaceOf(collection),
    nrecords: documents,
    nIndexes: collection.indexes.length + 1,
    keysPerIndex: new Map<string, number>([['_id_', documents], ...entries]),
    valid: errors.length === 0,
    errors,
    warnings: [],
  });
}
