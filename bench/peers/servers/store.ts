import { type Document, MongoClient } from 'mongodb';
import type {
  ActorDocument,
  ArticleDocument,
  IncidentDocument,
  LocationDocument,
  StatementDocument,
} from './documents.ts';

/** The paths that an operation reads of its incidents. */
const incidentPaths: Readonly<Record<string, readonly string[]>> = {
  Nested: ['date', 'location', 'outcome', 'participants', 'title', 'type', 'order.start', 'order.end'],
  One: ['date', 'location', 'outcome', 'participants', 'title', 'type'],
  Wide: [
    ...['casualties', 'count', 'date', 'links', 'locationPrecision', 'methods', 'outcome', 'participants'],
    ...['publisherCount', 'scope', 'summary', 'title', 'type', 'weapons', 'order.start', 'order.end'],
  ],
};
const byDate = new Map([
  ['order.start', -1],
  ['order.end', -1],
  ['_id', -1],
] as const);

/**
 * Sends the reads that the gateway sends for the shapes: the same filters, projections, orders and limits, without the
 * snapshot in which the gateway reads. Each method is one command.
 */
export interface PeerStore {
  findIncidents(operation: string, type: string, first: number): Promise<IncidentDocument[]>;
  /** Returns documents in any order; ids that do not exist are left out. */
  findIncidentsById(ids: readonly string[]): Promise<IncidentDocument[]>;
  findActors(ids: readonly string[]): Promise<ActorDocument[]>;
  findLocations(ids: readonly string[]): Promise<LocationDocument[]>;
  /** Returns the newest statements about each incident and what it is part of. */
  findStatementsOf(incidents: readonly string[], first: number): Promise<{ _id: string; rows: StatementDocument[] }[]>;
  /** Returns the newest articles with evidence of each incident, by evidence key: `Incident:x`. */
  findEvidenceOf(incidents: readonly string[], first: number): Promise<{ key: string; articles: ArticleDocument[] }[]>;
}

export async function connect(uri: string): Promise<PeerStore> {
  const client = new MongoClient(uri, { maxPoolSize: 20 });
  const database = (await client.connect()).db('incident-graph');

  function findByIds<D extends { _id: string }>(collection: string, ids: readonly string[], paths: readonly string[]) {
    const options = { projection: projectionOf(paths), limit: ids.length, batchSize: ids.length };
    const filter = { _id: { $in: ids } };
    return database
      .collection<Document>(collection)
      .find<D>(filter as Document, options)
      .toArray();
  }

  return {
    findIncidents: (operation, type, first) =>
      database
        .collection('incidents')
        .find<IncidentDocument>(
          { type: { $eq: type } },
          {
            projection: projectionOf(incidentPaths[operation] ?? []),
            sort: byDate,
            limit: first + 1,
            batchSize: first + 1,
          },
        )
        .toArray(),
    findIncidentsById: (ids) => findByIds('incidents', ids, incidentPaths.One ?? []),
    findActors: (ids) => findByIds('actors', ids, ['kind', 'name']),
    findLocations: (ids) => findByIds('locations', ids, ['country', 'kind', 'name', 'point']),
    findStatementsOf: (incidents, first) =>
      database
        .collection('incidents')
        .aggregate<{ _id: string; rows: StatementDocument[] }>(
          [
            { $match: { _id: { $in: incidents } } },
            { $project: { local: '$about' } },
            {
              $lookup: {
                from: 'statements',
                localField: 'local',
                foreignField: 'incidents',
                pipeline: [
                  { $sort: { 'order.published': -1, _id: -1 } },
                  { $limit: first + 1 },
                  { $project: projectionOf(['speaker', 'text', 'type', 'order.published']) },
                ],
                as: 'rows',
              },
            },
            { $project: { rows: 1 } },
          ],
          { batchSize: 10_000 },
        )
        .toArray(),
    findEvidenceOf: (incidents, first) =>
      database
        .collection('incidents')
        .aggregate<{ key: string; articles: ArticleDocument[] }>(
          [
            { $match: { _id: { $in: incidents } } },
            { $project: { key: { $concat: ['Incident:', '$_id'] } } },
            {
              $lookup: {
                from: 'articles',
                localField: 'key',
                foreignField: 'spans.key',
                pipeline: [
                  { $sort: { 'order.published': -1, _id: -1 } },
                  { $limit: first },
                  { $project: { spans: 1 } },
                ],
                as: 'articles',
              },
            },
          ],
          { batchSize: 10_000 },
        )
        .toArray(),
  };
}

function projectionOf(paths: readonly string[]): Record<string, 1> {
  return Object.fromEntries(['_id', ...paths].map((path) => [path, 1]));
}
