import type { FieldNode, SelectionSetNode } from 'graphql';
import { csvRecord } from '../../src/server/exports/csv.ts';
import { cellAt, columnsOf } from '../../src/server/exports/table-cells.ts';
import { type Answer, type Fragments, fieldsOf, isObject, keyOf, parseRequest, type Values } from './request.ts';

/** A file, or why there is none, as a sentence. */
export type AnswerFile = { name: string; text: string } | { reason: string };

const noResponse = { reason: 'There is no response yet.' };

/** Returns the response as it is shown. */
export function jsonOf({ response }: Answer): AnswerFile {
  return response === '' ? noResponse : { name: 'response.json', text: response };
}

/**
 * Returns the nodes of the first connection of the response as CSV, with the columns that exports have. Connections within
 * lists are cells of their own nodes.
 */
export function csvOf({ request, response }: Answer): AnswerFile {
  if (response === '') return noResponse;
  try {
    const { data } = JSON.parse(response) as { data?: unknown };
    const parsed = parseRequest(request);
    const list = parsed && isObject(data) ? findList(parsed.selectionSet, data, parsed.fragments) : null;
    if (!parsed || !list?.field.selectionSet) return { reason: 'The response has no list of nodes.' };
    const columns = columnsOf(list.field.selectionSet, parsed.fragments).filter(({ path }) => path[0] !== 'cursor');
    const rows = list.rows.map((row) => columns.map(({ path }) => cellAt(row, path)));
    return { name: `${list.name}.csv`, text: [columns.map(({ name }) => name), ...rows].map(csvRecord).join('') };
  } catch {
    return { reason: 'The response is not that of the query beside it.' };
  }
}

interface List {
  name: string;
  /** `nodes` or `edges`. */
  field: FieldNode;
  rows: unknown[];
}

/** Returns the first list of nodes or edges that is reached without passing through another list. */
function findList(selectionSet: SelectionSetNode, data: Values, fragments: Fragments): List | null {
  for (const field of fieldsOf(selectionSet, fragments)) {
    const value = data[keyOf(field)];
    if (!isObject(value) || !field.selectionSet) continue;
    const inner = fieldsOf(field.selectionSet, fragments);
    const list = inner.find(({ name }) => name.value === 'nodes') ?? inner.find(({ name }) => name.value === 'edges');
    const rows = list && value[keyOf(list)];
    if (list && Array.isArray(rows)) return { name: keyOf(field), field: list, rows };
    const found = findList(field.selectionSet, value, fragments);
    if (found) return found;
  }
  return null;
}
