import type { CasualtyKind, Method } from '../../../src/generated/schema.ts';
import { type Days, dayOf } from '../../../src/ingest/ground/calendar.ts';
import { datesOf } from '../../../src/ingest/ground/english/dates.ts';
import { casualtyWords, methodWords } from '../../../src/ingest/ground/english/method-words.ts';
import { numbersOf } from '../../../src/ingest/ground/english/numbers.ts';
import { wordsOf } from '../../../src/ingest/ground/words-of-text.ts';

/** What English words say, as far as the check would read them so too. */
export interface WordsRead {
  /** The date in EDTF; absent unless the words give exactly one. */
  edtf?: string;
  count?: { min: number; max?: number; original: string };
  casualty?: CasualtyKind;
  methods: Method[];
}

/** Reads selected words with the same rules that the check has, so that what they prefill agrees with it. */
export function readWords(text: string, published: string): WordsRead {
  const words = wordsOf(text);
  const every = words.words.map((_, index) => index);
  const [year, month = 0, day] = published.slice(0, 10).split('-').map(Number);
  const anchor = dayOf(year, month - 1, day);
  const dates = anchor === undefined ? [] : datesOf(words, every, [anchor]);
  const isDate = (word: number) => dates.some(({ from, to }) => from <= word && word < to);
  const [number] = numbersOf(words, every, isDate).filter(({ form }) => form === 'exact');
  const [first, ...others] = dates.filter(({ isVague, offset }) => !isVague && offset === undefined);
  const days = first && others.length === 0 ? first.meanings[0] : undefined;
  const kinds = every.flatMap((at) => casualtyWords.meaningsAt(words.words, at));
  const methods = every.flatMap((at) => methodWords.meaningsAt(words.words, at));
  return {
    ...(days && { edtf: edtfOf(days) }),
    ...(number && {
      count: {
        min: number.min,
        ...(number.max !== undefined && { max: number.max }),
        original: text.slice(words.starts[number.from], words.ends[number.to - 1]),
      },
    }),
    ...(kinds[0] && { casualty: kinds[0] }),
    methods: [...new Set(methods)],
  };
}

/** A range of days as the shortest EDTF: a day, a month, a year, or an interval. */
function edtfOf({ first, last }: Days): string {
  const [from, to] = [iso(first), iso(last)];
  if (from === to) return from;
  if (from.endsWith('-01') && iso(last + 1) === nextMonth(from)) return from.slice(0, 7);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return `${from}/${to}`;
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
