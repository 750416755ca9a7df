import { encodeKeyText } from '../values/key-writer.ts';
import type { Filter, Test } from './filter.ts';

/** Returns a text that only filters with the same results have; null if there is none. */
export function filterText(filter: Filter): string | null {
  const parts = partsOfText(filter);
  return parts && JSON.stringify(parts);
}

type Parts = (string | number | boolean | Parts)[];

function partsOfText(filter: Filter): Parts | null {
  if (filter.kind === 'expression') return null;
  if (filter.kind === 'path') return joined([filter.path], [testParts(filter.test)]);
  return joined([filter.kind], filter.filters.map(partsOfText));
}

function testParts(test: Test): Parts | null {
  switch (test.op) {
    case 'in':
      return [test.op, ...test.values.map((value) => encodeKeyText(value))];
    case 'regex':
      return [test.op, test.source.pattern, test.source.options];
    case 'exists':
      return [test.op, test.exists];
    case 'type':
      return [test.op, ...test.types];
    case 'size':
      return [test.op, test.size];
    case 'mod':
      return [test.op, String(test.divisor), String(test.remainder)];
    case 'elemMatch':
      return joined([test.op], [partsOfText(test.filter)]);
    case 'elemMatchValue':
    case 'not':
      return joined([test.op], test.tests.map(testParts));
    case 'geoWithin':
    case 'geoIntersects':
      return test.source === undefined ? null : [test.op, encodeKeyText(test.source)];
    default:
      return [test.op, encodeKeyText(test.value)];
  }
}

function joined(start: Parts, parts: readonly (Parts | null)[]): Parts | null {
  return parts.every((part) => part !== null) ? [...start, ...parts] : null;
}
