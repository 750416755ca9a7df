import { type AnnotatedText, jsonLines, partOf } from './annotated-text.ts';
import { killed, taken } from './measures.ts';

interface Row {
  row: number;
  text: string;
  event: { start_date: string; province: string[]; min_killed: number; min_captured: number };
}

/**
 * Reads the press releases of ISAF, each with one event. The day of publication is that of the dateline, with the year
 * of the number of the release; dates are judged where both are written.
 */
export async function* readIsaf(path: string): AsyncGenerator<AnnotatedText> {
  for await (const line of jsonLines(path)) {
    const { row, text, event } = line as Row;
    const published = publicationOf(text);
    const [province = ''] = event.province;
    const tolls = [
      ...(event.min_killed > 0 ? [{ kinds: killed, count: event.min_killed, isTotal: true }] : []),
      ...(event.min_captured > 0 ? [{ kinds: taken, count: event.min_captured, isTotal: true }] : []),
    ];
    yield {
      id: String(row),
      part: partOf(String(row)),
      text,
      published: published ?? '2013-12-31',
      tolls,
      ...(/^[a-z ]+$/.test(province) && event.province.length === 1 && { province }),
      ...(published !== undefined && { day: { date: event.start_date, isShifted: isShifted(published) } }),
    };
  }
}

/**
 * The annotations of the releases of these days are a day earlier than the words throughout (`Nov. 13` is annotated as 12
 * November): in the tuning part, those of all 26 whose text gives one day. Of all other releases, 2 in 164 are.
 */
const shifted = [
  { from: '2010-11-14', to: '2010-11-30' },
  { from: '2011-02-01', to: '2011-03-28' },
];

function isShifted(published: string): boolean {
  return shifted.some(({ from, to }) => from <= published && published <= to);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function publicationOf(text: string): string | undefined {
  const head = text.slice(0, 900);
  const [, month = '', day = '', written] =
    /\(\s*([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:,\s*(20\d\d))?\s*\)/.exec(head) ??
    /\b([A-Z][a-z]{2,8})\.? (\d{1,2}), (20\d\d)\b/.exec(head) ??
    /^([A-Z][a-z]{2,8})\.? (\d{1,2}):/.exec(head) ??
    [];
  const number = months.indexOf(month.slice(0, 3).toLowerCase());
  const year = written ?? /\b(20\d\d)-\d\d-/.exec(head)?.[1];
  if (number === -1 || year === undefined) return undefined;
  return `${year}-${String(number + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
