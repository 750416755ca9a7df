import { importTable } from '../import-table.ts';
import type { Imported } from '../imported.ts';
import { parseEvent, requiredColumns } from './acled-event.ts';
import { articleOfEvent } from './event-article.ts';

/**
 * Imports a table of ACLED: one article per event. The upload time of a row becomes the article's version, so that the
 * newest state of an event wins in whatever order files are seeded. `accessed` is the day of the download, for the
 * citation.
 */
export function importAcled(path: string, accessed?: string): AsyncGenerator<Imported> {
  return importTable({
    path,
    required: requiredColumns,
    parse: parseEvent,
    toArticle: (event) => articleOfEvent(event, accessed),
    idColumn: 'event_id_cnty',
  });
}
