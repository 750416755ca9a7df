import { accessSync, constants, type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { showValue } from '../../errors/show-value.ts';
import { plural } from '../../text/plural.ts';
import { isArticleFile, isArticleName } from './article-file.ts';

/** A path that cannot be read. `reason` continues a sentence after the path: `does not exist`. */
export interface InputFault {
  path: string;
  kind: 'missing' | 'unreadable' | 'empty' | 'outside';
  reason: string;
}

export interface ArticleFiles {
  /** The paths, each once, sorted by code units. Each is relative or absolute as its argument is. */
  files: string[];
  faults: InputFault[];
}

/**
 * Finds the files that command-line arguments name. A file is accepted whatever its name. A folder is searched
 * recursively for names that end in `.json`, `.ndjson`, `.jsonl` or `.txt`, optionally followed by `.gz`. Skipped are
 * `*.schema.json`, hidden files, and texts that do not begin like an article. Symbolic links in a folder are not
 * followed: a target within the folder is found anyway, and a target outside it is reported as a fault. A glob selects
 * files by the same rules, and matches no symbolic links.
 *
 * The folders `except` are not searched as part of a larger folder or glob, only by their own name.
 */
export function findArticleFiles(
  args: readonly string[],
  { except = [] }: { except?: readonly string[] } = {},
): ArticleFiles {
  const files = new Map<string, string>();
  const faults: InputFault[] = [];
  for (const arg of args) findArgument(arg);
  return { files: [...files.values()].sort((a, b) => (a < b ? -1 : 1)), faults };

  function findArgument(arg: string): void {
    if (arg === '' || arg.includes('\0')) {
      faults.push({ path: showValue(arg), kind: 'missing', reason: 'is not a path: it is empty or contains NUL' });
      return;
    }
    const stats = attempt(arg, () => statSync(arg, { throwIfNoEntry: false }));
    if (stats === 'failed') return;
    if (stats?.isFile()) add(arg);
    else if (stats?.isDirectory()) findInFolder(arg);
    else if (stats) faults.push({ path: arg, kind: 'unreadable', reason: 'is neither a file nor a folder' });
    else if (isDynamicPattern(arg)) findByGlob(arg);
    else faults.push({ path: arg, kind: 'missing', reason: 'does not exist' });
  }

  function findInFolder(folder: string): void {
    const faultCount = faults.length;
    if (!search(folder, realpathSync(folder)) && faults.length === faultCount) {
      const reason = 'contains no articles (.json, .ndjson, .jsonl, .txt that begins with a date, or these as .gz)';
      faults.push({ path: folder, kind: 'empty', reason });
    }
  }

  /** Searches a folder and adds its article files. Returns whether there was one. */
  function search(folder: string, root: string): boolean {
    const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    if (entries === 'failed') return false;
    return entries.filter((entry) => consider(join(folder, entry.name), entry, root)).length > 0;
  }

  function consider(path: string, entry: Dirent, root: string): boolean {
    if (entry.name.startsWith('.')) return false;
    if (entry.isDirectory()) return !isExcepted(path) && search(path, root);
    if (entry.isSymbolicLink()) checkLink(path, root);
    return entry.isFile() && takeIfArticle(path);
  }

  function findByGlob(pattern: string): void {
    const faultCount = faults.length;
    const { folder, rest } = splitPattern(pattern);
    const options = { cwd: folder, expandDirectories: false, followSymbolicLinks: false };
    const excepted = except.filter((each) => !isWithin(resolve(folder), each));
    const matched = globSync(rest, options)
      .map((path) => join(folder, path))
      .filter((path) => !excepted.some((each) => isWithin(resolve(path), each)));
    if (matched.filter(takeIfArticle).length > 0 || faults.length > faultCount) return;
    faults.push({ path: pattern, kind: 'missing', reason: explainNoMatch(folder, rest, matched.length) });
  }

  function checkLink(path: string, root: string): void {
    const target = attempt(path, () => realpathSync(path));
    if (target === 'failed' || isWithin(target, root)) return;
    if (!isArticleName(path) && !statSync(target).isDirectory()) return;
    const reason = 'is a symbolic link to a target outside the folder and is not followed';
    faults.push({ path, kind: 'outside', reason });
  }

  function isExcepted(folder: string): boolean {
    return except.includes(resolve(folder));
  }

  function takeIfArticle(path: string): boolean {
    const isArticle = attempt(path, () => isArticleFile(path));
    if (isArticle === true) add(path);
    return isArticle === true;
  }

  function add(path: string): void {
    const failed = attempt(path, () => accessSync(path, constants.R_OK)) === 'failed';
    const key = resolve(path);
    if (!failed && !files.has(key)) files.set(key, normalize(path));
  }

  /** Returns the result of `read`. If it throws, adds a fault for the path and returns `failed`. */
  function attempt<T>(path: string, read: () => T): T | 'failed' {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
      const kind = isMissing ? 'missing' : 'unreadable';
      faults.push({ path, kind, reason: isMissing ? 'does not exist' : `cannot be read (${error.code})` });
      return 'failed';
    }
  }
}

/**
 * Splits a pattern into the folder to search and the pattern within it. Leading names that exist are taken literally:
 * if there is a folder `a[b]`, the pattern names that folder, although `[b]` is a character class.
 */
function splitPattern(pattern: string): { folder: string; rest: string } {
  const names = pattern.split('/');
  let folder = isAbsolute(pattern) ? '/' : '.';
  let count = isAbsolute(pattern) ? 1 : 0;
  while (count < names.length - 1 && isFolder(join(folder, names[count] ?? ''))) {
    folder = join(folder, names[count] ?? '');
    count++;
  }
  return { folder, rest: names.slice(count).join('/') };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function explainNoMatch(folder: string, rest: string, matched: number): string {
  const where = folder === '.' ? 'the current folder' : folder;
  const [first = '', ...others] = rest.split('/');
  if (others.length > 0 && !isDynamicPattern(first)) {
    return `matches no articles: there is no folder ${first} in ${where}`;
  }
  const kinds = '.json, .ndjson, .jsonl, .txt that begins with a date, or these as .gz';
  const found = matched === 0 ? 'found nothing' : `found ${plural(matched, 'file')}, none of them articles (${kinds})`;
  const brackets = /\[.*\]/.test(rest)
    ? '; [ ] matches one of the characters in it, and \\[ and \\] match brackets'
    : '';
  return `matches no articles: searched ${where} for ${rest} and ${found}${brackets}`;
}

function isWithin(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
