import { createEvidenceLoader, type EvidenceLoader } from './article/evidence-loader.ts';
import { entities } from './entities.ts';
import type { Entities } from './graph/entity.ts';
import { createEntityLoaders, type EntityLoaders } from './graph/entity-loaders.ts';
import { createEntityRepository, type EntityRepository } from './graph/entity-repository.ts';
import type { SurvivorLoader } from './graph/survivors.ts';
import { createFilters, type Filters } from './graph/where/filters.ts';
import { createReportLoader, type ReportLoader } from './incident/report-loader.ts';
import { createResponsibilityLoader, type ResponsibilityLoader } from './incident/responsibility-loader.ts';
import type { Store } from './store/open-store.ts';
import type { StoreReader } from './store/store-reader.ts';
import { createSurvivorLoader } from './survivor-loader.ts';

/** What a resolver receives. One per request: what was read once is not read again, and nothing outlives the answer. */
export interface GraphContext extends Reading {
  requestId: string;
  /** Where mutations write. */
  writable: WritableStore;
  /** Begins to read anew, with the time of a whole request. */
  openReader(): StoreReader;
  /** See `createFilters`. */
  mostProbed: number | undefined;
}

export type WritableStore = Pick<Store, 'client' | 'database'>;

/** All that holds what was read. */
interface Reading {
  entities: Entities;
  filters: Filters;
  loaders: Loaders;
  /** For the root fields, which have no parents to batch over. */
  repository: EntityRepository;
  store: StoreReader;
}

export interface Loaders extends EntityLoaders {
  survivor: SurvivorLoader;
  evidence: EvidenceLoader;
  reports: ReportLoader;
  responsibility: ResponsibilityLoader;
}

export function createContext(
  requestId: string,
  writable: WritableStore,
  openReader: () => StoreReader,
  mostProbed?: number,
): GraphContext {
  return { requestId, writable, openReader, mostProbed, ...createReading(openReader(), mostProbed) };
}

/** Forgets what was read so far: what is read after a change has to show it. */
export function forgetReads(context: GraphContext): void {
  Object.assign(context, createReading(context.openReader(), context.mostProbed));
}

function createReading(store: StoreReader, mostProbed: number | undefined): Reading {
  const repository = createEntityRepository(store);
  const survivor = createSurvivorLoader(store);
  return {
    entities,
    filters: createFilters(entities, store, survivor, mostProbed),
    repository,
    store,
    loaders: {
      ...createEntityLoaders(entities, repository),
      survivor,
      evidence: createEvidenceLoader(store, entities),
      reports: createReportLoader(store),
      responsibility: createResponsibilityLoader(store),
    },
  };
}
