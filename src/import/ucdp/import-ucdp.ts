import { importTable } from '../import-table.ts';
import type { Imported } from '../imported.ts';
import { zippedTableName } from '../open-data-file.ts';
import { articleOfEvent } from './event-article.ts';
import { parseEvent, requiredColumns } from './ged-event.ts';
import { releaseOfColumns, releaseOfFile } from './release.ts';

/**
 * Imports a table of UCDP's Georeferenced Event Dataset: one article per event. The release becomes the articles'
 * version: the given one, or else the one in the file's name, or in the name of the table within a zip archive, or else
 * the one that `releaseOfColumns` derives.
 */
export async function* importUcdp(path: string, release?: number): AsyncGenerator<Imported> {
  const known = release ?? releaseOfFile(path) ?? releaseOfFile((await zippedTableName(path)) ?? '');
  yield* importTable({
    path,
    required: requiredColumns,
    parse: parseEvent,
    toArticle: (event, values) => articleOfEvent(event, known ?? releaseOfColumns(values)),
    idColumn: 'id',
  });
}
