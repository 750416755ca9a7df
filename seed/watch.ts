import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findArticleFiles } from '../src/ingest/read/find-article-files.ts';
import { plural } from '../src/text/plural.ts';
import { say } from './stderr.ts';

/** How long files must stay as they are: editors write a file in several steps, or rename a new one over it. */
const quietMs = 100;
/** How often files are compared where the system reports no changes: on network drives, and in new folders. */
const pollMs = 1_000;

/**
 * Calls `work` after each change of a file at the given paths, one call at a time, until the process ends. A file that is
 * replaced by another of its name, or is added to a folder, has changed too. `seen` is the state that the last call saw.
 */
export async function watchPaths(
  paths: readonly string[],
  seen: FileState,
  work: () => Promise<unknown>,
): Promise<never> {
  let wake = (): void => {};
  const watchers = new Map<string, FSWatcher>();
  for (let last = seen; ; ) {
    watchFolders(last.folders);
    say(`Watching ${plural(last.count, 'file')} for changes`);
    last = await nextState(last);
    await work();
  }

  /** Waits until the files differ from those of a state, and then until they stay the same for a while. */
  async function nextState(last: FileState): Promise<FileState> {
    let state = stateOf(paths);
    while (state.marks === last.marks) {
      await nextEvent();
      state = stateOf(paths);
    }
    for (;;) {
      await sleep(quietMs);
      const later = stateOf(paths);
      if (later.marks === state.marks) return state;
      state = later;
    }
  }

  async function nextEvent(): Promise<void> {
    const stop = new AbortController();
    const event = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([event, sleep(pollMs, undefined, { signal: stop.signal }).catch(() => {})]);
    stop.abort();
  }

  /** Folders are watched, not files: an editor that renames a new file over an old one takes the watch with it. */
  function watchFolders(folders: ReadonlySet<string>): void {
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, () => wake());
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(folder);
        });
        watchers.set(folder, watcher);
      } catch {
        // polling finds the changes
      }
    }
  }
}

export interface FileState {
  /** Differs if a file, or the set of files, has changed. */
  marks: string;
  folders: ReadonlySet<string>;
  count: number;
}

/** Returns the state of the files at the given paths. */
export function stateOf(paths: readonly string[]): FileState {
  const { files, faults } = findArticleFiles(paths);
  const marks = files.map((file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats ? [file, stats.mtimeMs, stats.size, stats.ino] : [file];
  });
  return { marks: JSON.stringify([marks, faults]), folders: new Set(files.map(dirname)), count: files.length };
}
