import { type OperationDefinitionNode, parse } from 'graphql';
import { areaKinds } from '../../entities/location/area-kinds.ts';
import type { Incident, Location } from '../../generated/schema.ts';
import { casualtyTotals, totalColumns } from './casualty-totals.ts';
import { csvRecord, openCsvField } from './csv.ts';
import { selectionOf } from './export-documents.ts';
import { type ExportType, exportTypes } from './export-types.ts';
import type { ExportName } from './short-forms.ts';
import { type Cell, cellAt, columnsOf } from './table-cells.ts';

export const exportFormats = ['csv', 'geojson', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** A node as its query returns it, with complete lists. */
export type ExportedNode = { id: string } & Record<string, unknown>;

/** Writes an export, node by node. */
export interface ExportWriter {
  head: string;
  write(node: ExportedNode): string;
  end: string;
  /** What ends an export that failed, so that no parser takes it for complete. */
  fail(message: string, errors: readonly object[]): string;
}

export function createWriter(name: ExportName, format: ExportFormat): ExportWriter {
  switch (format) {
    case 'csv':
      return createCsvWriter(tableOf(name));
    case 'geojson':
      return createGeoJsonWriter(tableOf(name), exportTypes[name]);
    case 'ndjson':
      return {
        head: '',
        write: (node) => `${JSON.stringify(node)}\n`,
        end: '',
        fail: (_message, errors) => `${JSON.stringify({ errors })}\n`,
      };
  }
}

interface Table {
  columns: readonly string[];
  cells(node: ExportedNode): Cell[];
}

function createCsvWriter({ columns, cells }: Table): ExportWriter {
  return {
    head: csvRecord(columns),
    write: (node) => csvRecord(cells(node)),
    end: '',
    fail: (message) => openCsvField(`Export failed: ${message}`),
  };
}

/** RFC 7946. Its last line is missing in an export that failed, and a text is not closed. */
function createGeoJsonWriter({ columns, cells }: Table, { place = [], precision }: ExportType): ExportWriter {
  let isFirst = true;
  const separate = () => {
    const separator = isFirst ? '\n' : ',\n';
    isFirst = false;
    return separator;
  };
  return {
    head: '{"type":"FeatureCollection","features":[',
    write(node) {
      const values = cells(node);
      const properties = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
      if (precision) properties.precision = cellAt(node, [precision]);
      return (
        separate() + JSON.stringify({ type: 'Feature', id: node.id, geometry: geometryOf(node, place), properties })
      );
    },
    end: '\n]}\n',
    fail: (message) => separate() + JSON.stringify(`Export failed: ${message}`).slice(0, -1),
  };
}

type Place = Pick<Location, 'kind' | 'point'>;

/** Returns the point of a location. That of an area is only its centre, where nothing happened. */
function geometryOf(node: ExportedNode, path: readonly string[]): object | null {
  const place = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], node);
  const { kind, point } = (place as Place | null) ?? {};
  if (!kind || !point || areaKinds.has(kind)) return null;
  return { type: 'Point', coordinates: [point.longitude, point.latitude] };
}

/** Ids of parts are for client caches, and change with what they are part of. */
function isColumn({ parts }: ExportType, path: readonly string[]): boolean {
  return !(path.length === 2 && path[1] === 'id' && Object.hasOwn(parts, path[0] ?? ''));
}

function tableOf(name: ExportName): Table {
  const type = exportTypes[name];
  const [operation] = parse(`{ ${selectionOf(type)} }`, { noLocation: true }).definitions;
  const { selectionSet } = operation as OperationDefinitionNode;
  const selected = columnsOf(selectionSet).filter(({ path }) => isColumn(type, path));
  const columns = selected.map((column) => column.name);
  const cells = (node: ExportedNode) => selected.map(({ path }) => cellAt(node, path));
  if (name !== 'incidents') return { columns, cells };
  return {
    columns: [...columns, ...totalColumns],
    cells: (node) => [...cells(node), ...casualtyTotals((node as unknown as Pick<Incident, 'casualties'>).casualties)],
  };
}
