/** MongoDB's limit for a stored document (https://www.mongodb.com/docs/manual/reference/limits/). */
export const maxDocumentBytes = 16 * 1024 * 1024;
/** Max levels of nesting, in stored documents and in messages. */
export const maxDepth = 180;
