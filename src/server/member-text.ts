/**
 * The text of a member of a JSON object, without space around it; of a key that stands several times the last one, which
 * `JSON.parse` takes too. `json` has to be valid; it may be nested to any depth.
 */
export function memberText(json: string, key: string): string | undefined {
  let found: string | undefined;
  let at = skipSpace(json, 0);
  if (json[at] !== '{') return undefined;
  for (at = skipSpace(json, at + 1); json[at] === '"'; at = skipSpace(json, at)) {
    const endOfKey = endOfString(json, at);
    const name: unknown = JSON.parse(json.slice(at, endOfKey));
    const start = skipSpace(json, skipSpace(json, endOfKey) + 1); // behind the colon
    at = endOfValue(json, start);
    if (name === key) found = json.slice(start, at);
    at = skipSpace(json, at);
    if (json[at] === ',') at++;
  }
  return found;
}

function endOfValue(json: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = json[at] ?? '';
    if (character === '"') at = endOfString(json, at);
    else if (/[^\s,:{}[\]]/.test(character)) at = endOfWord(json, at);
    else {
      if (character === '{' || character === '[') depth++;
      if (character === '}' || character === ']') depth--;
      at++;
    }
  } while (depth > 0);
  return at;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Of a number, or of `true`, `false` or `null`. */
function endOfWord(json: string, start: number): number {
  let at = start;
  while (at < json.length && !/[\s,\]}]/.test(json[at] ?? '')) at++;
  return at;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (/[ \t\n\r]/.test(json[at] ?? '')) at++;
  return at;
}
