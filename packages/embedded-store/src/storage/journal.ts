import { closeSync, constants, existsSync, fdatasyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { StoreError } from '../store-error.ts';

/** A change of one key; `value` is null if the key was removed. */
export interface Change {
  map: JournaledMap;
  key: Buffer;
  value: Buffer | null;
}

export const journaledMaps = ['meta', 'documents', 'entries', 'sessions'] as const;
export type JournaledMap = (typeof journaledMaps)[number];

export interface JournalEntry {
  /** LMDB's transaction number. */
  transaction: number;
  /** The changes in order; null if the transaction is known to be complete in the data file. */
  changes: Change[] | null;
}

/**
 * The changes of the last two transactions, in two files: one for even and one for odd transaction numbers, so that
 * writing an entry leaves the previous one intact. Call `record`, `recordWhole` and `erase` only under LMDB's write
 * lock.
 */
export interface Journal {
  /** Discards the changes added so far. */
  begin(): void;
  /** Adds a change to the current transaction. */
  add(map: JournaledMap, key: Buffer, value: Buffer | null): void;
  /** The current position, for `rewind`. */
  mark(): number;
  /** Discards the changes added since `mark`. */
  rewind(mark: number): void;
  state(): 'empty' | 'recorded' | 'too long';
  /**
   * Writes the added changes; the state must be `recorded`. Like `recordWhole` and `erase`, durable only after `flush`.
   */
  record(transaction: number): void;
  /** Records that the transaction is complete in the data file. */
  recordWhole(transaction: number): void;
  /** Removes the entry of a transaction that was not committed. */
  erase(transaction: number): void;
  /** Whether there is an entry for the transaction. Reads its header only. */
  has(transaction: number): boolean;
  flush(transaction: number): void;
  /** The newest intact entry. */
  newest(): JournalEntry | undefined;
  close(): void;
}

/*
 * A file is a header in one sector, which disks write atomically, and the changes from the next page on.
 *
 *   0  signature   4  1: changes follow, 2: the transaction is complete   8  transaction   16  bytes   20  their CRC-32
 *   24 CRC-32 of the header up to here
 *
 * A change: map (1 byte), key length (2), value length plus one (4; 0: removed), key, value. All big-endian.
 */
const signature = 0x49474a31;
const headerBytes = 28;
const pageBytes = 4096;
/** A longer transaction is not journaled: its commit waits for the data file instead. */
const maxBytes = 16 * 1024 * 1024;
const tooLong = maxBytes + 1;
const smallBytes = 64 * 1024;

/** Opens the files, creating them if missing. Throws CORRUPT_DATA if only one exists and it is not empty. */
export function openJournal(dataDir: string): Journal {
  const names = ['journal.0', 'journal.1'].map((name) => join(dataDir, name));
  checkBothAreThere(names);
  const files = names.map((name) => openSync(name, constants.O_RDWR | constants.O_CREAT, 0o666));
  const fileOf = (transaction: number) => files[transaction % 2] as number;
  let buffer = Buffer.allocUnsafe(smallBytes);
  let used = 0;
  return {
    begin() {
      used = 0;
    },
    add(map, key, value) {
      const length = 7 + key.length + (value?.length ?? 0);
      if (used + length > maxBytes) used = tooLong;
      if (used === tooLong) return;
      if (used + length > buffer.length) grow(used + length);
      buffer[used] = journaledMaps.indexOf(map);
      buffer.writeUInt16BE(key.length, used + 1);
      buffer.writeUInt32BE(value === null ? 0 : value.length + 1, used + 3);
      key.copy(buffer, used + 7);
      value?.copy(buffer, used + 7 + key.length);
      used += length;
    },
    mark: () => used,
    rewind(mark) {
      used = mark;
    },
    state: () => (used === 0 ? 'empty' : used === tooLong ? 'too long' : 'recorded'),
    record(transaction) {
      const changes = buffer.subarray(0, used);
      writeAll(fileOf(transaction), changes, pageBytes);
      writeAll(fileOf(transaction), header(1, transaction, used, crc32(changes)), 0);
    },
    recordWhole: (transaction) => writeAll(fileOf(transaction), header(2, transaction, 0, 0), 0),
    erase: (transaction) => writeAll(fileOf(transaction), Buffer.alloc(headerBytes), 0),
    has: (transaction) => readHeader(fileOf(transaction))?.transaction === transaction,
    flush: (transaction) => fdatasyncSync(fileOf(transaction)),
    newest: () => {
      const [even, odd] = [readEntry(fileOf(0)), readEntry(fileOf(1))];
      if (even === undefined || odd === undefined) return even ?? odd;
      return even.transaction > odd.transaction ? even : odd;
    },
    close: () => files.forEach(closeSync),
  };

  function grow(atLeast: number): void {
    const larger = Buffer.allocUnsafe(Math.min(Math.max(2 * buffer.length, atLeast), maxBytes));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  }
}

/** The newest entry may be in either file; recovering from the older one alone would go back too far. */
function checkBothAreThere(names: string[]): void {
  const missing = names.find((name) => !existsSync(name));
  if (missing !== undefined && names.some((name) => existsSync(name) && statSync(name).size > 0)) {
    throw new StoreError(
      'CORRUPT_DATA',
      `${missing}, one of the two journal files, is missing. If the data file is intact, remove the other one`,
    );
  }
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}

function readHeader(file: number): Header | undefined {
  const bytes = Buffer.alloc(headerBytes);
  if (readSync(file, bytes, 0, headerBytes, 0) < headerBytes) return;
  if (bytes.readUInt32BE(0) !== signature || bytes.readUInt32BE(24) !== crc32(bytes.subarray(0, 24))) return;
  return {
    isWhole: bytes.readUInt32BE(4) === 2,
    transaction: Number(bytes.readBigUInt64BE(8)),
    length: bytes.readUInt32BE(16),
    checksum: bytes.readUInt32BE(20),
  };
}

function readEntry(file: number): JournalEntry | undefined {
  const found = readHeader(file);
  if (found === undefined) return;
  const { isWhole, transaction, length, checksum } = found;
  if (isWhole) return { transaction, changes: null };
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, pageBytes) < length || crc32(bytes) !== checksum) return;
  return { transaction, changes: readChanges(bytes) };
}

interface Header {
  isWhole: boolean;
  transaction: number;
  length: number;
  checksum: number;
}

function header(kind: 1 | 2, transaction: number, length: number, checksum: number): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  bytes.writeUInt32BE(signature, 0);
  bytes.writeUInt32BE(kind, 4);
  bytes.writeBigUInt64BE(BigInt(transaction), 8);
  bytes.writeUInt32BE(length, 16);
  bytes.writeUInt32BE(checksum, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 24)), 24);
  return bytes;
}

function readChanges(bytes: Buffer): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length; ) {
    const map = journaledMaps[bytes.readUInt8(at)];
    if (map === undefined) throw new RangeError(`The journal names an unknown map: ${bytes.readUInt8(at)}`);
    const key = at + 7;
    const value = key + bytes.readUInt16BE(at + 1);
    const valueBytes = bytes.readUInt32BE(at + 3);
    at = value + Math.max(0, valueBytes - 1);
    changes.push({ map, key: bytes.subarray(key, value), value: valueBytes === 0 ? null : bytes.subarray(value, at) });
  }
  return changes;
}
