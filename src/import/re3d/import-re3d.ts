import { parseArticles } from '../../ingest/parse-articles.ts';
import type { Refusal } from '../../ingest/refusal.ts';
import { type EntryFault, formatFault, type Imported } from '../imported.ts';
import { loadCities } from './city-finder.ts';
import { articleOfDocument } from './document-article.ts';
import { readSource, sourceFolders } from './read-source.ts';

/**
 * Makes article JSON of a folder of re3d, or of all those in a folder: an article a document, in the order of the
 * folders' names and their files. Lines that cannot be read are refused, and the others are taken all the same.
 */
export async function* importRe3d(folder: string): AsyncGenerator<Imported> {
  const findCity = await loadCities();
  for (const each of sourceFolders(folder)) {
    const { file, documents, refusals, ...terms } = await readSource(each);
    if (refusals.length > 0) yield { refusals };
    for (const document of documents) {
      const article = articleOfDocument(document, terms, findCity);
      const [parsed] = parseArticles({ file: 'document.json', bytes: Buffer.from(JSON.stringify(article)) });
      if (!parsed?.refusals) yield { article };
      else yield { refusals: parsed.refusals.map((each) => formatFault(file, document.line, faultOf(each))) };
    }
  }
}

function faultOf({ pointer, expected, found }: Refusal): EntryFault {
  return { field: pointer, expected, found };
}
