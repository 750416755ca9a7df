/** Limits how many operations run at once. */
export interface Semaphore {
  /** Resolves to true once there is room, and to false if there is none in time, or if the client `isGone`. */
  acquire(isGone: () => boolean): Promise<boolean>;
  /** Must be called once for each `acquire` that resolved to true. */
  release(): void;
}

interface Waiting {
  isGone: () => boolean;
  settle: (acquired: boolean) => void;
}

/** The max time that an operation waits for room; short, so that clients can retry soon. */
const maxWaitMs = 1000;

/** Creates a semaphore with room for `max` operations, and a first-in, first-out queue of the same length. */
export function createSemaphore(max: number): Semaphore {
  let running = 0;
  const queue = new Set<Waiting>();

  function wait(isGone: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.settle(false), maxWaitMs);
      const waiting: Waiting = {
        isGone,
        settle(acquired) {
          clearTimeout(timer);
          queue.delete(waiting);
          resolve(acquired);
        },
      };
      queue.add(waiting);
    });
  }

  return {
    async acquire(isGone) {
      if (running < max) {
        running++;
        return true;
      }
      return queue.size < max && wait(isGone);
    },
    release() {
      for (const next of queue) {
        const isGone = next.isGone();
        next.settle(!isGone);
        if (!isGone) return; // the room passes to the next one
      }
      running--;
    },
  };
}
