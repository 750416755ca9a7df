import type { DayMention } from '../dates/read-days.ts';
import type { DraftedPlace } from '../names/draft-names.ts';
import type { SitedPlace } from './choose-place.ts';
import type { EventKind } from './event-words.ts';
import type { Report } from './read-reports.ts';

/** Sentences that tell of one incident. */
export interface Group {
  reports: Report[];
  day?: DayMention;
  place?: SitedPlace;
}

/** Groups reports of one place, day and kind that stand near each other, in text order. */
export function groupReports(reports: readonly Report[]): Group[] {
  const groups: Group[] = [];
  for (const report of reports) {
    const recent = groups.slice(-12).reverse();
    const group = recent.find((each) => isSame(each, report));
    if (!group) {
      groups.push({
        reports: [report],
        ...(report.day && { day: report.day }),
        ...(report.place && { place: report.place }),
      });
      continue;
    }
    group.reports.push(report);
    group.day ??= report.day as DayMention;
    group.place ??= report.place as NonNullable<Group['place']>;
    if (report.place && group.place && isPartOf(report.place.drafted, group.place.drafted)) group.place = report.place;
  }
  return groups;
}

function isPartOf(inner: DraftedPlace, outer: DraftedPlace): boolean {
  return inner !== outer && inner.input.partOf === outer.input.id;
}

function isSame(group: Group, report: Report): boolean {
  const last = group.reports.at(-1);
  if (!last) return false;
  const distance = report.sentence - last.sentence;
  const hasNothingNew = !report.day && !report.place;
  const samePlace =
    !report.place ||
    !group.place ||
    report.place.drafted === group.place.drafted ||
    isPartOf(report.place.drafted, group.place.drafted) ||
    isPartOf(group.place.drafted, report.place.drafted);
  const [days, ownDays] = [group.reports.flatMap(toldDay), toldDay(report)];
  const sameDay = ownDays.length === 0 || days.length === 0 || days.includes(ownDays[0] ?? '');
  const sameKind = group.reports.some(({ kind }) => areCompatible(kind, report.kind));
  if (!samePlace || !sameDay) return false;
  if (hasNothingNew) return distance <= 3 && sameKind;
  return (
    sameKind &&
    (distance <= 6 ||
      (report.day !== undefined && report.place !== undefined && group.day !== undefined && group.place !== undefined))
  );
}

/** The day that a report, or a sentence before it, tells. */
function toldDay({ day, carried }: Report): string[] {
  if (day) return [day.edtf];
  return carried && !carried.isDateline ? [carried.day.edtf] : [];
}

function areCompatible(a: EventKind, b: EventKind): boolean {
  if (a.type === b.type && (a.subtype === b.subtype || !a.subtype || !b.subtype)) return true;
  const vague = new Set(['OTHER']);
  if (vague.has(a.type) || vague.has(b.type)) return true;
  return isArrest(a) || isArrest(b);
}

function isArrest({ subtype }: EventKind): boolean {
  return subtype === 'ARREST';
}
