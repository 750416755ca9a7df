import { collationKey } from '../../graph/collation-key.ts';
import type { FoldedName } from '../../graph/values.ts';
import { foundBy } from '../found-by.ts';
import { distinct, newest, type Report } from './fold-reports.ts';

interface Named {
  name: string;
  aliases?: string[];
}

/** Names as a document holds them, and as it is found by. */
export interface FoldedNames {
  name: string;
  aliases: string[];
  names: FoldedName[];
  words: string[];
  plain: string;
}

/** The newest name, and as aliases all other names that any report has for the thing. */
export function foldNames(reports: readonly Report<Named>[]): FoldedNames {
  const name = newest(reports, 'name') ?? '';
  const names = new Set(reports.flatMap(({ said }) => [said.name, ...(said.aliases ?? [])]));
  names.delete(name);
  const aliases = distinct(names);
  const languages = new Map(
    reports.flatMap(({ language, said }) => [said.name, ...(said.aliases ?? [])].map((text) => [text, language])),
  );
  const texts = [name, ...aliases].map((text, i) => ({
    mark: i === 0 ? 'n' : 'a',
    text,
    language: languages.get(text),
  }));
  return {
    name,
    aliases,
    names: aliases.map((text) => ({ text, folded: collationKey(text) })),
    ...foundBy(texts),
  };
}
