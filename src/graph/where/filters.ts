import type { StoreReader } from '../../store/store-reader.ts';
import type { Entities, Entity } from '../entity.ts';
import type { SurvivorLoader } from '../survivors.ts';
import type { Condition } from './condition.ts';
import type { WhereInput } from './operators.ts';
import { type ParsedWhere, parseWhere } from './parse-where.ts';
import { type Match, resolveCondition } from './resolve-condition.ts';
import { withSurvivors } from './surviving-ids.ts';

/** The filters of one request: the same `where` is read once, and its relations probed once, however many parents ask. */
export interface Filters {
  /** Reads nothing; fails with `BAD_USER_INPUT`. */
  parse(entity: Entity, where: WhereInput | null | undefined): ParsedWhere;
  /** One command for each relation in it, the first time; before them one that finds merges, where it names ids. */
  match(condition: Condition): Promise<Match>;
}

/** `mostProbed` is how many things may meet a relation for it to be asked as a list of ids; 1,000 if it is left out. */
export function createFilters(
  entities: Entities,
  store: StoreReader,
  survivor: SurvivorLoader,
  mostProbed?: number,
): Filters {
  const parsed = new Map<string, ParsedWhere>();
  const matches = new Map<Condition, Promise<Match>>();
  async function resolve(condition: Condition): Promise<Match> {
    return resolveCondition(store, await withSurvivors(condition, survivor), mostProbed);
  }

  return {
    parse(entity, where) {
      const key = `${entity.type} ${JSON.stringify(where ?? {})}`;
      const known = parsed.get(key) ?? parseWhere(entities, entity, where);
      parsed.set(key, known);
      return known;
    },
    match(condition) {
      const known = matches.get(condition) ?? resolve(condition);
      matches.set(condition, known);
      return known;
    },
  };
}
