import { BSON, type Document } from 'mongodb';
import { disorderOf } from './disorder.ts';
import type { Step, StepAnswer } from './recording.ts';

/** The first place in which two answers differ, with both values. */
export interface Contrast {
  /** Such as `documents.3.count`; empty for the whole answer. */
  at: string;
  recorded: unknown;
  found: unknown;
}

/**
 * Compares an answer with the recorded one. Returns undefined if they are the same to the sender: results in the order
 * that the command asks for and otherwise in any, numbers of all types by value, fields in any order, errors by code.
 */
export function compareAnswers(
  { command, answer }: Pick<Step, 'command' | 'answer'>,
  found: StepAnswer,
): Contrast | undefined {
  const disorder = disorderOf(command);
  if ('error' in answer || 'error' in found)
    return answer.error === found.error ? undefined : { at: '', recorded: answer, found };
  const { documents: recorded, ...others } = answer as Document;
  const { documents, ...foundOthers } = found as Document;
  const other = contrast(others, foundOthers, '', disorder.lists);
  if (other || !recorded) return other;
  // Without an order, a limit takes any documents.
  if (disorder.takesAny && recorded.length === documents?.length && recorded.length === command.limit) return undefined;
  const arranged = disorder.results ? arrange(recorded, documents ?? [], disorder.lists) : documents;
  return contrast(recorded, arranged, 'documents', disorder.lists);
}

function contrast(recorded: unknown, found: unknown, at: string, lists: ReadonlySet<string>): Contrast | undefined {
  const [a, b] = [plain(recorded), plain(found)];
  if (Array.isArray(a) && Array.isArray(b)) {
    const isInOrder = !lists.has(at.split('.').at(-1) ?? '');
    const others = isInOrder ? b : arrange(a, b, lists);
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const difference = contrast(a[i], others[i], join(at, String(i)), lists);
      if (difference) return difference;
    }
    return undefined;
  }
  if (isObject(a) && isObject(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const difference = contrast(a[key], b[key], join(at, key), lists);
      if (difference) return difference;
    }
    return undefined;
  }
  return isSameScalar(a, b) ? undefined : { at, recorded, found };
}

/** Puts `found` into the order of `recorded`, as far as they are equal. What has no counterpart fills the gaps. */
function arrange(recorded: readonly unknown[], found: readonly unknown[], lists: ReadonlySet<string>): unknown[] {
  const left = [...found];
  const arranged = recorded.map((each) => {
    const index = left.findIndex((other) => contrast(each, other, '', lists) === undefined);
    return index < 0 ? undefined : { value: left.splice(index, 1)[0] };
  });
  return [...arranged.map((each) => (each ? each.value : left.shift())), ...left];
}

/** Numbers of other BSON types become numbers; everything that is no document becomes a text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (value instanceof RegExp) return `pattern ${value}`;
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return value;
  const { _bsontype: type } = value as { _bsontype: string };
  if (['Int32', 'Double', 'Long', 'Decimal128'].includes(type)) return Number(String(value));
  return `${type} ${BSON.EJSON.stringify(value)}`;
}

/** The last bits of a fraction depend on the order of additions. */
function isSameScalar(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
  return Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
