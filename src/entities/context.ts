import type { Entities } from '../query/entity.ts';
import { type EntityLoaders, RequestEntityLoaders } from '../query/entity-loaders.ts';
import { createEntityRepository, type EntityRepository } from '../query/entity-repository.ts';
import { createSurvivorLoader } from '../query/survivor-loader.ts';
import type { SurvivorLoader } from '../query/survivors.ts';
import { createFilters, type Filters } from '../query/where/filters.ts';
import type { Store } from '../store/open-store.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { createEvidenceLoader, type EvidenceLoader } from './article/evidence-loader.ts';
import { createHistoryLoader, type HistoryLoader } from './change/history-loader.ts';
import { entities, entitiesWithoutText } from './entities.ts';
import { createReportLoader, type ReportLoader } from './incident/report-loader.ts';
import { createResponsibilityLoader, type ResponsibilityLoader } from './incident/responsibility-loader.ts';

/**
 * What a resolver receives, one per request. Documents are read once per request, and nothing but summaries (`aggregateCached`) outlives the response.
 */
export interface GraphContext extends Reading {
  requestId: string;
  /** Where mutations write. */
  writable: WritableStore;
  /** Opens a new reader, whose deadline starts now. `afterWrite`: it sees all that was written before. */
  openReader(options: { afterWrite: boolean }): StoreReader;
  /** Whether the client may read the texts of articles. */
  readsTexts: boolean;
}

export interface WritableStore extends Pick<Store, 'client' | 'database'> {
  /** How long a mutation may wait for other writers. */
  timeoutMs: number;
}

/** Everything that caches reads. */
interface Reading {
  entities: Entities;
  filters: Filters;
  loaders: Loaders;
  /** For the root fields, which have no parents to batch over. */
  repository: EntityRepository;
  /** The server closes it with the response. */
  store: StoreReader;
}

export interface Loaders extends EntityLoaders {
  survivor: SurvivorLoader;
  evidence: EvidenceLoader;
  history: HistoryLoader;
  reports: ReportLoader;
  responsibility: ResponsibilityLoader;
}

/** The options that do not change within a request. */
type ReadingOptions = Pick<GraphContext, 'openReader' | 'readsTexts'>;

export function createContext(requestId: string, writable: WritableStore, options: ReadingOptions): GraphContext {
  return { requestId, writable, ...options, ...createReading(options, options.openReader({ afterWrite: false })) };
}

/** Discards everything read so far, so that reads after a change see it. */
export function forgetReads(context: GraphContext): void {
  context.store.close();
  Object.assign(context, createReading(context, context.openReader({ afterWrite: true })));
}

/** Discards everything read so far, to read all again from a newer state before the same deadline. */
export function readAgain(context: GraphContext): void {
  Object.assign(context, createReading(context, context.store.again()));
}

function createReading({ readsTexts }: ReadingOptions, store: StoreReader): Reading {
  const visible = readsTexts ? entities : entitiesWithoutText;
  const repository = createEntityRepository(store);
  const survivor = createSurvivorLoader(store);
  return {
    entities: visible,
    filters: createFilters(visible, store, survivor),
    repository,
    store,
    loaders: new RequestLoaders(store, visible, repository, survivor),
  };
}

class RequestLoaders extends RequestEntityLoaders implements Loaders {
  readonly survivor: SurvivorLoader;
  readonly #store: StoreReader;
  readonly #entities: Entities;
  #evidence: EvidenceLoader | undefined;
  #history: HistoryLoader | undefined;
  #reports: ReportLoader | undefined;
  #responsibility: ResponsibilityLoader | undefined;

  constructor(store: StoreReader, entities: Entities, repository: EntityRepository, survivor: SurvivorLoader) {
    super(entities, repository);
    this.survivor = survivor;
    this.#store = store;
    this.#entities = entities;
  }

  get evidence(): EvidenceLoader {
    this.#evidence ??= createEvidenceLoader(this.#store, this.#entities);
    return this.#evidence;
  }

  get history(): HistoryLoader {
    this.#history ??= createHistoryLoader(this.#store);
    return this.#history;
  }

  get reports(): ReportLoader {
    this.#reports ??= createReportLoader(this.#store);
    return this.#reports;
  }

  get responsibility(): ResponsibilityLoader {
    this.#responsibility ??= createResponsibilityLoader(this.#store);
    return this.#responsibility;
  }
}
