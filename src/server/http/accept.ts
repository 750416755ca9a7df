import { rememberTexts } from '../text-memory.ts';

/** The media types of responses, in the order of preference where a client has none (GraphQL over HTTP, section 4.1). */
const responseTypes = ['application/json', 'application/graphql-response+json'] as const;
export type ResponseType = (typeof responseTypes)[number];

const page = 'text/html';

/** The media type of server-sent events. */
const eventStream = 'text/event-stream';

/**
 * Returns the type of the response that a client prefers; undefined if it accepts none. The range that names a type most
 * exactly decides its weight (RFC 9110, section 12.5.1). Of equal weights, the more exact range and then the first one
 * wins. A range for a charset other than UTF-8 matches nothing; other parameters are ignored, since the types have none.
 */
export const preferredResponseType = rememberTexts((accept): ResponseType | undefined => {
  if (!accept.trim()) return responseTypes[0];
  const ranges = parseAccept(accept);
  const [best] = responseTypes.flatMap((type) => rangeFor(type, ranges) ?? []).sort(byPreference);
  return best?.type as ResponseType | undefined;
});

/** Whether a client names the type, with a weight above 0. */
export function namesResponseType(accept: string | undefined, type: ResponseType): boolean {
  const range = rangeFor(type, parseAccept(accept ?? ''));
  return range !== undefined && range.exactness >= exactnessOfName;
}

/** Whether a client names HTML, as browsers do, and does not prefer a GraphQL response. */
export function prefersPage(accept: string | undefined): boolean {
  const ranges = parseAccept(accept ?? '');
  const range = rangeFor(page, ranges);
  if (!range || range.exactness < exactnessOfName) return false;
  return responseTypes.every((type) => (rangeFor(type, ranges)?.weight ?? 0) <= range.weight);
}

/** Whether a client names server-sent events, and does not prefer a single response. */
export const prefersEventStream = rememberTexts((accept): boolean => {
  if (!accept.includes(eventStream)) return false;
  const ranges = parseAccept(accept);
  const [best] = [eventStream, ...responseTypes].flatMap((type) => rangeFor(type, ranges) ?? []).sort(byPreference);
  return best?.type === eventStream && best.exactness >= exactnessOfName;
});

interface Range {
  type: string;
  charset: string | undefined;
  weight: number;
}

interface Match {
  type: string;
  weight: number;
  exactness: number;
  index: number;
}

const exactnessOfName = 4;

/** Parts between separators that are not within quotes. A quote that is not closed ends with the text. */
const rangesOf = /(?:"(?:[^"\\]|\\.?)*(?:"|$)|[^",])+/gs;
const partsOf = /(?:"(?:[^"\\]|\\.?)*(?:"|$)|[^";])+/gs;

function parseAccept(accept: string): Range[] {
  return (accept.match(rangesOf) ?? []).flatMap((range) => {
    const [type = '', ...parameters] = (range.match(partsOf) ?? []).map((part) => part.trim());
    if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return [];
    const values = new Map(parameters.map(parseParameter));
    return [{ type: type.toLowerCase(), charset: values.get('charset'), weight: weightOf(values.get('q')) }];
  });
}

function parseParameter(text: string): [name: string, value: string] {
  const [name = '', ...rest] = text.split('=');
  const value = rest.join('=').trim();
  const [, quoted] = /^"(.*)"$/s.exec(value) ?? [];
  return [name.trim().toLowerCase(), (quoted?.replace(/\\(.)/gs, '$1') ?? value).toLowerCase()];
}

/** A weight that is not a number from 0 to 1 is ignored. */
function weightOf(text: string | undefined): number {
  return text !== undefined && /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(text) ? Number(text) : 1;
}

/** Returns the most exact range that matches a type; undefined if there is none, or if its weight is 0. */
function rangeFor(type: string, ranges: readonly Range[]): Match | undefined {
  const [main] = type.split('/');
  const matches = ranges.flatMap((range, index): Match[] => {
    const exactness = ['*/*', `${main}/*`, type].indexOf(range.type);
    if (exactness < 0 || (range.charset !== undefined && !/^utf-?8$/.test(range.charset))) return [];
    return [{ type, weight: range.weight, exactness: 2 * exactness + (range.charset === undefined ? 0 : 1), index }];
  });
  const best = matches.sort((a, b) => b.exactness - a.exactness || a.index - b.index)[0];
  return best && best.weight > 0 ? best : undefined;
}

function byPreference(a: Match, b: Match): number {
  return b.weight - a.weight || b.exactness - a.exactness || a.index - b.index;
}
