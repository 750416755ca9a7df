import type { StoreReader } from '../../store/store-reader.ts';
import type { Entities, Entity } from '../entity.ts';
import type { SurvivorLoader } from '../survivors.ts';
import { type Condition, everything } from './condition.ts';
import type { WhereInput } from './operators.ts';
import { type ParsedWhere, parseWhere } from './parse-where.ts';
import { resolveCondition } from './resolve-condition.ts';
import type { Match } from './store-match.ts';
import { withSurvivors } from './surviving-ids.ts';

/** The filters of one request. The same `where` is parsed once, and its relations are probed once, for all parents. */
export interface Filters {
  /** Parses a `where` without reading anything. Throws `BAD_USER_INPUT`. */
  parse(entity: Entity, where: WhereInput | null | undefined): ParsedWhere;
  /**
   * Resolves a condition. Costs at most one command per relation, and one or more for merges if it names ids. The same
   * condition costs nothing the second time.
   */
  match(condition: Condition): Promise<Match>;
}

/** What most lists have: no `where`. */
const unfiltered: ParsedWhere = { condition: everything, texts: [] };
const matchesAll: Promise<Match> = Promise.resolve({ filter: {}, stages: [] });

export function createFilters(entities: Entities, store: StoreReader, survivor: SurvivorLoader): Filters {
  const parsed = new Map<string, ParsedWhere>();
  const matches = new Map<Condition, Promise<Match>>();
  async function resolve(condition: Condition): Promise<Match> {
    return resolveCondition(store, await withSurvivors(condition, survivor));
  }

  return {
    parse(entity, where) {
      if (where == null) return unfiltered;
      const key = `${entity.type} ${JSON.stringify(where ?? {})}`;
      const cached = parsed.get(key) ?? parseWhere(entities, entity, where);
      parsed.set(key, cached);
      return cached;
    },
    match(condition) {
      if (condition === everything) return matchesAll;
      const cached = matches.get(condition) ?? resolve(condition);
      matches.set(condition, cached);
      return cached;
    },
  };
}
