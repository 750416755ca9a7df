import DataLoader from 'dataloader';
import { formatNodeId } from '../../query/node-id.ts';
import { partId } from '../../query/part-id.ts';
import type { StoreReader } from '../../store/store-reader.ts';
import type { Stance } from '../statement/statement-document.ts';
import { responsibilityEntries } from './responsibility-entries.ts';

/** An actor and the newest statement that takes one stance on it; both are slugs. */
export interface ResponsibilityEntryModel {
  id: string;
  actor: string;
  statement: string;
}

export type ResponsibilityModel = Readonly<Record<Stance, readonly ResponsibilityEntryModel[]>>;

export type ResponsibilityLoader = DataLoader<string, ResponsibilityModel>;

/**
 * Creates a loader by incident slug: one entry for each actor and stance, newest statement first, from the statements
 * about the incident and those it is part of. A batch costs one command.
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
      return incidentIds.map((id) => toModel(id, byId.get(id) ?? []));
    },
    { name: 'incident.responsibility' },
  );
}

function toModel(incident: string, entries: readonly { _id: string; statement: string }[]): ResponsibilityModel {
  const model: Record<Stance, ResponsibilityEntryModel[]> = { CLAIMED_BY: [], DENIED_BY: [], ATTRIBUTED_TO: [] };
  for (const { _id, statement } of entries) {
    const [stance, actor] = _id.split(' ') as [Stance, string];
    const id = partId(formatNodeId('Incident', incident), `responsibility/${stance}/${actor}`);
    model[stance].push({ id, actor, statement });
  }
  return model;
}
