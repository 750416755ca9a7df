import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, linkSync, realpathSync, renameSync, rmSync, statSync, write } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';

/** The destination of a dump. Its methods throw `OutputFailure`. */
export interface DumpOutput {
  /** Resolves when more can be written. */
  write(text: string): Promise<void>;
  /** Completes the output and returns its size in bytes. A file is then on the disk, under its name. */
  finish(): Promise<number>;
  /** Removes an unfinished file. */
  discard(): Promise<void>;
}

/** The output cannot be created, or cannot be written to its end. The message is one line. */
export class OutputFailure extends Error {
  readonly kind: 'cannotCreate' | 'ioError';

  constructor(kind: OutputFailure['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutputFailure';
    this.kind = kind;
  }
}

/** Writes to standard output, uncompressed. Nothing else of the process may use `process.stdout`. */
export function toStandardOutput(): DumpOutput {
  const { write, end } = startWriting('Standard output', 1, false);
  return { write, finish: end, discard: async () => {} };
}

/**
 * Writes to a file, gzipped if its name ends in `.gz`. Until everything is on the disk, the file has another name, which
 * ends in `.part`: a process that is killed leaves no half file under `path`. An existing file is replaced only with
 * `force`, and only at the end.
 */
export async function toFile(path: string, { force }: { force: boolean }): Promise<DumpOutput> {
  const target = targetOf(path, force);
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(part, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new OutputFailure('cannotCreate', `${path} cannot be created: ${reasonOf(error)}`, error);
  });
  const { write, end, abandon } = startWriting(path, file.fd, path.toLowerCase().endsWith('.gz'));
  return {
    write,
    async finish() {
      const bytes = await end();
      await putInPlace(path, { file, part, target, force });
      return bytes;
    },
    async discard() {
      await abandon();
      await file.close().catch(() => {}); // it may be closed already
      rmSync(part, { force: true });
    },
  };
}

/** Returns the file that `path` names, which may be a link to one. Throws unless it may be created or replaced. */
function targetOf(path: string, force: boolean): string {
  if (path === '') throw new OutputFailure('cannotCreate', 'The name of the file is empty');
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return path;
    if (!stats.isFile()) throw new OutputFailure('cannotCreate', `${path} exists and is not a file`);
    if (!force) throw alreadyExists(path);
    return realpathSync(path);
  } catch (error) {
    if (error instanceof OutputFailure) throw error;
    throw new OutputFailure('cannotCreate', `${path} cannot be created: ${reasonOf(error)}`, error);
  }
}

function alreadyExists(path: string): OutputFailure {
  return new OutputFailure('cannotCreate', `${path} exists already; --force replaces it`);
}

/** Starts to write to a descriptor, which stays open. */
function startWriting(name: string, descriptor: number, isPacked: boolean) {
  let bytes = 0;
  const entry = isPacked ? createGzip() : new PassThrough();
  const written = pipeline(entry, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      await writeAll(descriptor, chunk);
      bytes += chunk.length;
    }
  }).catch((error: unknown) => {
    throw new OutputFailure('ioError', `${name} cannot be written: ${reasonOf(error)}`, error);
  });
  written.catch(() => {}); // the next call throws it
  entry.on('error', () => {}); // of a write after the failure
  return {
    async write(text: string): Promise<void> {
      if (!entry.write(text)) await Promise.race([once(entry, 'drain').catch(() => written), written]);
    },
    async end(): Promise<number> {
      entry.end();
      await written;
      return bytes;
    },
    /** Resolves when nothing more will be written. */
    async abandon(): Promise<void> {
      entry.destroy();
      await written.catch(() => {}); // it is of no interest any more
    },
  };
}

const writeSome = promisify(write);
const busyMs = 10;

/** `process.stdout` would ignore that a full disk takes only a part of what is written. */
async function writeAll(descriptor: number, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    try {
      at += (await writeSome(descriptor, chunk, at, chunk.length - at, null)).bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await sleep(busyMs); // a pipe that does not block is full
    }
  }
}

interface Unfinished {
  file: FileHandle;
  part: string;
  target: string;
  force: boolean;
}

async function putInPlace(path: string, { file, part, target, force }: Unfinished): Promise<void> {
  try {
    await file.sync();
    await file.close();
    if (force) renameSync(part, target);
    else nameNew(part, target);
    await flushNames(dirname(target));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyExists(path);
    throw new OutputFailure('ioError', `${path} cannot be written: ${reasonOf(error)}`, error);
  }
}

/** Renames a file; throws EEXIST if another process has created the target meanwhile. */
function nameNew(part: string, target: string): void {
  try {
    linkSync(part, target);
    rmSync(part);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems have no hard links.
    if (code === 'EEXIST' || existsSync(target)) throw Object.assign(error as Error, { code: 'EEXIST' });
    renameSync(part, target);
  }
}

/** Flushes a folder's list of files, which flushing the files does not guarantee. */
async function flushNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // it can neither open folders nor needs this
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is exceeded',
  EFBIG: 'the file is larger than the limit of the system',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a parent of the path is not a folder',
  EPIPE: 'its reader closed it',
  EROFS: 'the file system is read-only',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  return code in reasons ? `${reasons[code]} (${code})` : code;
}
