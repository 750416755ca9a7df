import { gapAfter, type TextWords } from '../words-of-text.ts';

/** A number in a text: the words from `from` up to `to`. */
export interface NumberMention {
  from: number;
  to: number;
  min: number;
  /** Absent if the words give no maximum. */
  max?: number;
  /**
   * The form of the words. `one` is an article or a word such as `another`; `about` is a number such as `some 40`;
   * `vague` is a word such as `dozens`, for which `min` and `max` bound the minimum that a reader would assume.
   */
  form: 'exact' | 'about' | 'vague' | 'one';
}

const units = mapOf({
  ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
});
const tens = mapOf({ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 });
const multipliers = mapOf({
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
});
const pairs = mapOf({
  both: 2,
  pair: 2,
  twin: 2,
  twins: 2,
  couple: 2,
  duo: 2,
  twice: 2,
  double: 2,
  trio: 3,
  triple: 3,
  quartet: 4,
});
/** For each vague word, the lower and upper bound of the minimum that a reader would assume. */
const vague = mapOf<readonly [number, number]>({
  ...{
    several: [2, 8],
    few: [2, 6],
    multiple: [2, 6],
    numerous: [2, 12],
    many: [2, 12],
    various: [2, 6],
    handful: [2, 6],
  },
  ...{ dozens: [12, 40], scores: [20, 60], tens: [10, 30], hundreds: [100, 300], thousands: [1_000, 3_000] },
  ...{ millions: [1_000_000, 3_000_000] },
});

function mapOf<T = number>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values));
}

const none: ReadonlySet<string> = new Set(
  'no none nobody zero without neither nor unhurt unharmed uninjured unscathed'.split(' '),
);
const ones: ReadonlySet<string> = new Set('a an another single lone sole someone somebody'.split(' '));

/** Words after a number that make it a measure rather than a count of people or objects. */
const measures: ReadonlySet<string> = new Set(
  (
    'percent per cent km kilometer kilometers kilometre kilometres mile miles meter meters metre metres feet foot ft mm cm ' +
    'caliber calibre pound pounds kg kilogram kilograms kilo kilos ton tons tonne tonnes gram grams rounds am pm gmt ' +
    'hour hours minute minutes day days week weeks month months year years dollars euros degrees'
  ).split(' '),
);
/** Words before a number that make it a name: `No. 3`, `Highway 1`. */
const labels: ReadonlySet<string> = new Set(
  'no nos number highway route article section chapter resolution phase page flight channel aged age'.split(' '),
);

/** The words, other than digits, with which a number may begin. */
const firstWords: ReadonlySet<string> = new Set([
  ...units.keys(),
  ...tens.keys(),
  ...pairs.keys(),
  ...vague.keys(),
  ...none,
  ...ones,
  'half',
]);

/** Returns whether a number may begin with a folded word. */
export function mayBeginNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || firstWords.has(word);
}

/**
 * Returns the numbers in a text that count something, in order. `starts` are the words at which one may begin; `isDate`
 * returns whether a word belongs to a date.
 */
export function numbersOf(
  text: TextWords,
  starts: readonly number[],
  isDate: (word: number) => boolean,
): NumberMention[] {
  return readNumbers(text, starts, isDate, readNumber, (read) => !isLabel(text, read));
}

/** Returns all numbers in a text, in order: those that `numbersOf` returns, and those of sums, measures, dates and names. */
export function allNumbersOf(text: TextWords, starts: readonly number[]): NumberMention[] {
  const read = (text: TextWords, at: number) => readAbbreviated(text, at) ?? readNumber(text, at);
  return readNumbers(
    text,
    starts,
    () => false,
    read,
    () => true,
  );
}

function readNumbers(
  text: TextWords,
  starts: readonly number[],
  isDate: (word: number) => boolean,
  readAt: (text: TextWords, at: number) => NumberMention | undefined,
  isTaken: (read: NumberMention) => boolean,
): NumberMention[] {
  const mentions: NumberMention[] = [];
  let next = 0;
  for (const at of starts) {
    const read = at < next || isDate(at) ? undefined : readAt(text, at);
    if (!read) continue;
    const mention = withRange(text, compared(text, read), isDate) ?? read;
    if (isTaken(read)) mentions.push(mention);
    next = mention.to;
  }
  return mentions;
}

const abbreviations = mapOf({ k: 1_000, m: 1_000_000, mn: 1_000_000, bn: 1_000_000_000 });

/** Reads `40m` and `2.5bn`; undefined if there is no such number. */
function readAbbreviated(text: TextWords, at: number): NumberMention | undefined {
  const start = text.starts[at] ?? 0;
  const [whole = '', number = '', unit = ''] =
    /^(\d{1,15}(?:\.\d{1,3})?)(k|mn?|bn)(?!\w)/i.exec(text.text.slice(start, start + 24)) ?? [];
  if (whole === '') return undefined;
  const value = Math.round(Number(number) * (abbreviations.get(unit.toLowerCase()) ?? 1));
  let to = at + 1;
  while ((text.starts[to] ?? Number.POSITIVE_INFINITY) < start + whole.length) to++;
  return Number.isSafeInteger(value) ? exact(at, to, value) : undefined;
}

