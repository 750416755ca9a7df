import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import { nodeTypes, parseNodeId } from './node-id.ts';
import { plainFilter } from './where/compile-filter.ts';
import { all, any, type Condition, everything, not, test } from './where/condition.ts';
import { definedEntries, parseIds, parseOperators, type WhereInput } from './where/operators.ts';

const maxLevels = 20;

/** Returns the store's filter for a `ChangeWhere`. Null inputs are ignored. Throws `BAD_USER_INPUT` with the path. */
export function changeFilter(where: WhereInput): Document {
  return plainFilter(parseInput(where, 'where', 1));
}

function parseInput(where: WhereInput, argument: string, level: number): Condition {
  if (level > maxLevels) throw badUserInput(argument, `at most ${maxLevels} levels deep`, level);
  return all(
    definedEntries(where).map(([name, value]) => parseEntry(name, value as WhereInput, `${argument}.${name}`, level)),
  );
}

function parseEntry(name: string, value: WhereInput, argument: string, level: number): Condition {
  const inputs = () =>
    (value as unknown as WhereInput[]).map((input, index) => parseInput(input, `${argument}.${index}`, level + 1));
  switch (name) {
    case 'and':
      return all(inputs());
    case 'or':
      return any(inputs());
    case 'not':
      return not(parseInput(value, argument, level + 1));
    case 'type':
      return parseOperators(value, argument, 'type', typeNamed);
    case 'op':
      return parseOperators(value, argument, 'op', (op) => op);
    case 'id':
      return idCondition(parseOperators(value, argument, 'id', parseGlobalId));
    case 'cause': {
      const { article } = value as { article?: WhereInput | null };
      return article == null ? everything : parseIds('Article', article, `${argument}.article`, 'cause.article');
    }
    default:
      throw new Error(`No field for ${argument}`);
  }
}

/** Types are stored by the names of the GraphQL types. */
function typeNamed(value: unknown): unknown {
  return nodeTypes.find((type) => type.toUpperCase() === value);
}

function parseGlobalId(id: unknown, argument: string): unknown {
  const parsed = parseNodeId(String(id));
  if (!parsed) throw badUserInput(argument, `an id with its type (${nodeTypes.join(', ')}), such as Actor:iran`, id);
  return parsed;
}

/** A line holds the type and the slug of its entity apart. */
function idCondition(condition: Condition): Condition {
  if (condition.kind === 'test') {
    if (condition.operator === 'exists') return condition;
    const ids = (Array.isArray(condition.value) ? condition.value : [condition.value]) as NodeIdOperand[];
    return any(ids.map(({ type, slug }) => all([test('type', 'eq', type), test('id', 'eq', slug)])));
  }
  if (condition.kind === 'not') return not(idCondition(condition.of));
  if (condition.kind !== 'all' && condition.kind !== 'any') throw new Error('An id is no list');
  return { ...condition, of: condition.of.map(idCondition) };
}

interface NodeIdOperand {
  type: string;
  slug: string;
}
