import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { FastifyBaseLogger } from 'fastify';

const everyMs = 10_000;
/** For so long nobody was answered. */
const longDelayMs = 1000;
/** Beyond this share of the heap that Node allows, it collects garbage most of the time, and then ends. */
const fullHeap = 0.85;

/** Warns in the log when the process stood still, or when its memory runs out. Does not keep it from ending. */
export function watchProcess(log: FastifyBaseLogger, intervalMs = everyMs): { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();
  const timer = setInterval(() => {
    const delayMs = Math.round(delay.max / 1e6);
    delay.reset();
    if (delayMs > longDelayMs) log.warn({ delayMs }, 'The process stood still');
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    if (used > limit * fullHeap) log.warn({ usedBytes: used, limitBytes: limit }, 'The memory runs out');
  }, intervalMs).unref();
  return {
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
