import type { StoreReader } from '../../store/store-reader.ts';
import type { Entities, Entity } from '../entity.ts';
import type { Condition } from './condition.ts';
import { type ParsedWhere, parseWhere, type WhereInput } from './parse-where.ts';
import { type Match, resolveCondition } from './resolve-condition.ts';

/** The filters of one request: the same `where` is read once, and its relations probed once, however many parents ask. */
export interface Filters {
  /** Reads nothing; fails with `BAD_USER_INPUT`. */
  parse(entity: Entity, where: WhereInput | null | undefined): ParsedWhere;
  /** One command for each relation in it, the first time. */
  match(condition: Condition): Promise<Match>;
}

export function createFilters(entities: Entities, store: StoreReader): Filters {
  const parsed = new Map<string, ParsedWhere>();
  const matches = new Map<Condition, Promise<Match>>();
  return {
    parse(entity, where) {
      const key = `${entity.type} ${JSON.stringify(where ?? {})}`;
      const known = parsed.get(key) ?? parseWhere(entities, entity, where);
      parsed.set(key, known);
      return known;
    },
    match(condition) {
      const known = matches.get(condition) ?? resolveCondition(store, condition);
      matches.set(condition, known);
      return known;
    },
  };
}