function isLabel(text: TextWords, { from, to, form }: NumberMention): boolean {
  const { words } = text;
  if (form === 'vague') return measures.has(words[to] ?? '') && form === 'vague';
  if (measures.has(words[to] ?? '')) return true;
  if (
    from > 0 &&
    (labels.has(words[from - 1] ?? '') || gapAfter(text, from - 1) === '-') &&
    isDigits(words[from] ?? '')
  ) {
    // AK-47, F-16; but not 10-12, which withRange reads
    return !isDigits(words[from - 1] ?? '') || labels.has(words[from - 1] ?? '');
  }
  const before = text.text.charAt((text.starts[from] ?? 0) - 1);
  const after = text.text.charAt(text.ends[to - 1] ?? 0);
  return before === '$' || before === '€' || before === '£' || after === '%' || after === '°';
}

/** Reads the number at a word, without the words before and after it that compare or extend it. */
function readNumber(text: TextWords, at: number): NumberMention | undefined {
  const { words } = text;
  const word = words[at] ?? '';
  const digits = readDigits(text, at);
  if (digits) return readMultipliers(text, { from: at, ...digits });
  if (units.has(word) || tens.has(word)) {
    const spelled = readSpelled(text, at);
    return readMultipliers(text, { from: at, ...spelled });
  }
  if (word === 'half' && (words[at + 1] === 'a' || words[at + 1] === 'dozen')) {
    const to = words[at + 1] === 'dozen' ? at + 2 : at + 3;
    return words[to - 1] === 'dozen' ? exact(at, to, 6) : undefined;
  }
  if (word === 'half') return undefined;
  const pair = pairs.get(word);
  if (pair !== undefined) return exact(at, at + 1, pair);
  if (word === 'a' || word === 'an') {
    const next = words[at + 1] ?? '';
    const multiplier = multipliers.get(next);
    if (multiplier !== undefined) return readMultipliers(text, { from: at, to: at + 1, value: 1 });
    if (next === 'few' || next === 'handful') return readVague(text, at + 1);
    const value = pairs.get(next);
    if (value !== undefined) return exact(at, at + 2, value);
    if (next === 'number' || next === 'series' || next === 'string')
      return { from: at, to: at + 2, min: 2, max: 8, form: 'vague' };
  }
  if (vague.get(word)) return readVague(text, at);
  if (ones.has(word)) return { from: at, to: at + 1, min: 1, max: 1, form: 'one' };
  if (word === 'no' && /^(one|fewer|less|more|longer)$/.test(words[at + 1] ?? '')) {
    return words[at + 1] === 'one' ? exact(at, at + 2, 0) : undefined;
  }
  return none.has(word) ? exact(at, at + 1, 0) : undefined;
}

function readVague(text: TextWords, at: number): NumberMention {
  const [min, max] = vague.get(text.words[at] ?? '') ?? [2, 8];
  if (text.words[at + 1] === 'of' && vague.get(text.words[at + 2] ?? '')) {
    const [low, high] = vague.get(text.words[at + 2] ?? '') ?? [1, 1];
    return { from: at, to: at + 3, min: (min * low) / 2, max: max * high, form: 'vague' };
  }
  if (text.words[at] === 'several' && multipliers.get(text.words[at + 1] ?? '')) {
    const factor = multipliers.get(text.words[at + 1] ?? '') ?? 1;
    return { from: at, to: at + 2, min: 2 * factor, max: 5 * factor, form: 'vague' };
  }
  return { from: at, to: at + 1, min, max, form: 'vague' };
}

function exact(from: number, to: number, value: number): NumberMention {
  return { from, to, min: value, max: value, form: 'exact' };
}

function isDigits(word: string): boolean {
  return word.length > 0 && word.length <= 15 && /^\d+$/.test(word);
}

/** Reads `1,200`, `1 200`, `1.5` and `12`. */
function readDigits(text: TextWords, at: number): { to: number; value: number } | undefined {
  const { words } = text;
  const first = words[at] ?? '';
  if (!isDigits(first)) return undefined;
  let digits = first;
  let to = at + 1;
  while (first.length <= 3 && isThousands(text, to) && digits.length < 16) {
    digits += words[to];
    to++;
  }
  if (to === at + 1 && gapAfter(text, at) === '.' && isDigits(words[to] ?? '') && (words[to] ?? '').length <= 2) {
    return { to: to + 1, value: Number(`${digits}.${words[to]}`) };
  }
  return { to, value: Number(digits) };
}

