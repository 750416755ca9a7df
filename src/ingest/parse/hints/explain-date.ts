import { parseEdtf } from '../edtf.ts';
import { parsePublication } from '../publication.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthWord = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/;

/**
 * Returns a hint for a value that is not an EDTF date: the EDTF to write. Undefined if nothing can be said.
 * `isInObject` is true for the key `edtf`: the hint then does not say to keep the words in an object.
 */
export function explainDate(value: unknown, isInObject: boolean): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value > 999 && value < 10_000 ? `Write "${value}"` : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const nonexistent = explainCalendar(text);
  if (nonexistent !== undefined) return nonexistent;
  const found = readings(text).filter(({ edtf }) => parseEdtf(edtf));
  if (found.length > 0) return `Write ${found.map(({ edtf, means }) => `"${edtf}"${means ?? ''}`).join(' or ')}`;
  if (isInObject || !/[A-Za-z]{3}/.test(text)) return undefined;
  return `Work out the day, and keep the words: { "edtf": "2023-11-09", "original": ${JSON.stringify(value)} }`;
}

/** Returns a hint for a value that is not a day or moment of publication; undefined if nothing can be said. */
export function explainPublication(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const nonexistent = explainCalendar(text);
  if (nonexistent !== undefined) return nonexistent;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)$/.exec(text) ?? [];
  if (day !== undefined && parsePublication(`${day}T${time}Z`)) {
    return `Write "${day}T${time}Z" if the time is in UTC, another offset such as +03:00 if not, or only the day, "${day}"`;
  }
  const spaced = text
    .replace(' ', 'T')
    .replace(/ (?=[-+Z])/, '')
    .replace(/([-+]\d{2})$/, '$1:00')
    .replace(/([-+]\d{2})(\d{2})$/, '$1:$2');
  if (parsePublication(spaced)) return `Write "${spaced}"`;
  const days = readings(text).filter(({ edtf }) => parsePublication(edtf));
  if (days.length > 0) return `Write ${days.map(({ edtf, means }) => `"${edtf}"${means ?? ''}`).join(' or ')}`;
  return /^\d{4}(-\d{2})?$/.test(text) || !/\d/.test(text) ? 'Give the day on which the article appeared' : undefined;
}

interface Reading {
  edtf: string;
  means?: string;
}

/** Returns the dates that a text in another form may mean. */
function readings(text: string): Reading[] {
  const single = readDay(text);
  if (single.length > 0) return single;
  const [, about] =
    /^(?:about|around|circa|c\.|ca\.|approximately|approx\.?|~|early|mid|late)[\s-]*(.+)$/i.exec(text) ??
    /^(.+?)\s*(?:\?|~|%|\(\?\)|approx\.?)$/i.exec(text) ??
    [];
  if (about !== undefined) return readDay(about).map(({ edtf }) => ({ edtf: `${edtf}~` }));
  const [, since] =
    /^(?:since|from|after)\s+(.+)$/i.exec(text) ?? /^(.+?)\s*(?:\/|[-–—]|\bonwards?)$/i.exec(text) ?? [];
  if (since !== undefined) return readDay(since).map(({ edtf }) => ({ edtf: `${edtf}/..` }));
  const [, until] = /^(?:until|till|before|by|\/)\s*(.+)$/i.exec(text) ?? [];
  if (until !== undefined) return readDay(until).map(({ edtf }) => ({ edtf: `../${edtf}` }));
  return readInterval(text);
}

