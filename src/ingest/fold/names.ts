import type { FoldedName } from '../../query/values.ts';
import { foldText } from '../../text/fold-text.ts';
import { nameKeys } from '../../text/name-keys.ts';
import { distinct, newestNaming, type Report } from './fold-reports.ts';
import { searchFields } from './search-fields.ts';

interface Named {
  name: string;
  aliases?: string[];
}

/** The names of an entity as stored, and their search fields. */
export interface FoldedNames {
  name: string;
  aliases: string[];
  names: FoldedName[];
  words: string[];
  plain: string;
  nameKeys: string[];
}

/**
 * Combines the names in the reports of an entity, oldest first. `name` is the newest name that a report gives to the
 * surviving id, or else the newest of all; `aliases` are all other names and aliases, sorted.
 */
export function foldNames(reports: readonly Report<Named>[]): FoldedNames {
  const name = newestNaming(reports, 'name')?.said.name ?? '';
  const names = new Set(reports.flatMap(({ said }) => [said.name, ...(said.aliases ?? [])]));
  names.delete(name);
  const aliases = distinct(names);
  const languages = new Map(
    reports.flatMap(({ language, said }) => [said.name, ...(said.aliases ?? [])].map((text) => [text, language])),
  );
  const texts = [name, ...aliases].map((text, i) => ({
    mark: i === 0 ? 'n' : 'a',
    kind: 'name' as const,
    text,
    language: languages.get(text),
  }));
  return {
    name,
    aliases,
    names: aliases.map((text) => ({ text, folded: foldText(text) })),
    ...searchFields(texts),
    nameKeys: nameKeys([name, ...aliases]),
  };
}
