import type { Step } from './recording.ts';

/** Keys whose strings name a collection or a path, or choose how an operator works. */
const named = new Set([
  'from',
  'coll',
  'localField',
  'foreignField',
  'as',
  'path',
  'unit',
  'format',
  'options',
  'level',
]);
/** Keys of documents whose numbers are directions, or say which fields to return. */
const directed = new Set(['sort', '$sort', 'projection', '$project', 'key']);
/** Keys of stored documents: their fields follow from the articles. */
const stored = new Set(['documents', 'u', 'replacement']);

/**
 * Returns the form of a command, for people too: its name and collection, and the rest as JSON with the type of a value
 * in place of the value. Paths, operators, directions and switches stay. Equal forms next to each other in a list count
 * once.
 */
export function shapeOf({ command, transaction }: Pick<Step, 'command' | 'transaction'>): string {
  const [[name = '', collection] = [], ...options] = Object.entries(command);
  const rest = options.map(([key, value]) => `${key}: ${JSON.stringify(shapeIn(value, key, false))}`);
  const subject = typeof collection === 'string' ? `${name} ${collection}` : name;
  return `${subject}${transaction === undefined ? '' : ' in a transaction'} ${rest.join(', ')}`.trimEnd();
}

function shapeIn(value: unknown, key: string, isDirected: boolean): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.startsWith('$') || named.has(key) ? value : 'string';
  if (typeof value === 'number') return isDirected ? value : 'number';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'pattern';
  if (Array.isArray(value)) {
    if (key === 'documents') return ['document'];
    const shapes = value.map((each) => shapeIn(each, key, isDirected));
    return shapes.filter((shape, index) => index === 0 || JSON.stringify(shape) !== JSON.stringify(shapes[index - 1]));
  }
  if (typeof value !== 'object' || '_bsontype' in value) return typeof value === 'object' ? 'value' : typeof value;
  const entries = Object.entries(value);
  if (stored.has(key) && !entries.some(([name]) => name.startsWith('$'))) return 'document';
  const directs = isDirected || directed.has(key);
  return Object.fromEntries(entries.map(([name, each]) => [name, shapeIn(each, name, directs)]));
}
