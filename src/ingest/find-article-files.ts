import { accessSync, constants, type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { showValue } from '../show-value.ts';
import { isArticleFile, isArticleName } from './article-file.ts';

/** What cannot be read of what was asked for. `reason` reads on after the path: `does not exist`. */
export interface InputFault {
  path: string;
  kind: 'missing' | 'unreadable' | 'empty' | 'outside';
  reason: string;
}

export interface ArticleFiles {
  /** Relative or absolute as they were asked for, each once, in the order of their code units. */
  files: string[];
  faults: InputFault[];
}

/**
 * Finds the files that command-line arguments name. A file is taken whatever its name. A folder is searched, whatever
 * the depth, for names that end in `.json`, `.ndjson`, `.jsonl` or `.txt`, or these and `.gz`, without `*.schema.json`,
 * hidden files and texts that do not begin as an article does. A symbolic link in it is not followed: what it leads to
 * is found in its own place, and where that lies outside the folder, the link is told as a fault. A glob takes of what
 * it matches the same, and matches no symbolic links.
 */
export function findArticleFiles(args: readonly string[]): ArticleFiles {
  const files = new Map<string, string>();
  const faults: InputFault[] = [];
  for (const arg of args) findArgument(arg);
  return { files: [...files.values()].sort((a, b) => (a < b ? -1 : 1)), faults };

  function findArgument(arg: string): void {
    if (arg === '' || arg.includes('\0')) {
      faults.push({ path: showValue(arg), kind: 'missing', reason: 'is no path: it is empty or holds NUL' });
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
      const reason = 'holds no articles (.json, .ndjson, .jsonl, .txt that begins with a date, or these as .gz)';
      faults.push({ path: folder, kind: 'empty', reason });
    }
  }

  /** Whether an article file was found. */
  function search(folder: string, root: string): boolean {
    const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    if (entries === 'failed') return false;
    return entries.filter((entry) => consider(join(folder, entry.name), entry, root)).length > 0;
  }

  function consider(path: string, entry: Dirent, root: string): boolean {
    if (entry.name.startsWith('.')) return false;
    if (entry.isDirectory()) return search(path, root);
    if (entry.isSymbolicLink()) checkLink(path, root);
    return entry.isFile() && takeIfArticle(path);
  }

  function findByGlob(pattern: string): void {
    const faultCount = faults.length;
    const options = { absolute: isAbsolute(pattern), expandDirectories: false, followSymbolicLinks: false };
    const taken = globSync(pattern, options).filter(takeIfArticle);
    if (taken.length === 0 && faults.length === faultCount) {
      faults.push({ path: pattern, kind: 'missing', reason: 'matches no articles' });
    }
  }

  function checkLink(path: string, root: string): void {
    const target = attempt(path, () => realpathSync(path));
    if (target === 'failed' || isWithin(target, root)) return;
    if (!isArticleName(path) && !statSync(target).isDirectory()) return;
    const reason = 'is a symbolic link that leads out of the folder, and is not followed';
    faults.push({ path, kind: 'outside', reason });
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

  /** What `read` answers, or, after a fault is noted, `failed`. */
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

function isWithin(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
