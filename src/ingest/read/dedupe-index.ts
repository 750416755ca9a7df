import { hash } from 'node:crypto';
import type { SpoolPlace } from './spool.ts';

/** An article that occurred in this run: the hash of its content, and the place of its record in the spool. */
export interface SeenArticle {
  contentHash: Buffer;
  place: SpoolPlace;
}

const keyBytes = 16;
const hashBytes = 32;
const placeBytes = 12;
const entryBytes = keyBytes + hashBytes + placeBytes;
const chunkEntries = 4096;

/**
 * Creates an index of the articles of one run, by id and version. Articles are numbered from 0 in the order in which
 * they are added. Takes 60 bytes of memory per article, and up to 16 more for the hash table, none of them on the heap.
 */
export function createSeenArticles() {
  const chunks: Buffer[] = [];
  let slots = new Int32Array(4096);
  let size = 0;

  /** Returns the slot of a key, or the free slot for it. */
  function slotOf(key: Buffer): number {
    let slot = key.readUInt32LE(0) & (slots.length - 1);
    for (let number = slots[slot]; number; number = slots[slot]) {
      if (keyAt(number - 1).equals(key)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  function grow(): void {
    slots = new Int32Array(2 * slots.length);
    for (let index = 0; index < size; index++) slots[slotOf(keyAt(index))] = index + 1;
  }

  function entryAt(index: number): Buffer {
    const start = (index % chunkEntries) * entryBytes;
    return (chunks[Math.floor(index / chunkEntries)] as Buffer).subarray(start, start + entryBytes);
  }

  function keyAt(index: number): Buffer {
    return entryAt(index).subarray(0, keyBytes);
  }

  return {
    /** Returns the number of the article with this id and version; undefined if there is none. */
    find(id: string, version: number | undefined): number | undefined {
      const number = slots[slotOf(keyOf(id, version))];
      return number ? number - 1 : undefined;
    },
    /** Adds an article. It must not be in the index. */
    add(id: string, version: number | undefined, { contentHash, place }: SeenArticle): void {
      if (2 * size >= slots.length) grow();
      if (size % chunkEntries === 0) chunks.push(Buffer.alloc(chunkEntries * entryBytes));
      const key = keyOf(id, version);
      slots[slotOf(key)] = size + 1;
      const entry = entryAt(size++);
      entry.set(key);
      entry.set(contentHash, keyBytes);
      entry.writeDoubleLE(place.offset, keyBytes + hashBytes);
      entry.writeUInt32LE(place.bytes, keyBytes + hashBytes + 8);
    },
    at(index: number): SeenArticle {
      const entry = entryAt(index);
      const offset = entry.readDoubleLE(keyBytes + hashBytes);
      const place = { offset, bytes: entry.readUInt32LE(keyBytes + hashBytes + 8) };
      return { contentHash: entry.subarray(keyBytes, keyBytes + hashBytes), place };
    },
    get size(): number {
      return size;
    },
  };
}

function keyOf(id: string, version: number | undefined): Buffer {
  return hash('sha256', `${id} ${version ?? ''}`, 'buffer').subarray(0, keyBytes);
}
