import type { Db } from 'mongodb';
import { OtherRules } from '../../errors/other-rules.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import { removeLinesFrom } from './change-log.ts';
import { unnamedVersion } from './control.ts';
import { adoptRules, type Lease, withLease } from './lease.ts';
import { isEmpty, readStoreRules } from './store-rules.ts';

/**
 * Gives an empty store the rules version of this program; throws `OtherRules`, without a change, if the store has
 * another version. Call it when no control document of this version was found. An incomplete upgrade is accepted: the
 * writer completes it first, like any rebuild.
 *
 * @throws WriteTimeout if another writer keeps the lease until `until`, in milliseconds of `performance.now()`.
 */
export async function admitWriter(database: Db, until = Number.POSITIVE_INFINITY): Promise<void> {
  for (;;) {
    const rules = await readStoreRules(database);
    if (rules?.version === rulesVersion) return;
    if (rules) throw new OtherRules(rules.version, rulesVersion);
    const admit = async (lease: Lease) => {
      if (!(await isEmpty(database))) return;
      await removeLinesFrom(database, undefined, 0); // of an earlier store, whose counter is lost
      await adoptRules(database, lease, { isEmpty: true });
    };
    await withLease(database, unnamedVersion, admit, until);
  }
}
