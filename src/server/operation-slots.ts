/** Bounds how many operations run at once. */
export interface OperationSlots {
  /** True once there is room, false where there is none in time; `isGone` says that nobody waits for it any more. */
  take(isGone: () => boolean): Promise<boolean>;
  /** Once for each `take` that was true. */
  release(): void;
}

interface Waiting {
  isGone: () => boolean;
  settle: (taken: boolean) => void;
}

/** So long an operation waits for room: a client should hear soon that it has to come again. */
const longestWaitMs = 1000;

/** Room for `most` operations, and a queue for as many that wait, first come first served. */
export function createOperationSlots(most: number): OperationSlots {
  let running = 0;
  const queue = new Set<Waiting>();

  function wait(isGone: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.settle(false), longestWaitMs);
      const waiting: Waiting = {
        isGone,
        settle(taken) {
          clearTimeout(timer);
          queue.delete(waiting);
          resolve(taken);
        },
      };
      queue.add(waiting);
    });
  }

  return {
    async take(isGone) {
      if (running < most) {
        running++;
        return true;
      }
      return queue.size < most && wait(isGone);
    },
    release() {
      for (const next of queue) {
        const isGone = next.isGone();
        next.settle(!isGone);
        if (!isGone) return; // the room passes on
      }
      running--;
    },
  };
}