function isThousands(text: TextWords, at: number): boolean {
  const word = text.words[at] ?? '';
  return word.length === 3 && isDigits(word) && /^[,’'\u00a0\u2009\u202f]$/.test(gapAfter(text, at - 1));
}

/** Reads `twenty-one`. */
function readSpelled({ words }: TextWords, at: number): { to: number; value: number } {
  const word = words[at] ?? '';
  const ten = tens.get(word);
  if (ten === undefined) return { to: at + 1, value: units.get(word) ?? 0 };
  const unit = units.get(words[at + 1] ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? { to: at + 2, value: ten + unit } : { to: at + 1, value: ten };
}

/** Reads `two hundred and five`, `3 dozen`, `1.5 million`. */
function readMultipliers(
  text: TextWords,
  start: { from: number; to: number; value: number },
): NumberMention | undefined {
  const { words } = text;
  let { value, to } = start;
  for (
    let multiplier = multipliers.get(words[to] ?? '');
    multiplier !== undefined;
    multiplier = multipliers.get(words[to] ?? '')
  ) {
    value *= multiplier;
    to++;
    const rest = words[to] === 'and' ? to + 1 : to;
    const word = words[rest] ?? '';
    if (!(units.has(word) || tens.has(word))) continue;
    const { value: more, to: end } = readSpelled(text, rest);
    const scale = multipliers.get(words[end] ?? '') ?? 1;
    if (multiplier < 100 || more >= multiplier || scale > multiplier) continue;
    value += more * scale;
    to = scale === 1 ? end : end + 1;
  }
  return Number.isSafeInteger(value) ? exact(start.from, to, value) : undefined;
}

const about: ReadonlySet<string> = new Set(
  'about around nearly almost roughly approximately some estimated circa near close'.split(' '),
);

/** Applies the words before and after a number that compare it, such as `at least`, `more than` and `or more`. */
function compared(text: TextWords, read: NumberMention): NumberMention {
  const { words } = text;
  const { from, to, min, form } = read;
  if (form === 'one' || form === 'vague') return read;
  const [third, second, first] = [words[from - 3] ?? '', words[from - 2] ?? '', words[from - 1] ?? ''];
  const pair = `${second} ${first}`;
  if (words[to] === 'or' && words[to + 1] === 'more') return open(read, min, from, to + 2);
  if (words[to] === 'plus' || text.text.charAt(text.ends[to - 1] ?? 0) === '+') return open(read, min);
  if (
    pair === 'at least' ||
    pair === 'minimum of' ||
    pair === 'not less' ||
    (first === 'than' && /^(no|not) (fewer|less)$/.test(`${third} ${second}`))
  ) {
    return open(read, min, from - 2);
  }
  if (first === 'than' && /^(no|not) more$/.test(`${third} ${second}`))
    return { ...read, from: from - 3, min: 0, max: min };
  if (pair === 'more than' || pair === 'greater than' || pair === 'upwards of') return open(read, min + 1, from - 2);
  if (first === 'over' || first === 'above' || first === 'exceeding' || pair === 'in excess of')
    return open(read, min + 1, from - 1);
  if (pair === 'fewer than' || pair === 'less than')
    return { ...read, from: from - 2, min: 0, max: Math.max(min - 1, 0) };
  if (pair === 'up to' || pair === 'many as' || pair === 'at most' || pair === 'maximum of')
    return { ...read, from: from - 2, min: 0, max: min };
  if (first === 'under' || first === 'below') return { ...read, from: from - 1, min: 0, max: Math.max(min - 1, 0) };
  if (about.has(first) || (about.has(second) && (first === 'to' || first === 'a')))
    return { ...read, from: from - 1, form: 'about' };
  return read;
}

function open(read: NumberMention, min: number, from = read.from, to = read.to): NumberMention {
  return { from: Math.max(from, 0), to, min, form: 'exact' };
}

/** Joins `10 to 12`, `10-12`, `ten or twelve`, `between 10 and 12`. */
function withRange(
  text: TextWords,
  first: NumberMention,
  isDate: (word: number) => boolean,
): NumberMention | undefined {
  const { words } = text;
  const { to, max, min } = first;
  if (max === undefined || max !== min || (first.form !== 'exact' && first.form !== 'about')) return first;
  const isBetween = words[first.from - 1] === 'between' && words[to] === 'and';
  const joined =
    words[to] === 'to' || words[to] === 'or' || isBetween
      ? to + 1
      : /^\s?[-–—]\s?$/.test(gapAfter(text, to - 1))
        ? to
        : undefined;
  if (joined === undefined || isDate(joined)) return first;
  const digits = readDigits(text, joined);
  const word = words[joined] ?? '';
  const second = digits
    ? readMultipliers(text, { from: joined, ...digits })
    : units.has(word) || tens.has(word)
      ? readMultipliers(text, { from: joined, ...readSpelled(text, joined) })
      : undefined;
  if (!second || second.min <= min) return first;
  return { from: first.from, to: second.to, min, max: second.min, form: 'exact' };
}
