import { importTable } from '../import-table.ts';
import type { Imported } from '../imported.ts';
import { zippedTableName } from '../open-data-file.ts';
import { articleOfEvent } from './event-article.ts';
import { parseEvent, requiredColumns } from './gtd-event.ts';
import { releaseOfFile } from './release.ts';

/**
 * Imports a table of the Global Terrorism Database: one article per incident. The release becomes the articles' version:
 * the given one, or else the one in the file's name, or in the name of the table within a zip archive; otherwise there is
 * none.
 */
export async function* importGtd(path: string, release?: number): AsyncGenerator<Imported> {
  const known = release ?? releaseOfFile(path) ?? releaseOfFile((await zippedTableName(path)) ?? '');
  yield* importTable({
    path,
    required: requiredColumns,
    parse: parseEvent,
    toArticle: (event) => articleOfEvent(event, known),
    idColumn: 'eventid',
  });
}
