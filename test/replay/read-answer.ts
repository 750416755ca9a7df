import type { Document } from 'mongodb';

/** Describes what the gateway and its tools read of the answer to each command that they send. */
const readers: Record<string, (reply: Document) => Document> = {
  find: () => ({}),
  aggregate: () => ({}),
  // An estimate on any server.
  count: () => ({}),
  insert: writeResult,
  update: writeResult,
  delete: writeResult,
  findAndModify: ({ value }) => ({ value }),
  listCollections: () => ({}),
  listIndexes: () => ({}),
  create: () => ({}),
  createIndexes: () => ({}),
  hello: () => ({}),
  ping: () => ({}),
  commitTransaction: () => ({}),
  abortTransaction: () => ({}),
};

/** What is read of the documents of a cursor, by command: a server adds fields of its own to these. */
const described: Record<string, (document: Document) => Document> = {
  listCollections: ({ name }) => ({ name }),
  listIndexes: ({ key, sparse = false }) => ({ key, sparse }),
};

/** Commands of the driver's own, which end what it no longer needs. */
export const isHousekeeping = (command: string) => command === 'endSessions' || command === 'killCursors';

/**
 * Returns what the sender reads of a reply: for cursors the `documents` of all batches, for writes the counts and the
 * codes of errors. Throws for a command that no table describes.
 */
export function readAnswer(command: Document, reply: Document, documents: readonly Document[] | undefined): Document {
  const [name = ''] = Object.keys(command);
  const read = readers[name];
  if (!read) throw new Error(`${name} is a new command: describe what is read of its answer in read-answer.ts`);
  const describeDocument = described[name] ?? ((document: Document) => document);
  const listed = documents?.filter((each) => name !== 'listCollections' || !String(each.name).startsWith('system.'));
  return { ...read(reply), ...(listed && { documents: listed.map(describeDocument) }) };
}

/** How many documents were modified is not read: servers differ in whether an equal document counts. */
function writeResult({ n, upserted, writeErrors }: Document): Document {
  return {
    n,
    ...(upserted?.length > 0 && { upserted: upserted.map((each: Document) => each._id) }),
    ...(writeErrors?.length > 0 && { errors: writeErrors.map((each: Document) => each.code) }),
  };
}
