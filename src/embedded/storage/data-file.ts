import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { StoreError } from '../store-error.ts';

/*
 * LMDB trusts its file and dies of what lies past its end, so it is looked at first. Where things stand in it: `struct
 * MDB_meta`, `MDB_db`, `MDB_page` and `MDB_node` in lmdb's mdb.c (data version 2, 64 bits).
 */

/**
 * Throws CORRUPT_DATA unless the file is an LMDB file all of whose pages in use are inside it, in the state that leads or
 * in the one before; no file at all is none the worse. Reads two pages, or the whole file (2 s for 300 MB) when its last
 * page is missing, which is no damage if that page is a free one: LMDB does not write free pages.
 */
export function checkDataFile(file: string, state: 'newest' | 'before' = 'newest'): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const descriptor = openSync(file, 'r');
  try {
    const metaOf = () => readMetas(file, descriptor)[state];
    let meta = metaOf();
    while (isCutOff(file, descriptor, meta)) {
      // Another process may have committed while this one read.
      const { transaction } = meta;
      meta = metaOf();
      if (meta.transaction === transaction) throw corrupt(file, `it is cut off after ${statSync(file).size} bytes`);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the file as long as its last page asks for, so that the next opening need not read it. Under the writer's lock. */
export function completeDataFile(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    const { lastPage, pageSize } = readMetas(file, descriptor).newest;
    if (statSync(file).size < (lastPage + 1) * pageSize) truncateSync(file, (lastPage + 1) * pageSize);
  } finally {
    closeSync(descriptor);
  }
}

/** The number of the transaction that leads; 0 for an empty file. Throws CORRUPT_DATA where the file is none of LMDB's. */
export function newestTransaction(file: string): number {
  if (statSync(file).size === 0) return 0;
  const descriptor = openSync(file, 'r');
  try {
    return Number(readMetas(file, descriptor).newest.transaction);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes the state before the one that leads, lead, durably: its page is written over the other under a number still lower,
 * since LMDB finds each by whether it is even. With no process that has the file open.
 */
export function goBackOneTransaction(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    const { newest, before } = readMetas(file, descriptor);
    const { bytes, transaction, pageSize } = before;
    if (transaction !== newest.transaction - 1n)
      throw corrupt(
        file,
        `transaction ${newest.transaction} leads, and beside it is ${transaction}, not the one before`,
      );
    bytes.writeBigUInt64LE(transaction - 1n, 152);
    const place = Number(newest.transaction % 2n) * pageSize + headerBytes;
    writeSync(descriptor, bytes, headerBytes, metaEnd - headerBytes, place);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

interface Meta {
  /** From the page's beginning to `metaEnd`. */
  bytes: Buffer;
  pageSize: number;
  /** Of the tree of free pages and of that of the maps; null for an empty tree. */
  roots: (number | null)[];
  lastPage: number;
  transaction: bigint;
}

const headerBytes = 24;
/** Of `struct MDB_meta` with lmdb-js's number of the machine's start, after the page's header. */
const metaEnd = 168;
const noPage = 0xffff_ffff_ffff_ffffn;

function readMetas(file: string, descriptor: number): { newest: Meta; before: Meta } {
  const first = readAt(descriptor, 0, metaEnd);
  if (first.length < metaEnd || first.readUInt32LE(24) !== 0xbeefc0de) throw corrupt(file, 'it does not begin as one');
  const pageSize = first.readUInt32LE(48);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0)
    throw corrupt(file, `its page size is ${pageSize}`);
  const second = readAt(descriptor, pageSize, metaEnd);
  if (second.length < metaEnd || second.readUInt32LE(24) !== 0xbeefc0de)
    throw corrupt(file, 'its second page is damaged');
  const [newest, before] = first.readBigUInt64LE(152) > second.readBigUInt64LE(152) ? [first, second] : [second, first];
  return { newest: metaOf(newest, pageSize), before: metaOf(before, pageSize) };
}

function metaOf(bytes: Buffer, pageSize: number): Meta {
  return {
    bytes,
    pageSize,
    roots: [rootOf(bytes, 48), rootOf(bytes, 96)],
    lastPage: Number(bytes.readBigUInt64LE(144)),
    transaction: bytes.readBigUInt64LE(152),
  };
}

function rootOf(bytes: Buffer, tree: number): number | null {
  const page = bytes.readBigUInt64LE(tree + 40);
  return page === noPage ? null : Number(page);
}

function isCutOff(file: string, descriptor: number, { pageSize, roots, lastPage }: Meta): boolean {
  // Asked after the meta page was read: another process may be making it longer.
  const pages = Math.floor(statSync(file).size / pageSize);
  if (lastPage < pages) return false;
  try {
    return roots.some((root) => root !== null && reachesPast(root));
  } catch (error) {
    // A page that leads out of itself, or round in a circle.
    if (error instanceof RangeError) return true;
    throw error;
  }

  /** Whether the tree below a page has a page past the end, or something that is none. */
  function reachesPast(number: number): boolean {
    if (number >= pages) return true;
    const page = readAt(descriptor, number * pageSize, pageSize);
    const flags = page.readUInt16LE(18);
    const isBranch = flags === 1;
    if (!isBranch && flags !== 2) return true;
    const nodes = page.readUInt16LE(20) >> 1;
    for (let i = 0; i < nodes; i++) {
      const node = headerBytes + page.readUInt16LE(headerBytes + 2 * i);
      if (isBranch ? reachesPast(page.readUIntLE(node, 6)) : dataReachesPast(page, node)) return true;
    }
    return false;
  }

  function dataReachesPast(page: Buffer, node: number): boolean {
    const flags = page.readUInt16LE(node + 4);
    const data = node + 8 + page.readUInt16LE(node + 6);
    // Large data: its first page, a transaction, how many pages.
    if (flags === 1) return Number(page.readBigUInt64LE(data) + page.readBigUInt64LE(data + 16)) > pages;
    const root = flags === 2 ? rootOf(page, data) : null;
    return root !== null && reachesPast(root);
  }
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}

function corrupt(file: string, what: string): StoreError {
  return new StoreError('CORRUPT_DATA', `${file} is no intact data file: ${what}`);
}
