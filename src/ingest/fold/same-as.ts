import type { FoldedName } from '../../query/values.ts';
import { foldText } from '../../text/fold-text.ts';
import { distinct, type Report } from './fold-reports.ts';

/** Returns the addresses of the same thing in all reports of an entity, sorted. */
export function foldAddresses(reports: readonly Report<{ sameAs?: string[] }>[]): FoldedName[] {
  const addresses = distinct(reports.flatMap(({ said }) => said.sameAs ?? []));
  return addresses.map((text) => ({ text, folded: foldText(text) }));
}
