import DataLoader from 'dataloader';
import type { Stance } from '../statement/statement-document.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { responsibilityEntries } from './responsibility-entries.ts';

/** An actor and its newest statement of one stance; both are ids. */
export interface ResponsibilityEntryModel {
  actor: string;
  statement: string;
}

export type ResponsibilityModel = Readonly<Record<Stance, readonly ResponsibilityEntryModel[]>>;

export type ResponsibilityLoader = DataLoader<string, ResponsibilityModel>;

/**
 * By incident id: one entry an actor and stance, newest statement first, over the statements about the incident and
 * what it is part of. One command, whatever the number of incidents.
 */
export function createResponsibilityLoader(store: StoreReader): ResponsibilityLoader {
  return new DataLoader(
    async (incidentIds) => {
      const rows = await store.aggregate<{ _id: string; entries: { _id: string; statement: string }[] }>('incidents', [
        { $match: { _id: { $in: incidentIds } } },
        { $project: { about: 1 } },
        {
          $lookup: {
            from: 'statements',
            localField: 'about',
            foreignField: 'incidents',
            pipeline: responsibilityEntries('responsible'),
            as: 'entries',
          },
        },
      ]);
      const byId = new Map(rows.map((row) => [row._id, row.entries]));
      return incidentIds.map((id) => toModel(byId.get(id) ?? []));
    },
    { name: 'incident.responsibility' },
  );
}

function toModel(entries: readonly { _id: string; statement: string }[]): ResponsibilityModel {
  const model: Record<Stance, ResponsibilityEntryModel[]> = { CLAIMED_BY: [], DENIED_BY: [], ATTRIBUTED_TO: [] };
  for (const { _id, statement } of entries) {
    const [stance, actor] = _id.split(' ') as [Stance, string];
    model[stance].push({ actor, statement });
  }
  return model;
}
