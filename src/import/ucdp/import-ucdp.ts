import { formatFault, type Imported } from '../imported.ts';
import { zippedTableName } from '../open-data-file.ts';
import { readCsv } from '../read-csv.ts';
import { articleOfEvent } from './event-article.ts';
import { isHxlRow, parseEvent, requiredColumns } from './ged-event.ts';
import { releaseOfColumns, releaseOfFile } from './release.ts';

/**
 * Imports a table of UCDP's Georeferenced Event Dataset lazily: one article per event, in file order. A malformed row
 * is rejected; the others are imported. The release becomes the articles' version: the given one, or else the one in
 * the file's name, or in the name of the table within a zip archive, or else the one that `releaseOfColumns` derives.
 */
export async function* importUcdp(path: string, release?: number): AsyncGenerator<Imported> {
  const known = release ?? releaseOfFile(path) ?? releaseOfFile((await zippedTableName(path)) ?? '');
  for await (const { line, values, fault } of readCsv(path, requiredColumns)) {
    if (fault) {
      yield { rejections: [formatFault(path, line, fault)] };
    } else if (!isHxlRow(values)) {
      const parsed = parseEvent(values);
      if (parsed.faults) yield { rejections: parsed.faults.map((each) => formatFault(path, line, each)) };
      else yield { article: articleOfEvent(parsed.entry, known ?? releaseOfColumns(values)) };
    }
  }
}
