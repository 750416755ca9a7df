import { SingleBar } from 'cli-progress';
import type { SeedProgress } from '../src/ingest/seed-files.ts';
import type { UpgradeProgress } from '../src/ingest/write/upgrade-store.ts';

/** `of` is an estimate. */
interface DumpProgress {
  phase: 'dumping';
  done: number;
  of: number;
}

type ShownProgress = SeedProgress | UpgradeProgress | DumpProgress;

export interface Progress {
  show(progress: ShownProgress): void;
  /** Must be called before anything else is written to the stream. */
  stop(): void;
}

const lineEveryMs = 5000;

const units = {
  reading: { name: 'MB', size: 1e6 },
  writing: { name: 'articles', size: 1 },
  upgrading: { name: 'documents', size: 1 },
  dumping: { name: 'articles', size: 1 },
} as const;

const titles = { reading: 'Reading', writing: 'Writing', upgrading: 'Upgrading', dumping: 'Dumping' } as const;

/** Shows a bar on a terminal; elsewhere, such as in a log, writes one line every 5 s. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? createBar(stream) : createLines(stream);
}

/** Returns a text such as `45%, 18 of 40 MB, 8.1 MB/s, 3 s left`. The rate is the average of the whole phase. */
export function describeProgress({ phase, done, of }: ShownProgress, elapsedMs: number): string {
  const unit = units[phase];
  const rate = (done / Math.max(elapsedMs, 1)) * 1000;
  const left = rate > 0 ? `, ${showSeconds((of - done) / rate)} left` : '';
  const shown = [done, of, rate].map((count) => showCount(count / unit.size));
  const percent = of > 0 ? Math.floor((100 * done) / of) : 100;
  return `${percent}%, ${shown[0]} of ${shown[1]} ${unit.name}, ${shown[2]} ${unit.name}/s${left}`;
}

function createBar(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  let phase: ShownProgress['phase'] | undefined;
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
        bar = new SingleBar({ format: `${titles[phase]} {bar} {told}`, stream, hideCursor: true, barsize: 24 });
        bar.start(Math.max(progress.of, 1), 0, { told: '' });
      }
      bar?.update(progress.done, { told: describeProgress(progress, performance.now() - began) });
    },
    stop,
  };
}

function createLines(stream: NodeJS.WritableStream): Progress {
  let last: ShownProgress | undefined;
  let began = 0;
  const timer = setInterval(() => {
    if (last) stream.write(`${titles[last.phase]}: ${describeProgress(last, performance.now() - began)}\n`);
  }, lineEveryMs).unref();
  return {
    show(progress) {
      if (progress.phase !== last?.phase) began = performance.now();
      last = progress;
    },
    stop: () => clearInterval(timer),
  };
}

/** One decimal place below 10, none above. */
function showCount(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : Math.round(count).toLocaleString('en');
}

function showSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
