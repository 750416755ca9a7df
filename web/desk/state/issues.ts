import { type ArticleJson, type Card, cardsOf, type ListName, listNames } from '../model/article-json.ts';

/** What the check says about one place of the article. */
export interface Issue {
  kind: 'refusal' | 'warning';
  /** The code of a warning. */
  code?: string;
  text: string;
  /** The rest of the pointer within the card or the article: `['casualties', '0', 'count']`. */
  path: readonly string[];
  /** The sentence of the text that it is about, with its words when it was checked. */
  span?: { start: number; end: number; text: string } | undefined;
}

/** The issues of an article, by card: `incidents/some-id`, and `article` for those of the article itself. */
export type Issues = ReadonlyMap<string, readonly Issue[]>;

interface Refusal {
  pointer: string;
  expected: string;
  found: string;
  hint?: string | null | undefined;
}

interface Warning {
  pointer: string;
  code: string;
  message: string;
  start?: number | null | undefined;
  end?: number | null | undefined;
}

/** Names a card among the issues: by its id, so that they stay with it while others come and go. */
export function issueKey(list: ListName, card: Card, index: number): string {
  return `${list}/${card.id || `#${index}`}`;
}

/** Sorts what was answered for an article by its cards. */
export function sortIssues(
  article: ArticleJson,
  { refusals, warnings }: { refusals: readonly Refusal[]; warnings: readonly Warning[] },
): Issues {
  const issues = new Map<string, Issue[]>();
  const add = (pointer: string, issue: Omit<Issue, 'path'>) => {
    const tokens = pointer.split('/').slice(1).map(unescapeToken);
    const [list = '', at = '', ...rest] = tokens;
    const card = isList(list) ? cardsOf(article, list)[Number(at)] : undefined;
    const [key, path] = isList(list) && card ? [issueKey(list, card, Number(at)), rest] : ['article', tokens];
    const held = issues.get(key);
    if (held) held.push({ ...issue, path });
    else issues.set(key, [{ ...issue, path }]);
  };
  for (const { pointer, ...refusal } of refusals) add(pointer, { kind: 'refusal', text: refusalInWords(refusal) });
  for (const { pointer, code, message, start, end } of warnings) {
    const span = typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
    const words = span && { ...span, text: article.text.slice(span.start, span.end) };
    add(pointer, { kind: 'warning', code, text: message, span: words });
  }
  return issues;
}

function refusalInWords({ expected, found, hint }: Omit<Refusal, 'pointer'>): string {
  return [`Must be ${expected}, but is ${found}.`, hint].filter(Boolean).join(' ');
}

/** The issues at a field, and at what lies within it. */
export function issuesAt(issues: readonly Issue[], path: readonly string[]): Issue[] {
  return issues.filter((issue) => path.every((token, index) => issue.path[index] === token));
}

/** The issues of a card or a part itself: at it, at its evidence, or at a key that has no field. */
export function ownIssues(issues: readonly Issue[], path: readonly string[], keys: readonly string[]): Issue[] {
  return issuesAt(issues, path).filter(({ path: { [path.length]: key } }) => key === undefined || !keys.includes(key));
}

function isList(name: string): name is ListName {
  return (listNames as readonly string[]).includes(name);
}

function unescapeToken(token: string): string {
  return token.replace(/~1/g, '/').replace(/~0/g, '~');
}
