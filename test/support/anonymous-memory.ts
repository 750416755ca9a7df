import { readFileSync } from 'node:fs';

/**
 * Returns the memory of a process and its children in bytes, without mapped files (`RssAnon`); 0 if it has ended, or if
 * the system is not Linux.
 */
export function anonymousMemory(pid: number | string | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    return children.reduce((sum, child) => sum + anonymousMemory(child), own);
  } catch {
    return 0;
  }
}
