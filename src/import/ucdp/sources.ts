import { cleanCell } from '../clean-cell.ts';
import { filled } from '../read-csv.ts';

/** An article that an event was told in; of older ones only the reference, as one text, is known. */
export interface Source {
  office?: string;
  /** As written; mostly a day. */
  date?: string;
  headline?: string;
}

/** The columns `source_*`: the same articles as records in one column, and as parallel lists in three. */
export interface SourceColumns {
  source_article?: string;
  source_office?: string;
  source_date?: string;
  source_headline?: string;
}

const record = /^"([^"]*?),(\d{4}-\d{2}-\d{2}),(.*)"$/s;
const betweenRecords = /"\s*;\s*(?="[^"]*?,\d{4}-\d{2}-\d{2},)/;

/**
 * Returns the source articles of an event. Records are preferred to lists, because a headline may contain the separator
 * `;`, and the three lists then differ in length.
 */
export function sourcesOf(columns: SourceColumns): Source[] {
  const reference = cleanCell(columns.source_article);
  const records = reference.split(betweenRecords).map((part, at, all) => (at < all.length - 1 ? `${part}"` : part));
  const matches = records.map((each) => record.exec(each.trim()));
  if (matches.every((match) => match !== null)) {
    return matches.map((match) => sourceOf(match[1], match[2], match[3]));
  }
  const [offices, dates, headlines] = [columns.source_office, columns.source_date, columns.source_headline].map(
    (list) => cleanCell(list).split(';'),
  ) as [string[], string[], string[]];
  if (headlines.some((headline) => headline.trim() !== '') && areParallel(offices, dates, headlines)) {
    return headlines.map((headline, at) => sourceOf(offices[at], dates[at], headline));
  }
  return reference === '' ? [] : [{ headline: reference }];
}

function areParallel(...lists: string[][]): boolean {
  return lists.every((list) => list.length === lists[0]?.length);
}

function sourceOf(office = '', date = '', headline = ''): Source {
  const trimmed = { office: filled(office.trim()), date: filled(date.trim()), headline: filled(headline.trim()) };
  return Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value !== ''));
}
