import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgress, describeProgress } from '../../seed/progress.ts';

describe('describeProgress', () => {
  it.each([
    ['reading', 18e6, 40e6, 2_000, '45%, 18 of 40 MB, 9 MB/s, 3 s left'],
    ['reading', 250_000, 1.5e6, 1_000, '16%, 0.3 of 1.5 MB, 0.3 MB/s, 5 s left'],
    ['writing', 2_500, 14_522, 5_000, '17%, 2,500 of 14,522 articles, 500 articles/s, 25 s left'],
    ['writing', 100, 100_000, 10_000, '0%, 100 of 100,000 articles, 10 articles/s, 2.8 h left'],
    ['writing', 100, 3_000, 10_000, '3%, 100 of 3,000 articles, 10 articles/s, 5 min left'],
    ['writing', 0, 3_000, 10_000, '0%, 0 of 3,000 articles, 0 articles/s'],
    ['writing', 0, 0, 0, '100%, 0 of 0 articles, 0 articles/s'],
  ] as const)('%s %i of %i', (phase, done, of, elapsedMs, description) => {
    expect(describeProgress({ phase, done, of }, elapsedMs)).toBe(description);
  });
});

describe('createProgress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes one line every 5 s to a log, and none before', () => {
    const { stream, written } = aStream(false);
    const progress = createProgress(stream);
    progress.show({ phase: 'reading', done: 0, of: 10e6 });
    progress.show({ phase: 'reading', done: 1e6, of: 10e6 });
    vi.advanceTimersByTime(4_999);
    expect(written()).toBe('');
    vi.advanceTimersByTime(1);
    expect(written()).toBe('Reading: 10%, 1 of 10 MB, 0.2 MB/s, 45 s left\n');
    progress.show({ phase: 'writing', done: 500, of: 1_000 });
    vi.advanceTimersByTime(5_000);
    progress.stop();
    vi.advanceTimersByTime(5_000);
    expect(written()).toMatch(/\nWriting: 50%, 500 of 1,000 articles, 100 articles\/s, 5 s left\n$/);
  });

  it('shows a bar on a terminal', () => {
    const { stream, written } = aStream(true);
    const progress = createProgress(stream);
    progress.show({ phase: 'writing', done: 500, of: 1_000 });
    progress.stop();
    expect(written()).toContain('Writing');
    expect(written()).toContain('50%, 500 of 1,000 articles');
  });
});

/** Returns a stream that is or is not a terminal, and all that was written to it. */
function aStream(isTTY: boolean): { stream: NodeJS.WriteStream; written: () => string } {
  const chunks: string[] = [];
  const through = new PassThrough();
  through.on('data', (chunk) => chunks.push(String(chunk)));
  const terminal = { isTTY, columns: 120, cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
  return { stream: Object.assign(through, terminal) as unknown as NodeJS.WriteStream, written: () => chunks.join('') };
}
