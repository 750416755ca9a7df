import type { Document } from 'bson';

/** The actions that MongoDB requires for a command, by its name in lower case; none for those that all may send. */
const actionsByCommand: Readonly<Record<string, (command: Document) => string[]>> = {
  find: () => ['find'],
  aggregate: () => ['find'],
  count: () => ['find'],
  distinct: () => ['find'],
  getmore: () => ['find'],
  killcursors: () => ['find'],
  listcollections: () => ['listCollections'],
  listindexes: () => ['listIndexes'],
  insert: () => ['insert'],
  update: ({ updates }) => ['update', ...(updates.some(({ upsert }: Document) => upsert) ? ['insert'] : [])],
  delete: () => ['remove'],
  findandmodify: ({ remove, upsert }) => ['find', remove ? 'remove' : 'update', ...(upsert ? ['insert'] : [])],
  create: () => ['createCollection'],
  createindexes: () => ['createIndex'],
};

const allowedToAll = new Set([
  ...['hello', 'ismaster', 'ping', 'buildinfo', 'endsessions', 'aborttransaction', 'committransaction'],
]);

/** Returns the actions that a command requires; throws if this table does not know it. */
export function actionsOf(command: Document): string[] {
  const verb = verbOf(command).toLowerCase();
  if (allowedToAll.has(verb)) return [];
  const actions = actionsByCommand[verb];
  if (!actions) throw new Error(`The privileges of ${verb} are not listed`);
  return actions(command);
}

/** Returns MongoDB's reply to a command that needs an action that is not allowed; undefined if all are. */
export function refuseUnless(allowed: ReadonlySet<string>, command: Document): Document | undefined {
  if (actionsOf(command).every((action) => allowed.has(action))) return undefined;
  const { $db, ...shown } = command;
  const errmsg = `not authorized on ${$db} to execute command ${JSON.stringify(shown).replace(/^\{"(\w+)"/, '{ $1')}`;
  return { ok: 0, code: 13, codeName: 'Unauthorized', errmsg };
}

export function verbOf(command: Document): string {
  return Object.keys(command)[0] ?? '';
}
