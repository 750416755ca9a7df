import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { StoreError } from '../store-error.ts';

/*
 * LMDB trusts its file and crashes on references past its end, so these functions check it first. The layout is that of
 * `struct MDB_meta`, `MDB_db`, `MDB_page` and `MDB_node` in lmdb's mdb.c (data version 2, 64 bits).
 */

/**
 * Throws CORRUPT_DATA unless the file is an LMDB file that contains all pages in use, in the newest state or in the one
 * before. A missing or empty file passes. Reads two pages; or the whole tree (2 s for 300 MB) if the file is shorter
 * than its last page, which is no damage if the missing pages are free ones, which LMDB does not write.
 */
export function checkDataFile(file: string, state: 'newest' | 'before' = 'newest'): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const descriptor = openSync(file, 'r');
  try {
    const metaOf = () => readMetas(file, descriptor)[state];
    let meta = metaOf();
    while (isCutOff(file, descriptor, meta)) {
      // Another process may have committed in the meantime.
      const { transaction } = meta;
      meta = metaOf();
      if (meta.transaction === transaction) throw corrupt(file, `it is truncated at ${statSync(file).size} bytes`);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Extends the file to its last page, so that the next check is quick. Call only under LMDB's write lock. */
export function completeDataFile(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    const { lastPage, pageSize } = readMetas(file, descriptor).newest;
    if (statSync(file).size < (lastPage + 1) * pageSize) truncateSync(file, (lastPage + 1) * pageSize);
  } finally {
    closeSync(descriptor);
  }
}

/** The number of the newest transaction; 0 for an empty file. Throws CORRUPT_DATA if it is not an LMDB file. */
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
 * Durably makes the state before the newest one the newest. Overwrites the newest meta page with a copy of the other,
 * numbered one lower, since LMDB keeps even and odd transactions on fixed pages. No process may have the file open.
 */
export function goBackOneTransaction(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    const { newest, before } = readMetas(file, descriptor);
    const { bytes, transaction, pageSize } = before;
    if (transaction !== newest.transaction - 1n)
      throw corrupt(file, `the newest transaction is ${newest.transaction}, but the one before it is ${transaction}`);
    bytes.writeBigUInt64LE(transaction - 1n, 152);
    const place = Number(newest.transaction % 2n) * pageSize + headerBytes;
    writeSync(descriptor, bytes, headerBytes, metaEnd - headerBytes, place);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

interface Meta {
  /** From the start of the page to `metaEnd`. */
  bytes: Buffer;
  pageSize: number;
  /** The root pages of the free list and of the main database; null for an empty tree. */
  roots: (number | null)[];
  lastPage: number;
  transaction: bigint;
}

const headerBytes = 24;
/** The end of `struct MDB_meta`, after the page header and including the boot id that lmdb-js adds. */
const metaEnd = 168;
const noPage = 0xffff_ffff_ffff_ffffn;

function readMetas(file: string, descriptor: number): { newest: Meta; before: Meta } {
  const first = readAt(descriptor, 0, metaEnd);
  if (first.length < metaEnd || first.readUInt32LE(24) !== 0xbeefc0de) throw corrupt(file, 'it has no LMDB header');
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
  // Read the size after the meta page: another process may be extending the file.
  const pages = Math.floor(statSync(file).size / pageSize);
  if (lastPage < pages) return false;
  try {
    return roots.some((root) => root !== null && reachesPast(root));
  } catch (error) {
    // A reference outside the page, or a cycle.
    if (error instanceof RangeError) return true;
    throw error;
  }

  /** Whether the tree at this page refers to a page past the end, or to one that is not a tree page. */
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
    // Overflow pages: the first page, a transaction, the number of pages.
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
  return new StoreError('CORRUPT_DATA', `${file} is not an intact data file: ${what}`);
}
