import { hash } from 'node:crypto';
import type { ActorInput, Article, IncidentInput, LocationInput } from '../../article/article.ts';
import { formatNodeId } from '../../graph/node-id.ts';
import type { Day } from '../../graph/values.ts';
import { byAge } from './fold-reports.ts';
import type { MergedType } from './merges.ts';
import { omitAbsent } from './omit-absent.ts';

/**
 * What one or more articles say of a thing, all of them the same; of the articles only the newest is named, since by it
 * the fold decides. A country that thousands of articles name in three ways has three accounts.
 */
export interface AccountDocument<T = unknown> {
  /** The thing and a hash of what is said: `Location:iraq=…`. */
  _id: string;
  /** `Location:iraq` */
  thing: string;
  /**
   * Its definitions in an article, one but where merges made one of several things. They are canonical, under survivors'
   * ids and without evidence; statements are `article.statement`.
   */
  said: T[];
  language?: string;
  /** Of incidents only. */
  publisher?: string;
  /** Of the newest article that says so. */
  published: Day;
  /** The newest article that says so. */
  article: string;
  /** How many articles say so. */
  count: number;
}

/** Accounts of things of one type, by the id of the thing, oldest first. */
export type AccountsById<T> = ReadonlyMap<string, readonly AccountDocument<T>[]>;

/** What an article, under survivors' ids, says of each thing that it defines. */
export function accountsOf(article: Article): AccountDocument[] {
  const actors = article.actors?.map((actor) => qualifyStatements(actor, article.id));
  return [
    ...accountsOfType('Location', article.locations, article),
    ...accountsOfType('Actor', actors, article),
    ...accountsOfType('Incident', article.incidents, article),
  ];
}

/** Of equal accounts one, that of the newest article, which counts for all. */
export function uniteAccounts(accounts: Iterable<AccountDocument>): AccountDocument[] {
  const united = new Map<string, AccountDocument>();
  for (const account of accounts) addAccount(united, account);
  return [...united.values()];
}

/** Unites an account with an equal one of those known by their ids. */
export function addAccount(united: Map<string, AccountDocument>, account: AccountDocument): void {
  const known = united.get(account._id);
  united.set(account._id, known ? unitePair(known, account) : account);
}

/** The accounts of things of one type. */
export function accountsById<T>(type: MergedType, accounts: Iterable<AccountDocument>): AccountsById<T> {
  const byId = new Map<string, AccountDocument<T>[]>();
  for (const account of accounts) {
    if (!account.thing.startsWith(`${type}:`)) continue;
    const id = account.thing.slice(type.length + 1);
    const known = byId.get(id);
    if (known) known.push(account as AccountDocument<T>);
    else byId.set(id, [account as AccountDocument<T>]);
  }
  for (const of of byId.values()) of.sort(byAge);
  return byId;
}

function unitePair(a: AccountDocument, b: AccountDocument): AccountDocument {
  return { ...(byAge(a, b) < 0 ? b : a), count: a.count + b.count };
}

type Definition = LocationInput | ActorInput | IncidentInput;

function accountsOfType(
  type: MergedType,
  definitions: readonly Definition[] | undefined,
  { id: article, published, language, publisher }: Article,
): AccountDocument[] {
  const byId = new Map<string, unknown[]>();
  for (const definition of definitions ?? []) {
    const said = withoutEvidence(definition);
    const known = byId.get(definition.id);
    if (known) known.push(said);
    else byId.set(definition.id, [said]);
  }
  return [...byId].map(([id, said]) => {
    const thing = formatNodeId(type, id);
    const account = omitAbsent({ said, language, publisher: type === 'Incident' ? publisher : undefined });
    return { _id: `${thing}=${hashOf(account)}`, thing, ...account, published, article, count: 1 };
  });
}

function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'evidence');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutEvidence(part)]));
}

function qualifyStatements(actor: ActorInput, article: string): ActorInput {
  const qualify = (ids: readonly string[] | undefined) => ids?.map((id) => `${article}.${id}`);
  const affiliations = actor.affiliations?.map((affiliation) =>
    omitAbsent({
      ...affiliation,
      assertedBy: qualify(affiliation.assertedBy),
      deniedBy: qualify(affiliation.deniedBy),
    }),
  );
  return omitAbsent({ ...actor, affiliations });
}

/** 132 bits. */
function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}
