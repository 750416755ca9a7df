import { BSON, type Document } from 'mongodb';

/** Whether two documents are the same to the byte, the order of their keys included. */
export function isSameDocument(a: Document, b: Document): boolean {
  return Buffer.compare(BSON.serialize(a), BSON.serialize(b)) === 0;
}
