import { compare, type Node, type TypeName } from './nodes.ts';
import { ofNoIncidents, tollOf } from './tolls.ts';

const most = 1000;

export interface Timeline {
  interval: string;
  from: string | null;
  to: string | null;
  empty: boolean;
}

/** Null where there would be too many buckets. */
export function timelineOf(
  typeName: TypeName,
  nodes: readonly Node[],
  { interval, from, to, empty }: Timeline,
): object[] | null {
  const dated = nodes.flatMap((node) => {
    const { start, end, precision } = spanOf(node) ?? {};
    const day = start ?? end;
    if (day === undefined) return [];
    const bucket = bucketOf(interval, day);
    const isSure = start && end && precision !== 'APPROXIMATE' && bucketOf(interval, end) === bucket;
    return [{ node, bucket, isSure }];
  });
  const [first, last] = [from, to].map((day) => day && bucketOf(interval, day));
  const starts = dated
    .map(({ bucket }) => bucket)
    .filter((bucket) => (!first || bucket >= first) && (!last || bucket <= last))
    .sort(compare);
  const end = last ?? starts.at(-1);
  const buckets: object[] = [];
  for (let start = first ?? starts[0]; start !== undefined && end !== undefined && start <= end; ) {
    const next = nextBucket(interval, start);
    const members = dated.filter(({ bucket }) => bucket === start);
    const bucket = {
      start,
      end: addDays(next, -1),
      count: members.length,
      uncertain: members.filter(({ isSure }) => !isSure).length,
      ...(typeName === 'Incident' ? tollOf(members.map(({ node }) => node)) : ofNoIncidents),
    };
    if (empty || members.length > 0) buckets.push(bucket);
    if (buckets.length > most) return null;
    start = next;
  }
  return buckets;
}

/** Undated statements lie somewhere about their article's day. */
function spanOf(node: Node): { start?: string; end?: string; precision?: string } | undefined {
  if (node.typeName === 'Article') return { start: node.published, end: node.published };
  if (node.date || node.typeName === 'Incident') return node.date;
  return { start: node.article.published };
}

/** Returns the first day of a day's bucket. */
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
