import { distinct, newest, type Report } from './fold-reports.ts';

interface Named {
  name: string;
  aliases?: string[];
}

/** The newest name, and as aliases all other names that any report has for the thing. */
export function foldNames(reports: readonly Report<Named>[]): { name: string; aliases: string[] } {
  const name = newest(reports, 'name') ?? '';
  const names = new Set(reports.flatMap(({ said }) => [said.name, ...(said.aliases ?? [])]));
  names.delete(name);
  return { name, aliases: distinct(names) };
}
