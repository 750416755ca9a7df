import { fail } from '../errors.ts';
import { isNumber, toNumber, type Value } from '../values/value.ts';
import type { Operator } from './operator.ts';

const day = 86_400_000;

/** The date operators, in UTC. Other time zones throw. */
export const dateOperators: Record<string, Operator> = {
  $dateTrunc: {
    minArguments: 2,
    maxArguments: 5,
    named: ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'],
    apply: ([date, unit, binSize, timezone, startOfWeek]) => {
      onlyUtc(timezone);
      if (binSize !== undefined && !(isNumber(binSize) && toNumber(binSize) === 1))
        fail('CommandNotSupported', '$dateTrunc with a binSize other than 1 is not supported by this store');
      return isNull(date) || isNull(unit) ? null : truncate(dateOf(date), unit, startOfWeek);
    },
  },
  $dateToString: {
    minArguments: 1,
    maxArguments: 4,
    named: ['date', 'format', 'timezone', 'onNull'],
    apply: ([date, format, timezone, onNull]) => {
      onlyUtc(timezone);
      if (isNull(date)) return onNull ?? null;
      return formatDate(dateOf(date), format ?? '%Y-%m-%dT%H:%M:%S.%LZ');
    },
  },
};

function isNull(value: Value): value is null | undefined {
  return value === null || value === undefined;
}

function dateOf(value: Value): Date {
  if (!(value instanceof Date)) fail('Location16006', "can't convert the value to a date");
  return value;
}

function onlyUtc(timezone: Value): void {
  if (timezone === undefined || timezone === null || timezone === 'UTC' || timezone === 'GMT' || timezone === 'Z')
    return;
  fail('CommandNotSupported', `The time zone ${String(timezone)} is not supported by this store, only UTC`);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function truncate(date: Date, unit: Value, startOfWeek: Value): Date {
  const [year, month, ms] = [date.getUTCFullYear(), date.getUTCMonth(), date.getTime()];
  switch (unit) {
    case 'year':
      return startOfMonth(year, 0);
    case 'quarter':
      return startOfMonth(year, month - (month % 3));
    case 'month':
      return startOfMonth(year, month);
    case 'week': {
      const first = String(startOfWeek ?? 'sunday').toLowerCase();
      const start = weekdays.findIndex((name) => name === first || name.slice(0, 3) === first);
      if (start < 0) fail('BadValue', `startOfWeek parameter is not a day of the week: ${first}`);
      const midnight = Math.floor(ms / day) * day;
      return new Date(midnight - ((date.getUTCDay() - start + 7) % 7) * day);
    }
    default: {
      const size = { day, hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 }[unit as string];
      if (size === undefined) fail('FailedToParse', `unknown time unit value: ${String(unit)}`);
      return new Date(Math.floor(ms / size) * size);
    }
  }
}

function startOfMonth(year: number, month: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date;
}

type Piece = string | ((date: Date) => string);

const specifiers: Record<string, Piece> = {
  Y: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  m: (date) => twoDigits(date.getUTCMonth() + 1),
  d: (date) => twoDigits(date.getUTCDate()),
  H: (date) => twoDigits(date.getUTCHours()),
  M: (date) => twoDigits(date.getUTCMinutes()),
  S: (date) => twoDigits(date.getUTCSeconds()),
  L: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  '%': '%',
};

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

let lastFormat: { text: Value; pieces: Piece[] } = { text: '', pieces: [] };

function formatDate(date: Date, format: Value): string {
  if (lastFormat.text !== format) lastFormat = { text: format, pieces: parseFormat(format) };
  let text = '';
  for (const piece of lastFormat.pieces) text += typeof piece === 'string' ? piece : piece(date);
  return text;
}

function parseFormat(format: Value): Piece[] {
  if (typeof format !== 'string') fail('Location18533', '$dateToString requires a string as its format');
  return (format.match(/%.?|[^%]+/gs) ?? []).map((part) => {
    if (!part.startsWith('%')) return part;
    const piece = Object.hasOwn(specifiers, part.slice(1)) ? specifiers[part.slice(1)] : undefined;
    if (piece === undefined) fail('Location18536', `Invalid format character '${part}' in format string`);
    return piece;
  });
}
