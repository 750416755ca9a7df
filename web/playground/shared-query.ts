import { isObject, type Request } from './request.ts';

type SharedQuery = Pick<Request, 'query' | 'variables'>;

/** Returns the hash of a link that opens a query, such as `#query=…&variables=…`. */
export function writeSharedQuery({ query, variables }: SharedQuery): string {
  const parts = Object.entries({ query, variables }).filter(([, text]) => text.trim() !== '');
  return `#${parts.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&')}`;
}

/**
 * Reads the hash of a link. Anybody may have edited it: what can be read is taken, and `leftOut` says in sentences what
 * cannot. There is no query if the hash has none.
 */
export function readSharedQuery(hash: string): { shared: SharedQuery | null; leftOut: string[] } {
  const given = new Map<string, string>();
  const leftOut: string[] = [];
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [, key = '', text = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (part === '') continue;
    if (key !== 'query' && key !== 'variables') leftOut.push(`A link to a query has no part “${shorten(key)}”.`);
    else if (given.has(key)) leftOut.push(`The link has two parts “${key}”; the first one counts.`);
    else given.set(key, decode(text));
  }
  const query = given.get('query') ?? '';
  const variables = given.get('variables') ?? '';
  const isUsable = variables.trim() === '' || isJsonObject(variables);
  if (!isUsable) leftOut.push('The variables of the link are no JSON object.');
  if (query.trim() === '') {
    if (given.size > 0) leftOut.push('The link has no query.');
    return { shared: null, leftOut };
  }
  return { shared: { query, variables: isUsable ? variables : '' }, leftOut };
}

/** A text that is no valid percent-encoding is taken as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function isJsonObject(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
