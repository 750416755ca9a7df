import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { FastifyBaseLogger } from 'fastify';

const everyMs = 10_000;
/** Longer delays are logged. */
const longDelayMs = 1000;
/** Above this share of its heap limit, Node spends most of the time on garbage collection, and then crashes. */
const fullHeap = 0.85;

/** Logs a warning if the event loop was blocked, or if the heap is nearly full. Does not keep the process running. */
export function monitorEventLoop(log: FastifyBaseLogger, intervalMs = everyMs): { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();
  const timer = setInterval(() => {
    const delayMs = Math.round(delay.max / 1e6);
    delay.reset();
    if (delayMs > longDelayMs) log.warn({ delayMs }, 'Event loop blocked');
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    if (used > limit * fullHeap) log.warn({ usedBytes: used, limitBytes: limit }, 'Heap nearly full');
  }, intervalMs).unref();
  return {
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
