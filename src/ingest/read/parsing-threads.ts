import { Worker } from 'node:worker_threads';
import type { NdjsonLine } from '../json/ndjson.ts';
import { type ArrivedArticle, type KnownLine, parseLines } from './parse-lines.ts';
import { createTextReader } from './text-reader.ts';

/** Parses lines of NDJSON as `parseLines` does. With several threads, several calls run at once. */
export interface LineParser {
  parse(
    file: string,
    lines: readonly NdjsonLine[],
    known: readonly (KnownLine | undefined)[],
    grounds: boolean,
  ): Promise<ArrivedArticle[]>;
  close(): Promise<void>;
}

/**
 * Creates a parser. With one thread, it parses on the calling thread; with more, it starts that many workers, which
 * take calls in turn and need about 50 MB each.
 */
export function createLineParser(threads: number): LineParser {
  if (threads === 1) {
    return {
      parse: async (file, lines, known, grounds) => parseLines(file, lines, known, createTextReader(file), grounds),
      close: async () => {},
    };
  }
  const workers = Array.from({ length: threads }, createParsingThread);
  let calls = 0;
  return {
    parse: (file, lines, known, grounds) => {
      const worker = workers[calls++ % threads] as LineParser;
      return worker.parse(file, lines, known, grounds);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/**
 * Starts a worker, which returns results in the order of the calls. It keeps the process running while a call is
 * pending.
 */
function createParsingThread(): LineParser {
  const worker = startWorker();
  const waiting: { resolve: (articles: ArrivedArticle[]) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (articles: ArrivedArticle[]) => {
    waiting.shift()?.resolve(articles.map(withBuffers));
    if (waiting.length === 0) worker.unref();
  });
  let failure: Error | undefined;
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  worker.unref();
  return {
    parse: (file, lines, known, grounds) =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure);
        else waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage({ file, lines, known, grounds });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Starts the compiled worker; when running from source, registers a loader for TypeScript first. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./parse-worker.js', import.meta.url));
  const loader = import.meta.resolve('tsx/esm/api');
  const file = new URL('./parse-worker.ts', import.meta.url).href;
  return new Worker(`import('${loader}').then(({ register }) => { register(); return import('${file}'); })`, {
    eval: true,
  });
}

/** Restores buffers, which arrive from a thread as `Uint8Array`. */
function withBuffers(arrived: ArrivedArticle): ArrivedArticle {
  if (arrived.rejections) return arrived;
  return { ...arrived, json: asBuffer(arrived.json), hash: asBuffer(arrived.hash) };
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
