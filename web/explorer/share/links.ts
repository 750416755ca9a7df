import type { ExplorerState } from '../state/explorer-state.ts';
import { sorts } from '../state/explorer-state.ts';
import { writeHash } from '../state/hash.ts';
import { whereOf } from '../state/where.ts';

/** The forms of an export. */
export const exportFormats = {
  csv: { label: 'CSV', hint: 'for spreadsheets' },
  geojson: { label: 'GeoJSON', hint: 'for maps' },
  ndjson: { label: 'NDJSON', hint: 'for programs, one incident a line' },
} as const;

export type ExportFormat = keyof typeof exportFormats;

/** The path of an export of all incidents that the state's filter lets through, in the order of the list. */
export function exportPath(format: ExportFormat, state: ExplorerState): string {
  const where = whereOf(state);
  const { field, direction } = sorts[state.sort];
  const parameters = new URLSearchParams();
  if (where) parameters.set('where', JSON.stringify(where));
  parameters.set('orderBy', JSON.stringify([{ field, direction }]));
  return `/export/incidents.${format}?${parameters}`;
}

/** The address of what a state shows; `page` is the address of the page without its hash. */
export function linkTo(state: ExplorerState, page: string): string {
  return `${page}${writeHash({ ...state, embed: false })}`;
}

/** Code that embeds what a state shows in another page. */
export function embedCode(state: ExplorerState, page: string): string {
  const address = `${page}${writeHash({ ...state, embed: true })}`;
  return `<iframe src="${escaped(address)}" title="incident-graph" width="100%" height="640" loading="lazy" allow="clipboard-write"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
