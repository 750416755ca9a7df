import DataLoader from 'dataloader';
import type { StoreReader } from '../../store/store-reader.ts';
import { newestFirst, olderThan } from '../article/newest-first.ts';
import type { IncidentReportDocument } from './incident-document.ts';
import { reportId } from './report-id.ts';

export interface ReportKey {
  incident: string;
  /** The maximum number of reports. */
  first: number;
  /** The id of the report after which they begin. */
  after?: string | undefined;
}

/** What one article says of an incident. */
export interface ReportModel extends IncidentReportDocument {
  id: string;
  article: string;
}

/** Null if there is no report with the id `after`. */
export type ReportLoader = DataLoader<ReportKey, ReportModel[] | null, string>;

/**
 * Creates a loader of the reports of an incident, newest article first. A batch costs one command for each distinct
 * `first`, whatever the number of incidents; an `after` costs another to find its report.
 */
export function createReportLoader(store: StoreReader): ReportLoader {
  return new DataLoader(
    async (keys) => {
      const calls = new Map<string, ReportKey[]>();
      for (const key of keys) calls.set(callOf(key), [...(calls.get(callOf(key)) ?? []), key]);
      const found = new Map<ReportKey, ReportModel[] | null>();
      await Promise.all(
        [...calls.values()].map(async (keys) => {
          const reports = await readCall(store, keys);
          for (const key of keys) found.set(key, reports(key.incident));
        }),
      );
      return keys.map((key) => found.get(key) ?? null);
    },
    { name: 'incident.reports', cacheKeyFn: (key) => `${callOf(key)} ${key.incident}` },
  );
}

type ReportsOf = (incident: string) => ReportModel[] | null;

/** Reads the reports for keys with the same `first` and `after`. */
async function readCall(store: StoreReader, keys: readonly ReportKey[]): Promise<ReportsOf> {
  const { first, after } = keys[0] as ReportKey;
  if (after === undefined) {
    const ids = keys.map(({ incident }) => incident);
    const reports = await read(store, ids, [{ $sort: newestFirst }, { $limit: first }]);
    return (incident) => reports.get(incident) ?? [];
  }
  const from = await findReport(store, keys, after);
  if (!from) return () => null;
  const older = [{ $match: olderThan(from) }, { $sort: newestFirst }, { $limit: first }];
  const reports = await read(store, [from.incident], older);
  return (incident) => (incident === from.incident ? (reports.get(incident) ?? []) : null);
}

/** Finds the report with an id among those of the incidents; undefined if there is none. */
async function findReport(store: StoreReader, keys: readonly ReportKey[], id: string) {
  const [article = ''] = id.split('/').slice(-1);
  const incident = keys.map((key) => key.incident).find((incident) => reportId(incident, article) === id);
  if (incident === undefined) return undefined;
  const filter = { _id: article as never, 'reports.incident': incident };
  const [found] = await store.find<{ order: { published: string } }>('articles', filter, {
    reads: ['order.published'],
    limit: 1,
  });
  return found && { incident, article, published: found.order.published };
}

async function read(store: StoreReader, ids: string[], pipeline: object[]): Promise<Map<string, ReportModel[]>> {
  const rows = await store.aggregate<{ _id: string; articles: { _id: string; reports: IncidentReportDocument[] }[] }>(
    'incidents',
    [
      { $match: { _id: { $in: ids } } },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: 'articles',
          localField: '_id',
          foreignField: 'reports.incident',
          pipeline: [...pipeline, { $project: { reports: 1 } }],
          as: 'articles',
        },
      },
    ],
  );
  return new Map(
    rows.map(({ _id, articles }) => [
      _id,
      articles.flatMap(({ _id: article, reports }) =>
        reports
          .filter((report) => report.incident === _id)
          .map((report) => ({ id: reportId(_id, article), article, ...report })),
      ),
    ]),
  );
}

function callOf({ first, after }: ReportKey): string {
  return `${first} ${after ?? ''}`;
}
