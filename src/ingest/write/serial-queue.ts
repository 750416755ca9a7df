const running = new WeakMap<object, { count: number; last: Promise<unknown> }>();

/**
 * Runs a task after all earlier tasks with the same key, and returns its result. An error of one task does not affect
 * the others.
 */
export async function serialize<T>(key: object, task: () => Promise<T>): Promise<T> {
  const queue = running.get(key) ?? { count: 0, last: Promise.resolve() };
  running.set(key, queue);
  const turn = queue.last.then(task);
  queue.last = turn.catch(() => {}); // the caller of the task gets its error
  queue.count++;
  try {
    return await turn;
  } finally {
    queue.count--;
  }
}

/** Returns whether a task of this key is running or queued. */
export function isBusy(key: object): boolean {
  return (running.get(key)?.count ?? 0) > 0;
}