function readInterval(text: string): Reading[] {
  const [, firstDay, lastDay, month] =
    /^(\d{1,2})\s*(?:-|–|—|to|and)\s*(\d{1,2})\s+([A-Za-z]+\.?,?\s+\d{4})$/.exec(text) ?? [];
  const [, name, begin, until, year] =
    /^([A-Za-z]+\.?)\s+(\d{1,2})\s*(?:-|–|—|to|and)\s*(\d{1,2}),?\s+(\d{4})$/.exec(text) ?? [];
  if (firstDay !== undefined) return readInterval(`${firstDay} ${month} / ${lastDay} ${month}`);
  if (name !== undefined) return readInterval(`${begin} ${name} ${year} / ${until} ${name} ${year}`);
  const parts =
    /^(?:from |between )?(.+?)(?:\s*\/\s*|\s+[-–—]\s+|\s*[–—]\s*|\s+(?:to|until|and|through)\s+|\.\.)(.+)$/i.exec(text);
  if (!parts) return [];
  const [, from = '', to = ''] = parts;
  // "7 to 9 November 2023", "7 November to 9 November 2023"
  const tail = /^\d{1,2}\s+([A-Za-z]+\.?\s+\d{4})$/.exec(to)?.[1] ?? '';
  const first = [
    ...readDay(from),
    ...readDay(`${from} ${tail}`),
    ...readDay(`${from} ${/\d{4}$/.exec(to)?.[0] ?? ''}`),
  ][0];
  const [last] = readDay(to);
  if (!first || !last) return [];
  const [start, end] = first.edtf <= last.edtf ? [first.edtf, last.edtf] : [last.edtf, first.edtf];
  return [{ edtf: `${start}/${end}`, ...(start !== first.edtf && { means: ', with the earlier date first' }) }];
}

/** Returns the readings of one day, month or year: two if either number may be the month, none for other texts. */
function readDay(written: string): Reading[] {
  const text = written
    .trim()
    .replace(/^(?:on |mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i, '');
  if (parseEdtf(text)) return [{ edtf: text }];
  const [, year, month, day] =
    /^(\d{4})[-/.\s](\d{1,2})(?:[-/.\s](\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/.exec(text) ??
    [];
  if (year !== undefined) return [{ edtf: join(year, month, day) }];
  const [, a = '', b = '', late] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
  if (late !== undefined) return readNumbers(a, b, late.length === 2 ? `20${late}` : late, text.includes('.'));
  const words = text
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\bof\b|,/g, ' ')
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  const named = words.find((word) => monthWord.test(word));
  const numbers = words.filter((word) => word !== named);
  if (named === undefined || numbers.some((word) => !/^\d+$/.test(word)) || numbers.length > 2) return [];
  const number = monthNames.findIndex((name) => name.startsWith(named.slice(0, 3))) + 1;
  const yearWord = numbers.find((word) => word.length === 4);
  if (yearWord === undefined) return [];
  return [
    {
      edtf: join(
        yearWord,
        String(number),
        numbers.find((word) => word !== yearWord),
      ),
    },
  ];
}

function readNumbers(a: string, b: string, year: string, isDayFirst: boolean): Reading[] {
  const dayFirst = join(year, b, a);
  const monthFirst = join(year, a, b);
  const possible = [dayFirst, ...(isDayFirst || dayFirst === monthFirst ? [] : [monthFirst])].filter((day) =>
    parseEdtf(day),
  );
  return possible.map((edtf) => ({ edtf, ...(possible.length > 1 && { means: ` for ${spell(edtf)}` }) }));
}

function join(year: string, month?: string, day?: string): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function spell(day: string): string {
  const [year, month, number] = day.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  return `${Number(number)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/**
 * Returns a hint for a day or month that does not exist, or for an interval that ends before it begins; otherwise
 * undefined.
 */
function explainCalendar(text: string): string | undefined {
  const [from = '', to] = text.split('/');
  if (to !== undefined && parseEdtf(from) && parseEdtf(to) && from > to)
    return `It ends before it begins: write "${to}/${from}"`;
  for (const part of to === undefined ? [from] : [from, to]) {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(part) ?? [];
    if (month === '') continue;
    if (month === '00' || Number(month) > 12) {
      const swapped = Number(month) > 12 && day !== '' && parseEdtf(`${year}-${day}-${month}`);
      return swapped ? `The month comes before the day: write "${year}-${day}-${month}"` : `There is no month ${month}`;
    }
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    if (day !== '' && (day === '00' || Number(day) > days))
      return `${spell(`${year}-${month}-1`).slice(2)} has ${days} days`;
  }
  return undefined;
}
