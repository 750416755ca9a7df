import type { MergedType } from '../../query/merges.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { type AssertionDocument, type AssertionsById, assertionsById } from '../fold/assertion.ts';
import { createDrafts, type Drafts } from './change-set.ts';
import type { StoreView } from './store-view.ts';

/** Drafts of assertions, which are loaded for whole entities. */
export interface AssertionDrafts extends Omit<Drafts<AssertionDocument>, 'load'> {
  /** Loads all assertions about these entities, given by slug. */
  loadEntities(type: MergedType, ids: Iterable<string>): Promise<void>;
  /** Returns the assertions about these entities as they will be, by slug, oldest first. All of them must be loaded. */
  ofEntities<T>(type: MergedType, ids: Iterable<string>): AssertionsById<T>;
}

export function createAssertionDrafts(view: StoreView): AssertionDrafts {
  const drafts = createDrafts<AssertionDocument>(view, 'accounts');
  /** The ids of the known assertions, by entity. */
  const known = new Map<string, Set<string>>();
  const complete = new Set<string>();

  function learn(ids: Iterable<string>): void {
    for (const id of ids) {
      const entity = entityOf(id);
      const assertions = known.get(entity);
      if (assertions) assertions.add(id);
      else known.set(entity, new Set([id]));
    }
  }

  return {
    ...drafts,
    assumeAbsent(ids) {
      const absent = [...ids];
      drafts.assumeAbsent(absent);
      learn(absent);
    },
    async loadEntities(type, ids) {
      const entities = [...ids].map((id) => formatNodeId(type, id)).filter((entity) => !complete.has(entity));
      if (entities.length === 0) return;
      learn(await drafts.loadAny('thing', entities));
      for (const entity of entities) complete.add(entity);
    },
    ofEntities(type, ids) {
      const entities = [...ids].map((id) => formatNodeId(type, id));
      const assertions = entities.flatMap((entity) => [...(known.get(entity) ?? [])]);
      return assertionsById(
        type,
        assertions.flatMap((id) => drafts.get(id) ?? []),
      );
    },
  };
}

/** Returns the entity that an assertion is about, such as `Location:iraq`. */
export function entityOf(assertion: string): string {
  return assertion.slice(0, assertion.indexOf('='));
}
