import type { Rejection } from '../../ingest/json/rejection.ts';
import { parseArticles } from '../../ingest/read/parse-articles.ts';
import { type EntryFault, formatFault, type Imported } from '../imported.ts';
import { loadCities } from './city-finder.ts';
import { articleOfDocument } from './document-article.ts';
import { readSource, sourceFolders } from './read-source.ts';

/**
 * Imports a folder of re3d, or all folders of re3d in a folder: one article per document, in the order of the folders'
 * names and of their files. Malformed lines are rejected; the others are imported.
 */
export async function* importRe3d(folder: string): AsyncGenerator<Imported> {
  const findCity = await loadCities();
  for (const each of sourceFolders(folder)) {
    const { file, documents, rejections, ...terms } = await readSource(each);
    if (rejections.length > 0) yield { rejections };
    for (const document of documents) {
      const article = articleOfDocument(document, terms, findCity);
      const [parsed] = parseArticles({ file: 'document.json', bytes: Buffer.from(JSON.stringify(article)) });
      if (!parsed?.rejections) yield { article };
      else yield { rejections: parsed.rejections.map((each) => formatFault(file, document.line, faultOf(each))) };
    }
  }
}

function faultOf({ pointer, expected, found }: Rejection): EntryFault {
  return { field: pointer, expected, found };
}
