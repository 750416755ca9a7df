import type { Article } from '../../entities/article/article.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import { actorsOf } from './actors.ts';
import type { FindCity } from './city-finder.ts';
import { thingsOf } from './mentions.ts';
import { placesOf } from './places.ts';
import type { AnnotatedDocument, AnnotatedSource } from './read-source.ts';

/** The day on which the texts were collected, according to their licences. They were published before it. */
const collected = '2017-07-03';

/** Turns a document of re3d into an article with the unchanged text and the annotated actors and locations. */
export function articleOfDocument(
  document: AnnotatedDocument,
  { license, citation }: Pick<AnnotatedSource, 'license' | 'citation'>,
  findCity: FindCity,
): Article {
  const title = document.title.replace(/[\s\u200e\u200f]+/g, ' ').trim();
  const id = joinSlugs('re3d', slugOf(document.id.slice(0, 6)), slugOf(title).slice(0, 80).replace(/-$/, ''));
  const { things, relations } = thingsOf(document);
  const { locations, lookedUp } = placesOf(document.text, things, findCity);
  const { published, note } = publishedOf(document.sourceUrl);
  const points = `Looked up by name in GeoNames (CC BY 4.0), not in the text: the points of ${lookedUp.join(', ')}.`;
  return {
    id,
    title,
    ...(URL.canParse(document.sourceUrl) && { url: document.sourceUrl }),
    publisher: document.sourceName,
    language: 'en',
    license,
    citation: [citation, note, ...(lookedUp.length > 0 ? [points] : [])].join(' '),
    published,
    text: document.text,
    locations,
    actors: actorsOf(document.text, id, things, relations),
  };
}

/** Estimates the day of publication, which is not given. The URLs of the State Department contain the month. */
function publishedOf(url: string): { published: string; note: string } {
  const [, year, month] = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\//.exec(url) ?? [];
  if (year !== undefined && `${year}-${month}-01` < collected) {
    return { published: `${year}-${month}-01`, note: 'The day of publication is not given: the first of its month.' };
  }
  return { published: collected, note: 'The day of publication is not given: the day it was collected.' };
}
