import { SingleBar } from 'cli-progress';
import type { SeedProgress } from '../src/ingest/seed-files.ts';

export interface Progress {
  show(progress: SeedProgress): void;
  /** To be called before anything else is written. */
  stop(): void;
}

const lineEveryMs = 5000;

/** A bar on a terminal; elsewhere, as in a log, a line every 5 s, so that what takes less says nothing. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? createBar(stream) : createLines(stream);
}

/** Such as `45%, 18 of 40 MB, 8.1 MB/s, 3 s left`. The rate is that of the whole phase. */
export function describeProgress({ phase, done, of }: SeedProgress, elapsedMs: number): string {
  const unit = phase === 'reading' ? { name: 'MB', size: 1e6 } : { name: 'articles', size: 1 };
  const rate = (done / Math.max(elapsedMs, 1)) * 1000;
  const left = rate > 0 ? `, ${showSeconds((of - done) / rate)} left` : '';
  const shown = [done, of, rate].map((count) => showCount(count / unit.size));
  const percent = of > 0 ? Math.floor((100 * done) / of) : 100;
  return `${percent}%, ${shown[0]} of ${shown[1]} ${unit.name}, ${shown[2]} ${unit.name}/s${left}`;
}

function createBar(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  let phase: SeedProgress['phase'] | undefined;
  let began = 0;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    show(progress) {
      if (progress.phase !== phase) {
        stop();
        phase = progress.phase;
        began = performance.now();
        bar = new SingleBar({ format: `${nameOf(phase)} {bar} {told}`, stream, hideCursor: true, barsize: 24 });
        bar.start(Math.max(progress.of, 1), 0, { told: '' });
      }
      bar?.update(progress.done, { told: describeProgress(progress, performance.now() - began) });
    },
    stop,
  };
}

function createLines(stream: NodeJS.WritableStream): Progress {
  let last: SeedProgress | undefined;
  let began = 0;
  const timer = setInterval(() => {
    if (last) stream.write(`${nameOf(last.phase)}: ${describeProgress(last, performance.now() - began)}\n`);
  }, lineEveryMs).unref();
  return {
    show(progress) {
      if (progress.phase !== last?.phase) began = performance.now();
      last = progress;
    },
    stop: () => clearInterval(timer),
  };
}

function nameOf(phase: SeedProgress['phase']): string {
  return phase === 'reading' ? 'Reading' : 'Writing';
}

/** One digit behind the point below 10, none above. */
function showCount(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : Math.round(count).toLocaleString('en');
}

function showSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
