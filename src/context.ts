import { createEvidenceLoader, type EvidenceLoader } from './article/evidence-loader.ts';
import { entities } from './entities.ts';
import type { Entities } from './graph/entity.ts';
import { createEntityLoaders, type EntityLoaders } from './graph/entity-loaders.ts';
import { createEntityRepository, type EntityRepository } from './graph/entity-repository.ts';
import { createFilters, type Filters } from './graph/where/filters.ts';
import { createReportLoader, type ReportLoader } from './incident/report-loader.ts';
import { createResponsibilityLoader, type ResponsibilityLoader } from './incident/responsibility-loader.ts';
import type { StoreReader } from './store/store-reader.ts';

/** What a resolver receives. One per request: what was read once is not read again, and nothing outlives the answer. */
export interface GraphContext {
  requestId: string;
  entities: Entities;
  filters: Filters;
  loaders: Loaders;
  /** For the root fields, which have no parents to batch over. */
  repository: EntityRepository;
  store: StoreReader;
}

export interface Loaders extends EntityLoaders {
  evidence: EvidenceLoader;
  reports: ReportLoader;
  responsibility: ResponsibilityLoader;
}

export function createContext(requestId: string, store: StoreReader): GraphContext {
  const repository = createEntityRepository(store);
  return {
    requestId,
    entities,
    filters: createFilters(entities, store),
    repository,
    store,
    loaders: {
      ...createEntityLoaders(entities, repository),
      evidence: createEvidenceLoader(store, entities),
      reports: createReportLoader(store),
      responsibility: createResponsibilityLoader(store),
    },
  };
}
