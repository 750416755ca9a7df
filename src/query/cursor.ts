import { createHash } from 'node:crypto';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { Order } from './order.ts';

/** A position in an order: the values of its paths. */
export type Position = ReadonlyArray<string | number | boolean>;

const version = 1;
const checksumBytes = 6;

/**
 * Returns the cursor of a document: opaque, with version and checksum, valid for one order. The document must have all
 * paths of the order.
 */
export function formatCursor(order: Order, document: object): string {
  const position = order.paths.map(([path]) => valueAt(document, path));
  const payload = Buffer.from(JSON.stringify([version, ...position]));
  return Buffer.concat([checksum(order, payload), payload]).toString('base64url');
}

/** Decodes a cursor. Throws if it is malformed, modified, or of another order or version. */
export function parseCursor(order: Order, cursor: string, argument: string): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(checksumBytes);
  const intact =
    bytes.toString('base64url') === cursor && bytes.subarray(0, checksumBytes).equals(checksum(order, payload));
  const position = intact ? parsePosition(order, payload.toString()) : undefined;
  if (!position) throw badUserInput(argument, 'a cursor that this list returned for the same orderBy', cursor);
  return position;
}

/** Includes the order, so that a cursor is only valid for its own. It detects mistakes; it is not a signature. */
function checksum(order: Order, payload: Buffer): Buffer {
  return createHash('sha256').update(`${version} ${order.key}\n`).update(payload).digest().subarray(0, checksumBytes);
}

/** Parses the payload. Clients can compute the checksum of any payload, so only plain values are accepted. */
function parsePosition(order: Order, payload: string): Position | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed[0] !== version || parsed.length !== order.paths.length + 1) return undefined;
  const position = parsed.slice(1);
  return position.every((value) => ['string', 'number', 'boolean'].includes(typeof value)) ? position : undefined;
}

function valueAt(document: object, path: string): string | number | boolean {
  let value: unknown = document;
  for (const step of path.split('.')) value = (value as Record<string, unknown>)[step];
  return value as string | number | boolean;
}
