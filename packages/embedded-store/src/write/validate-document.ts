import { Timestamp } from 'bson';
import { fail } from '../errors.ts';
import { timestampBits } from '../values/order.ts';
import { type Document, isDocument, typeName } from '../values/value.ts';

/** Throws unless the document can be stored: the type of its `_id` is allowed, and `checkTimestamps` passes. */
export function validateDocument(document: Document): void {
  checkTimestamps(document);
  const id = document.get('_id');
  const type = typeName(id);
  if (type === 'array' || type === 'regex') fail('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  if (isDocument(id)) {
    for (const name of id.keys()) {
      if (name.startsWith('$'))
        fail(
          'DollarPrefixedFieldName',
          `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
        );
    }
  }
}

/**
 * Throws for an empty timestamp at the top level: MongoDB replaces it by the current time on inserts and replacements.
 */
export function checkTimestamps(document: Document): void {
  for (const [name, value] of document) {
    if (value instanceof Timestamp && name !== '_id' && timestampBits(value) === 0n)
      fail(
        'CommandNotSupported',
        `Replacing an empty timestamp by the current time is not supported by this store: ${name}`,
      );
  }
}
