import { isJsonObject } from '../../json/json-object.ts';

/**
 * Returns a hint for a value that is not a quantity, such as a number in words, as a string or as a range; undefined if
 * nothing can be said.
 */
export function explainQuantity(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length === 2 && value.every((each) => Number.isInteger(each))) {
    const [min, max] = [...value].sort((a, b) => a - b);
    return `Write { "min": ${min}, "max": ${max} }`;
  }
  if (typeof value === 'number' && !Number.isInteger(value) && value >= 0)
    return 'A count of people or events is a whole number';
  if (typeof value !== 'string') return undefined;
  const original = `"original": ${JSON.stringify(value)}`;
  const text = value.trim().toLowerCase();
  const exact = parseCount(text);
  if (exact !== undefined)
    return /\d/.test(text) ? `Write ${exact}` : `Write { "min": ${exact}, "max": ${exact}, ${original} } or ${exact}`;
  const [, bound = '', counted = ''] = bounded.exec(text) ?? [];
  const count = parseCount(counted);
  if (count !== undefined) {
    if (/over|more|>|above|exceed/.test(bound)) return `Write { "min": ${count + 1}, ${original} }`;
    if (/least|minimum/.test(bound)) return `Write { "min": ${count}, ${original} }`;
    if (/less|fewer|under|<|below/.test(bound))
      return `Write { "min": 0, "max": ${Math.max(0, count - 1)}, ${original} }`;
    if (/most|up to|maximum/.test(bound)) return `Write { "min": 0, "max": ${count}, ${original} }`;
    return `Write { "min": …, "best": ${count}, "max": …, ${original} } with the bounds that you mean`;
  }
  const [first, second, ...others] = text
    .split(/\s*(?:[-–—]|\bto\b|\band\b|\bor\b)\s*/u)
    .map((part) => parseCount(part.replace(/^between\s+/, '')));
  if (first !== undefined && second !== undefined && others.length === 0) {
    return `Write { "min": ${Math.min(first, second)}, "max": ${Math.max(first, second)}, ${original} }`;
  }
  const plus = parseCount(text.replace(/\s*\+$/, ''));
  if (plus !== undefined) return `Write { "min": ${plus}, ${original} }`;
  return `Write the minimum and the maximum that it can mean, as in { "min": 24, "max": 99, ${original} }`;
}

/** Returns a hint for a value that is not a whole number, such as a version; undefined if it cannot be read as one. */
export function explainWholeNumber(value: unknown): string | undefined {
  const count = typeof value === 'string' ? parseCount(value.trim().toLowerCase()) : undefined;
  return count === undefined ? undefined : `Write ${count}, without quotes`;
}

/** Returns a hint for an invalid coordinate of `point`; undefined if nothing can be said. */
export function explainCoordinate(key: 'latitude' | 'longitude', value: unknown, point: unknown): string | undefined {
  const { latitude, longitude } = isJsonObject(point) ? point : {};
  if (
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    isLatitude(longitude) &&
    Math.abs(latitude) <= 180
  ) {
    return `Latitude and longitude may be swapped: write ${pointOf(longitude, latitude)}`;
  }
  const degrees = typeof value === 'string' ? parseDegrees(value, key === 'latitude' ? 'NS' : 'EW') : undefined;
  return degrees === undefined ? undefined : `Write ${degrees}, without quotes`;
}

/** Returns a hint for a value that is not a point but a list or text; undefined for other values. */
export function explainPoint(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((each) => typeof each === 'number')) {
    return pairOf(value[0], value[1], 'if the list is [longitude, latitude], as in GeoJSON', true);
  }
  if (typeof value !== 'string') return undefined;
  const [first, second] = value.split(/\s*[,;]\s*/);
  const [a, b] = [parseDegrees(first ?? '', 'NS'), parseDegrees(second ?? '', 'EW')];
  return a === undefined || b === undefined ? undefined : pairOf(b, a, 'if latitude comes first', true);
}

/**
 * Returns the hint to write the two numbers as a point. If both orders are possible, it says `when` this one is right
 * and, for a list, gives the other order too. Undefined if neither is possible.
 */
function pairOf(longitude: number, latitude: number, when: string, isListed: boolean): string | undefined {
  if (!isLatitude(latitude)) return isLatitude(longitude) ? `Write ${pointOf(longitude, latitude)}` : undefined;
  if (!isLatitude(longitude)) return `Write ${pointOf(latitude, longitude)}`;
  return `Write ${pointOf(latitude, longitude)} ${when}${isListed ? `, otherwise ${pointOf(longitude, latitude)}` : ''}`;
}

function pointOf(latitude: number, longitude: number): string {
  return `{ "latitude": ${latitude}, "longitude": ${longitude} }`;
}

function isLatitude(value: number): boolean {
  return Math.abs(value) <= 90;
}

/** Returns the degrees of `36.63`, `36,63`, `36.63° N` or `36°37'49"N`; undefined for other texts. */
function parseDegrees(text: string, [positive, negative]: string): number | undefined {
  const [, sign = '', degrees = '', minutes = '0', seconds = '0', side = ''] =
    degreesWritten.exec(text.trim().replace(',', '.')) ?? [];
  if (degrees === '') return undefined;
  if (side !== '' && side.toUpperCase() !== positive && side.toUpperCase() !== negative) return undefined;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = sign === '-' || side.toUpperCase() === negative;
  return Number((isNegative ? -value : value).toFixed(6));
}

const degreesWritten =
  /^([-+]?)(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|'')\s*)?([NSEWnsew]?)$/;

const bounded =
  /^(over|more than|above|exceeding|>|at least|a minimum of|less than|fewer than|under|below|<|at most|up to|a maximum of|about|around|approximately|approx\.?|some|nearly|almost|roughly|~|c\.)\s*(.+)$/;

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const values: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ['a', 1],
  ['an', 1],
  ['no', 0],
  ['none', 0],
  ['nobody', 0],
]);

/**
 * Returns a number in digits, with or without separators of thousands, or in English words below a million; undefined
 * for other texts.
 */
function parseCount(text: string): number | undefined {
  if (/^\d{1,3}(?:[,.\s’']\d{3})+$/u.test(text)) return Number(text.replace(/\D/g, ''));
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const words = text.split(/[\s-]+|\band\b/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 8) return undefined;
  let [total, group] = [0, 0];
  for (const word of words) {
    const value = values.get(word);
    if (value !== undefined) group += value;
    else if (/^dozens?$/.test(word) && group > 0) group *= 12;
    else if (word === 'hundred' && group > 0) group *= 100;
    else if (word === 'thousand' && group > 0) [total, group] = [total + group * 1000, 0];
    else return undefined;
  }
  return words.length === 1 && /^an?$/.test(text) ? undefined : total + group;
}
