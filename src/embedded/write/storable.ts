import { Timestamp } from 'bson';
import { refuse } from '../errors.ts';
import { timestampBits } from '../values/order.ts';
import { type Document, isDocument, typeName } from '../values/value.ts';

/** Refuses an `_id` that cannot be one, and what `checkTimestamps` refuses. */
export function checkStorable(document: Document): void {
  checkTimestamps(document);
  const id = document.get('_id');
  const type = typeName(id);
  if (type === 'array' || type === 'regex') refuse('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  if (isDocument(id)) {
    for (const name of id.keys()) {
      if (name.startsWith('$'))
        refuse(
          'DollarPrefixedFieldName',
          `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
        );
    }
  }
}

/** MongoDB writes its own time where a document that is inserted, or replaces another, has an empty timestamp on top. */
export function checkTimestamps(document: Document): void {
  for (const [name, value] of document) {
    if (value instanceof Timestamp && name !== '_id' && timestampBits(value) === 0n)
      refuse('CommandNotSupported', `An empty timestamp, to be replaced by the time, is not supported here: ${name}`);
  }
}
