import { tollOf } from './groups.ts';
import { compare, type Thing } from './things.ts';

const most = 1000;

/** Null where there would be too many buckets. */
export function timelineOf(things: readonly Thing[], interval: string): object[] | null {
  const dated = things.flatMap((thing) => {
    const { start, end, precision } = spanOf(thing) ?? {};
    const day = start ?? end;
    if (day === undefined) return [];
    const bucket = bucketOf(interval, day);
    const isSure = start && end && precision !== 'APPROXIMATE' && bucketOf(interval, end) === bucket;
    return [{ thing, bucket, isSure }];
  });
  const starts = dated.map(({ bucket }) => bucket).sort(compare);
  const last = starts.at(-1);
  const buckets: object[] = [];
  for (let start = starts[0]; start !== undefined && last !== undefined && start <= last; ) {
    if (buckets.length === most) return null;
    const next = nextBucket(interval, start);
    const members = dated.filter(({ bucket }) => bucket === start);
    const isOfIncidents = things[0]?.typeName === 'Incident';
    buckets.push({
      start,
      end: addDays(next, -1),
      count: members.length,
      uncertain: members.filter(({ isSure }) => !isSure).length,
      ...(isOfIncidents ? tollOf(members.map(({ thing }) => thing)) : { killed: null, injured: null }),
    });
    start = next;
  }
  return buckets;
}

/** Undated statements lie somewhere about their article's day. */
function spanOf(thing: Thing): { start?: string; end?: string; precision?: string } | undefined {
  if (thing.typeName === 'Article') return { start: thing.published, end: thing.published };
  if (thing.date || thing.typeName === 'Incident') return thing.date;
  return { start: thing.article.published };
}

/** The first day of the bucket of a day. */
function bucketOf(interval: string, day: string): string {
  const month = Number(day.slice(5, 7));
  if (interval === 'YEAR') return `${day.slice(0, 4)}-01-01`;
  if (interval === 'QUARTER') return `${day.slice(0, 5)}${['01', '04', '07', '10'][Math.floor((month - 1) / 3)]}-01`;
  if (interval === 'MONTH') return `${day.slice(0, 7)}-01`;
  if (interval === 'DAY') return day;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

function nextBucket(interval: string, start: string): string {
  const days: Record<string, number> = { DAY: 1, WEEK: 7, MONTH: 31, QUARTER: 92, YEAR: 366 };
  return bucketOf(interval, addDays(start, days[interval] as number));
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
