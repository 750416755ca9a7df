import { type DayNumber, firstOf } from './days.ts';

export interface Tick {
  day: DayNumber;
  text: string;
}

const minTickPx = 56;
const yearSteps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, month, 1))),
);

/** Returns the marks of a time axis: years, months or days, as many as have room. */
export function ticksOf(from: DayNumber, to: DayNumber, widthPx: number): Tick[] {
  const room = Math.max(1, widthPx / minTickPx);
  const days = to - from + 1;
  if (days / 365.25 >= room / 2.5 || days > 365.25 * 4) return yearTicks(from, to, room);
  if (days / 30.44 >= room / 4) return monthTicks(from, to, room);
  return dayTicks(from, to, room);
}

function yearTicks(from: DayNumber, to: DayNumber, room: number): Tick[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const step = yearSteps.find((each) => (last - first + 1) / each <= room) ?? 1000;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const day = firstOf(year, 0);
    if (day >= from) ticks.push({ day, text: String(year) });
  }
  return ticks;
}

function monthTicks(from: DayNumber, to: DayNumber, room: number): Tick[] {
  const step = [1, 2, 3, 6, 12].find((each) => (to - from) / 30.44 / each <= room) ?? 12;
  const ticks: Tick[] = [];
  const year = yearOf(from);
  for (let month = 0; firstOf(year, month) <= to; month += step) {
    const day = firstOf(year, month);
    if (day < from) continue;
    const name = monthNames[month % 12] ?? '';
    const isFirst = ticks.length === 0;
    ticks.push({ day, text: isFirst || month % 12 === 0 ? `${name} ${yearOf(day)}` : name });
  }
  return ticks;
}

function dayTicks(from: DayNumber, to: DayNumber, room: number): Tick[] {
  const step = [1, 2, 7, 14].find((each) => (to - from + 1) / each <= room) ?? 14;
  const ticks: Tick[] = [];
  for (let day = from; day <= to; day += step) {
    const date = new Date(day * 86_400_000);
    ticks.push({ day, text: `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]}` });
  }
  return ticks;
}

function yearOf(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
