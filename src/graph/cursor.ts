import { createHash } from 'node:crypto';
import { badUserInput } from './errors.ts';
import type { Order } from './order.ts';

/** A place in an order: the values of its paths. */
export type Place = ReadonlyArray<string | number | boolean>;

const version = 1;
const checksumBytes = 6;

/** The cursor of a document: opaque, versioned, checked, bound to its order. The document holds all paths of the order. */
export function formatCursor(order: Order, document: object): string {
  const place = order.paths.map(([path]) => valueAt(document, path));
  const payload = Buffer.from(JSON.stringify([version, ...place]));
  return Buffer.concat([checksum(order, payload), payload]).toString('base64url');
}

/** The place that a cursor stands for; refused when it is malformed, changed, or of another order or version. */
export function parseCursor(order: Order, cursor: string, argument: string): Place {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(checksumBytes);
  const intact =
    bytes.toString('base64url') === cursor && bytes.subarray(0, checksumBytes).equals(checksum(order, payload));
  const place = intact ? parsePlace(order, payload.toString()) : undefined;
  if (!place) throw badUserInput(argument, 'a cursor of this list under the same orderBy', cursor);
  return place;
}

/** Over the order too, so that a cursor fits its own order alone. It guards against mistakes; it is no signature. */
function checksum(order: Order, payload: Buffer): Buffer {
  return createHash('sha256').update(`${version} ${order.key}\n`).update(payload).digest().subarray(0, checksumBytes);
}

/** Whoever computes the checksum can write any payload: nothing but plain values may reach the store. */
function parsePlace(order: Order, payload: string): Place | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed[0] !== version || parsed.length !== order.paths.length + 1) return undefined;
  const place = parsed.slice(1);
  return place.every((value) => ['string', 'number', 'boolean'].includes(typeof value)) ? place : undefined;
}

function valueAt(document: object, path: string): string | number | boolean {
  let value: unknown = document;
  for (const step of path.split('.')) value = (value as Record<string, unknown>)[step];
  return value as string | number | boolean;
}
