import type { ExplorerState } from './explorer-state.ts';
import { emptyState, sorts } from './explorer-state.ts';
import * as values from './values.ts';

/** A part of a hash that could not be read, in words. */
export type LeftOut = string;

interface Read {
  state: ExplorerState;
  leftOut: LeftOut[];
}

/**
 * Reads the hash of the address, such as `#q=drone&country=IQ,SY&from=2023-10-01&open=Incident:strike`. Anybody may have
 * edited it: what can be read is taken, and the rest is named in `leftOut`. It never throws.
 */
export function readHash(hash: string): Read {
  const state: ExplorerState = { ...emptyState };
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  for (const part of partsOf(hash, leftOut)) {
    const at = part.indexOf('=');
    const key = decode(at < 0 ? part : part.slice(0, at));
    const raw = at < 0 ? '' : part.slice(at + 1);
    const parser = Object.hasOwn(parsers, key) ? parsers[key as keyof typeof parsers] : undefined;
    if (!parser) leftOut.push(`“${shorten(key)}” is no filter of this page.`);
    else if (seen.has(key)) leftOut.push(`“${key}” is given twice; the first one counts.`);
    else {
      seen.add(key);
      leftOut.push(...parser(raw, state));
    }
  }
  if (state.from && state.to && state.from > state.to) {
    leftOut.push(`The days are the wrong way round: ${state.from} is after ${state.to}.`);
    state.from = null;
    state.to = null;
  }
  if (state.sort === 'relevance' && !state.q) {
    leftOut.push('“sort=relevance” needs words to search for.');
    state.sort = emptyState.sort;
  }
  return { state, leftOut };
}

/** Writes the hash of a state, in the order of its filters; empty if nothing is set. */
export function writeHash(state: ExplorerState): string {
  const parts = Object.entries(writers).flatMap(([key, write]) => {
    const value = write(state);
    return value ? [`${key}=${value}`] : [];
  });
  return parts.length ? `#${parts.join('&')}` : '';
}

const maxHashLength = 16_384;
const maxValues = 50;

/** The parts of a hash, at most `maxHashLength` characters of them; a part that would be cut is left out whole. */
function partsOf(hash: string, leftOut: LeftOut[]): string[] {
  const text = hash.replace(/^#/, '');
  if (text.length <= maxHashLength) return text.split('&').filter(Boolean);
  leftOut.push(`The address is longer than ${maxHashLength.toLocaleString('en')} characters; its end was not read.`);
  return text.slice(0, maxHashLength).split('&').slice(0, -1).filter(Boolean);
}

type Parser = (raw: string, state: ExplorerState) => LeftOut[];

const parsers = {
  q: (raw, state) => {
    const words = decode(raw).trim();
    state.q = values.wellFormed(words.slice(0, values.maxWordsLength)).trimEnd();
    return words.length > values.maxWordsLength
      ? [`The words to search for were cut after ${values.maxWordsLength.toLocaleString('en')} characters.`]
      : [];
  },
  type: listOf('type', values.isIncidentType),
  subtype: listOf('subtype', values.isIncidentSubtype),
  country: listOf('country', values.isCountryCode),
  actor: listOf('actor', values.isSlug),
  role: listOf('role', values.isParticipantRole),
  method: listOf('method', values.isMethod),
  target: listOf('target', values.isTargetKind),
  outcome: listOf('outcome', values.isOutcome),
  resp: listOf('responsibility', values.isSide),
  publisher: listOf('publisher', values.isPublisher),
  from: dayOf('from'),
  to: dayOf('to'),
  box: (raw, state) => {
    const numbers = decode(raw)
      .split(',')
      .map((text) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN));
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
    const box = { west, south, east, north };
    if (numbers.length !== 4 || !values.isBox(box))
      return [`box must be west,south,east,north in degrees, not “${shorten(decode(raw))}”.`];
    state.box = box;
    return [];
  },
  within: (raw, state) => {
    const id = decode(raw).replace(/^Location:/, '');
    if (!values.isSlug(id)) return [`within must be the id of a place, not “${shorten(id)}”.`];
    state.within = id;
    return [];
  },
  unplaced: flagOf('unplaced'),
  sort: (raw, state) => {
    const sort = decode(raw);
    if (!Object.hasOwn(sorts, sort))
      return [`sort must be one of ${Object.keys(sorts).join(', ')}, not “${shorten(sort)}”.`];
    state.sort = sort as ExplorerState['sort'];
    return [];
  },
  open: (raw, state) => {
    const id = decode(raw);
    const [, slug] = /^(?:Incident:)?([^:]+)$/.exec(id) ?? [];
    if (!slug || !values.isSlug(slug)) return [`open must be the id of an incident, not “${shorten(id)}”.`];
    state.open = `Incident:${slug}`;
    return [];
  },
  embed: flagOf('embed'),
} satisfies Record<string, Parser>;

const list = (items: readonly string[]) => items.map(encode).join(',');

const writers: Record<keyof typeof parsers, (state: ExplorerState) => string> = {
  q: ({ q }) => encode(q),
  type: ({ type }) => list(type),
  subtype: ({ subtype }) => list(subtype),
  country: ({ country }) => list(country),
  actor: ({ actor }) => list(actor),
  role: ({ role }) => list(role),
  method: ({ method }) => list(method),
  target: ({ target }) => list(target),
  outcome: ({ outcome }) => list(outcome),
  resp: ({ responsibility }) => list(responsibility),
  publisher: ({ publisher }) => list(publisher),
  from: ({ from }) => from ?? '',
  to: ({ to }) => to ?? '',
  box: ({ box }) =>
    box ? [box.west, box.south, box.east, box.north].map((degrees) => +degrees.toFixed(4)).join(',') : '',
  within: ({ within }) => within ?? '',
  unplaced: ({ unplaced }) => (unplaced ? '1' : ''),
  sort: ({ sort }) => (sort === emptyState.sort ? '' : sort),
  open: ({ open }) => open ?? '',
  embed: ({ embed }) => (embed ? '1' : ''),
};

/** A list of values, separated by commas; a comma within a value is written as %2C. */
function listOf<K extends keyof ExplorerState, T extends string>(
  key: ExplorerState[K] extends T[] ? K : never,
  isValue: (text: string) => text is T,
): Parser {
  return (raw, state) => {
    const items = [...new Set(raw.split(',').filter(Boolean).map(decode))];
    const good = items.filter(isValue);
    const bad = items.filter((item) => !isValue(item));
    (state[key] as T[]) = good.slice(0, maxValues);
    return [
      ...bad.slice(0, 3).map((item) => `“${shorten(item)}” is no ${key}.`),
      ...(bad.length > 3 ? [`${bad.length - 3} more values of ${key} are unknown.`] : []),
      ...(good.length > maxValues ? [`Only the first ${maxValues} of ${good.length} values of ${key} count.`] : []),
    ];
  };
}

function dayOf(key: 'from' | 'to'): Parser {
  return (raw, state) => {
    const day = decode(raw);
    if (!values.isDay(day)) return [`${key} must be a day such as 2023-11-09, not “${shorten(day)}”.`];
    state[key] = day;
    return [];
  };
}

function flagOf(key: 'unplaced' | 'embed'): Parser {
  return (raw, state) => {
    state[key] = raw !== '0' && raw !== 'false';
    return [];
  };
}

function encode(text: string): string {
  return encodeURIComponent(values.wellFormed(text)).replaceAll('%20', '+').replaceAll('%3A', ':');
}

/** Decodes a value; what is no valid percent-encoding is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${values.wellFormed(text.slice(0, 40))}…` : text;
}
