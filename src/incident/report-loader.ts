import DataLoader from 'dataloader';
import type { StoreReader } from '../store/store-reader.ts';
import type { IncidentReportDocument } from './incident-document.ts';

export interface ReportKey {
  incident: string;
  /** How many reports at most. */
  first: number;
}

/** What one article says of an incident. */
export interface ReportModel extends IncidentReportDocument {
  article: string;
}

export type ReportLoader = DataLoader<ReportKey, ReportModel[], string>;

/** Newest article first. One command for each distinct `first` in a batch, whatever the number of incidents. */
export function createReportLoader(store: StoreReader): ReportLoader {
  return new DataLoader(
    async (keys) => {
      const found = new Map<number, Map<string, ReportModel[]>>();
      await Promise.all(
        [...new Set(keys.map((key) => key.first))].map(async (first) => {
          const ids = keys.filter((key) => key.first === first).map((key) => key.incident);
          found.set(first, await read(store, ids, first));
        }),
      );
      return keys.map(({ incident, first }) => found.get(first)?.get(incident) ?? []);
    },
    { name: 'incident.reports', cacheKeyFn: ({ incident, first }) => `${first} ${incident}` },
  );
}

async function read(store: StoreReader, ids: string[], first: number): Promise<Map<string, ReportModel[]>> {
  const rows = await store.aggregate<{ _id: string; articles: { _id: string; reports: IncidentReportDocument[] }[] }>(
    'incidents',
    [
      { $match: { _id: { $in: ids } } },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: 'articles',
          localField: '_id',
          foreignField: 'incidents',
          pipeline: [{ $sort: { published: -1, _id: -1 } }, { $limit: first }, { $project: { reports: 1 } }],
          as: 'articles',
        },
      },
    ],
  );
  return new Map(
    rows.map(({ _id, articles }) => [
      _id,
      articles.flatMap(({ _id: article, reports }) =>
        reports.filter((report) => report.incident === _id).map((report) => ({ article, ...report })),
      ),
    ]),
  );
}
