/** MongoDB's limit of a stored document (https://www.mongodb.com/docs/manual/reference/limits/). */
export const maxDocumentBytes = 16 * 1024 * 1024;
/** As deep may documents nest, whoever writes them. */
export const maxDepth = 180;
