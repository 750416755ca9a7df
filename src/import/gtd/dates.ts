import type { DateInput } from '../../entities/article/article.ts';
import { isDay } from '../../ingest/parse/edtf.ts';
import { dayOf, type GtdEvent } from './gtd-event.ts';
import { firstDayOfRelease } from './release.ts';

/** Returns a day, a month or a year, or the days from the first to the last. */
export function dateOf(event: GtdEvent): DateInput {
  const { year, month, day, approximateDate, lastDay } = event;
  const original = approximateDate === '' ? {} : { original: approximateDate };
  if (month === 0) return { edtf: String(year), ...original };
  if (day === 0) return { edtf: dayOf(year, month, 1).slice(0, 7), ...original };
  const first = dayOf(year, month, day);
  return { edtf: lastDay > first ? `${first}/${lastDay}` : first, ...original };
}

/**
 * Returns the day of the newest source, or else the first day of the release's month, or else the last day on which the
 * incident may have happened; never a day before that.
 */
export function publicationOf(event: GtdEvent, version: number | undefined): { published: string; isAssumed: boolean } {
  const days = event.sources.flatMap(daysIn);
  const released = version === undefined ? [] : [firstDayOfRelease(version)];
  const published = [latestDay(event), ...(days.length > 0 ? days : released)].sort().at(-1) as string;
  return { published, isAssumed: days.length === 0 };
}

function latestDay({ year, month, day, lastDay }: GtdEvent): string {
  if (month === 0) return dayOf(year, 12, 31);
  const first = dayOf(year, month, day || new Date(Date.UTC(year, month, 0)).getUTCDate());
  return lastDay > first ? lastDay : first;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const inWords = new RegExp(`\\b(${months.join('|')}) (\\d{1,2}), (\\d{4})\\b`, 'g');

/** Returns the days that a reference names, `January 2, 2018`. */
function daysIn(source: string): string[] {
  return [...source.matchAll(inWords)]
    .map(([, month = '', day, year]) => dayOf(Number(year), months.indexOf(month) + 1, Number(day)))
    .filter(isDay);
}
