import { GraphQLError } from 'graphql';

/**
 * The store has a different rules version, or an upgrade to this program's is incomplete. The message names the
 * versions and the remedy in one line, and is safe to return to clients.
 */
export class OtherRules extends GraphQLError {
  /** The version of the store. */
  readonly store: number;

  constructor(store: number, program: number) {
    super(explain(store, program), { extensions: { code: 'SERVICE_UNAVAILABLE', rules: { store, program } } });
    this.name = 'OtherRules';
    this.store = store;
  }
}

function explain(store: number, program: number): string {
  if (store === program) {
    return `The store is being upgraded to rules version ${program}, or an upgrade was interrupted: "npm run upgrade" completes it`;
  }
  const both = `The store has rules version ${store}, and this program has version ${program}`;
  return store < program
    ? `${both}: upgrade the store with "npm run upgrade"`
    : `${both}: use the version of the program that upgraded the store`;
}
