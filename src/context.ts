import { createEvidenceLoader, type EvidenceLoader } from './article/evidence-loader.ts';
import { entities, entitiesWithoutTexts } from './entities.ts';
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
  /** Whether the texts of articles are for who asks. */
  readsTexts: boolean;
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

/** What is the same for all that reads for one request. */
type ReadingOptions = Pick<GraphContext, 'openReader' | 'readsTexts' | 'mostProbed'>;

export function createContext(
  requestId: string,
  writable: WritableStore,
  { openReader, readsTexts, mostProbed }: Omit<ReadingOptions, 'mostProbed'> & { mostProbed?: number | undefined },
): GraphContext {
  const options = { openReader, readsTexts, mostProbed };
  return { requestId, writable, ...options, ...createReading(options) };
}

/** Forgets what was read so far: what is read after a change has to show it. */
export function forgetReads(context: GraphContext): void {
  Object.assign(context, createReading(context));
}

function createReading({ openReader, readsTexts, mostProbed }: ReadingOptions): Reading {
  const store = openReader();
  const known = readsTexts ? entities : entitiesWithoutTexts;
  const repository = createEntityRepository(store);
  const survivor = createSurvivorLoader(store);
  return {
    entities: known,
    filters: createFilters(known, store, survivor, mostProbed),
    repository,
    store,
    loaders: {
      ...createEntityLoaders(known, repository),
      survivor,
      evidence: createEvidenceLoader(store, known),
      reports: createReportLoader(store),
      responsibility: createResponsibilityLoader(store),
    },
  };
}
