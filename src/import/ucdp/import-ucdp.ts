import { formatFault, type Imported } from '../imported.ts';
import { readCsv } from '../read-csv.ts';
import { articleOfEvent } from './event-article.ts';
import { isHxlRow, parseEvent, requiredColumns } from './ged-event.ts';
import { releaseOfColumns, releaseOfFile } from './release.ts';

/**
 * Makes article JSON of a table of UCDP's Georeferenced Event Dataset, an article an event, in file order and as they
 * are asked for. A row that is broken is refused, and the others are taken all the same. The release becomes the
 * articles' version: the one given, else that of the file's name, else the oldest that may have the table's columns.
 */
export async function* importUcdp(path: string, release?: number): AsyncGenerator<Imported> {
  const known = release ?? releaseOfFile(path);
  for await (const { line, values, fault } of readCsv(path, requiredColumns)) {
    if (fault) {
      yield { refusals: [formatFault(path, line, fault)] };
    } else if (!isHxlRow(values)) {
      const parsed = parseEvent(values);
      if ('faults' in parsed) yield { refusals: parsed.faults.map((each) => formatFault(path, line, each)) };
      else yield { article: articleOfEvent(parsed.event, known ?? releaseOfColumns(values)) };
    }
  }
}
