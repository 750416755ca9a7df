const running = new WeakMap<object, { count: number; last: Promise<unknown> }>();

/** Runs tasks of one key one after the other, in the order in which they are given. */
export async function inOrder<T>(key: object, task: () => Promise<T>): Promise<T> {
  const queue = running.get(key) ?? { count: 0, last: Promise.resolve() };
  running.set(key, queue);
  const turn = queue.last.then(task);
  queue.last = turn.catch(() => {}); // whoever gave the task hears of it
  queue.count++;
  try {
    return await turn;
  } finally {
    queue.count--;
  }
}

/** Whether a task of this key is under way. */
export function isBusy(key: object): boolean {
  return (running.get(key)?.count ?? 0) > 0;
}
