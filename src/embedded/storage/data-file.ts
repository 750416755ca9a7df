import { closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { StoreError } from '../store-error.ts';

/*
 * LMDB trusts its file and dies of what lies past its end, so it is looked at first. Where things stand in it: `struct
 * MDB_meta`, `MDB_db`, `MDB_page` and `MDB_node` in lmdb's mdb.c (data version 2, 64 bits).
 */

/**
 * Throws CORRUPT_DATA unless the file is an LMDB file all of whose pages in use are inside it. Reads two pages, or the
 * whole file (2 s for 300 MB) when its last page is missing, which is no damage if that page is a free one: LMDB does not
 * write free pages.
 */
export function checkDataFile(file: string): void {
  if (statSync(file).size === 0) return;
  const descriptor = openSync(file, 'r');
  try {
    let meta = newestMeta(file, descriptor);
    while (isCutOff(file, descriptor, meta)) {
      // Another process may have committed while this one read.
      const { transaction } = meta;
      meta = newestMeta(file, descriptor);
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
    const { lastPage, pageSize } = newestMeta(file, descriptor);
    if (statSync(file).size < (lastPage + 1) * pageSize) truncateSync(file, (lastPage + 1) * pageSize);
  } finally {
    closeSync(descriptor);
  }
}

interface Meta {
  pageSize: number;
  /** Of the tree of free pages and of that of the maps; null for an empty tree. */
  roots: (number | null)[];
  lastPage: number;
  transaction: bigint;
}

const headerBytes = 24;
const noPage = 0xffff_ffff_ffff_ffffn;

function newestMeta(file: string, descriptor: number): Meta {
  const first = readAt(descriptor, 0, 160);
  if (first.length < 160 || first.readUInt32LE(24) !== 0xbeefc0de) throw corrupt(file, 'it does not begin as one');
  const pageSize = first.readUInt32LE(48);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0)
    throw corrupt(file, `its page size is ${pageSize}`);
  const second = readAt(descriptor, pageSize, 160);
  if (second.length < 160 || second.readUInt32LE(24) !== 0xbeefc0de) throw corrupt(file, 'its second page is damaged');
  const newest = first.readBigUInt64LE(152) > second.readBigUInt64LE(152) ? first : second;
  return {
    pageSize,
    roots: [rootOf(newest, 48), rootOf(newest, 96)],
    lastPage: Number(newest.readBigUInt64LE(144)),
    transaction: newest.readBigUInt64LE(152),
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
