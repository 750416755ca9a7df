import type { Db, Document } from 'mongodb';
import { entities } from '../src/entities/entities.ts';
import { formatCursor } from '../src/query/cursor.ts';
import { parseOrder } from '../src/query/order.ts';

export interface Question {
  name: string;
  /** The max median of the embedded store, in ms. */
  limit: number;
  /** The name of a query; this one may take 1.3 times as long. */
  like?: string;
  query: string;
  variables?: (database: Db) => Promise<object>;
}

export const questions: Question[] = [
  { name: 'a page by date', limit: 50, query: '{ incidents(first: 20) { nodes { title date { start } } } }' },
  {
    name: 'a page within a country',
    limit: 50,
    query: '{ incidents(where: { location: { within: "syria" } }, first: 20) { nodes { title date { start } } } }',
  },
  {
    name: 'a page through two relations',
    limit: 50,
    query: `{ incidents(
      where: { statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: GOVERNMENT } } } } }
      first: 20
    ) { nodes { title } } }`,
  },
  {
    name: '50 with statements and totals',
    limit: 50,
    query: '{ incidents(first: 50) { nodes { title statements(first: 5) { totalCount nodes { text type } } } } }',
  },
  { name: 'groups by actor over all', limit: 1000, query: '{ incidents { groups(by: ACTOR) { label count } } }' },
  {
    name: 'a timeline by month over all',
    limit: 1000,
    query: '{ incidents { timeline(interval: MONTH) { start count uncertain } } }',
  },
  {
    name: 'near 50 km',
    limit: 50,
    query:
      '{ incidents(where: { location: { near: { latitude: 36.2, longitude: 37.15, km: 50 } } }, first: 20) { nodes { title } } }',
  },
  {
    name: 'full text',
    limit: 50,
    query: '{ incidents(where: { text: "aleppo insurgents" }, first: 20) { nodes { title } } }',
  },
  {
    name: 'search over all types',
    limit: 50,
    query: '{ search(text: "aleppo hospital", first: 20) { edges { score node { label } } } }',
  },
  {
    name: 'a page at depth 50,000',
    limit: 50,
    like: 'a page by date',
    query: 'query ($after: String) { incidents(first: 20, after: $after) { nodes { title date { start } } } }',
    variables: cursorBehindHalf,
  },
  {
    name: 'a total through two relations',
    limit: 1000,
    query: `{ incidents(
      where: { statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: GOVERNMENT } } } } }
    ) { totalCount } }`,
  },
  {
    name: 'a total through a wide relation',
    limit: 1000,
    query: '{ incidents(where: { statements: { some: { type: { eq: REPORT } } } }) { totalCount } }',
  },
  {
    name: 'a page of November 2016, and total',
    limit: 50,
    query: `{ incidents(where: { date: { possibly: { from: "2016-11-01", to: "2016-11-30" } } }) {
      totalCount nodes { title }
    } }`,
  },
];

/** The cursor of the incident in the middle of the list. */
async function cursorBehindHalf(database: Db): Promise<object> {
  const incidents = database.collection('incidents');
  const skip = Math.floor((await incidents.estimatedDocumentCount()) / 2);
  const sort = { 'order.start': -1, 'order.end': -1, _id: -1 } as const;
  const row = await incidents.findOne({}, { sort, skip });
  return { after: formatCursor(parseOrder(entities.Incident, null), row as Document) };
}
