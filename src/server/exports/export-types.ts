import type { ExportName } from './short-forms.ts';

/** What an export contains of each node of a type. Lists are complete, however long they are. */
export interface ExportType {
  /** The GraphQL type. */
  type: string;
  /** The selected fields that have no pages. */
  fields: string;
  /** The selected fields of lists of parts; each list has at most 100 parts in one response. */
  parts: Readonly<Record<string, string>>;
  /** The selected fields of the nodes of connections. */
  connections: Readonly<Record<string, string>>;
  /** The number of nodes of a page. */
  pageSize: number;
  /** The path of the location whose point is the geometry in GeoJSON, from the node; absent if there is none. */
  place?: readonly string[];
  /** The field that says how exact the geometry is, which GeoJSON has as `precision` too. */
  precision?: string;
}

const node = 'id name';
const quantity = '{ min max best }';
const span = '{ start end precision edtf original }';
const place = 'id name kind country point { latitude longitude }';

/** The max number of nodes of a page of a connection. */
const pageSize = 100;
/** Texts have up to 8 MiB each. */
const pageSizeWithTexts = 20;

/** The columns of CSV follow the order of these fields. */
export const exportTypes: Readonly<Record<ExportName, ExportType>> = {
  incidents: {
    type: 'Incident',
    fields: `id title summary scope type subtype occurrence outcome methods count ${quantity} date ${span}
      location { ${place} } locationPrecision partOf { id title } publisherCount sameAs`,
    parts: {
      participants: `id role status side actor { ${node} }`,
      casualties: `id kind count ${quantity} group demographic within severity`,
      targets: 'id kind name damage',
      weapons: 'id method outcome certain',
      places: `id role location { ${node} }`,
    },
    connections: {},
    pageSize,
    place: ['location'],
    precision: 'locationPrecision',
  },
  actors: {
    type: 'Actor',
    fields: 'id name kind country aliases sameAs',
    parts: { affiliations: `id type actor { ${node} } title status date ${span}` },
    connections: {},
    pageSize,
  },
  statements: {
    type: 'Statement',
    fields: `id type text quote mode hedge condition anonymous date ${span} speaker { ${node} } onBehalfOf { ${node} }
      to { ${node} } via { ${node} } location { id name country } article { id title url publisher published }`,
    parts: { figures: `id kind count ${quantity} unit` },
    connections: { incidents: 'id title', actors: node },
    pageSize,
  },
  locations: {
    type: 'Location',
    fields: `${place} aliases sameAs partOf { ${node} }`,
    parts: {},
    connections: {},
    pageSize,
    place: [],
  },
  articles: {
    type: 'Article',
    fields: 'id title url publisher language license citation published publishedAt version text',
    parts: {},
    connections: { incidents: 'id title' },
    pageSize: pageSizeWithTexts,
  },
};
