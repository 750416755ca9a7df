import { parseEdtf } from '../../../src/ingest/parse/edtf.ts';
import { precisionInWords, spanInWords } from '../../explorer/state/day-words.ts';

/** What an EDTF date means: “9 November 2023”, “November 2023: a day in this month”; null if it is none. */
export function dateMeaning(edtf: string): string | null {
  const span = parseEdtf(edtf);
  if (!span) return null;
  const words = spanInWords({ edtf, precision: span.precision, start: span.start ?? null, end: span.end ?? null });
  const precision = precisionInWords(span);
  const weekday = span.precision === 'DAY' && span.start ? `${weekdays.format(Date.parse(span.start))}, ` : '';
  return `${weekday}${words}${precision ? `: ${precision}` : ''}`;
}

const weekdays = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
