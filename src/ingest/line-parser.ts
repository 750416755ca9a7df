import { Worker } from 'node:worker_threads';
import type { NdjsonLine } from './ndjson.ts';
import { type ArrivedArticle, type KnownLine, parseLines } from './parse-lines.ts';

/** Parses lines of NDJSON as `parseLines` does; several calls at once where there are several threads. */
export interface LineParser {
  parse(
    file: string,
    lines: readonly NdjsonLine[],
    known: readonly (KnownLine | undefined)[],
  ): Promise<ArrivedArticle[]>;
  close(): Promise<void>;
}

/** One thread is this one; more are others, which take the calls in turn. Each takes some 50 MB of memory. */
export function createLineParser(threads: number): LineParser {
  if (threads === 1) {
    return {
      parse: async (file, lines, known) => parseLines(file, lines, known),
      close: async () => {},
    };
  }
  const workers = Array.from({ length: threads }, createParsingThread);
  let calls = 0;
  return {
    parse: (file, lines, known) => {
      const worker = workers[calls++ % threads] as LineParser;
      return worker.parse(file, lines, known);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** A thread that answers in the order in which it is asked. */
function createParsingThread(): LineParser {
  const worker = startWorker();
  const waiting: { resolve: (articles: ArrivedArticle[]) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (articles: ArrivedArticle[]) => waiting.shift()?.resolve(articles.map(withBuffers)));
  let failure: Error | undefined;
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  worker.unref();
  return {
    parse: (file, lines, known) =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure);
        else waiting.push({ resolve, reject });
        worker.postMessage({ file, lines, known });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Compiled, the worker runs as it is; from source it first registers what lets it load TypeScript. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./parse-worker.js', import.meta.url));
  const loader = import.meta.resolve('tsx/esm/api');
  const file = new URL('./parse-worker.ts', import.meta.url).href;
  return new Worker(`import('${loader}').then(({ register }) => { register(); return import('${file}'); })`, {
    eval: true,
  });
}

/** Bytes arrive from a thread without the methods of a Buffer. */
function withBuffers(arrived: ArrivedArticle): ArrivedArticle {
  if (arrived.refusals) return arrived;
  return { ...arrived, json: asBuffer(arrived.json), hash: asBuffer(arrived.hash) };
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
