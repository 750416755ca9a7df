import type { FastifyInstance } from 'fastify';
import type { AuthConfig } from '../../src/config/auth-config.ts';
import type { HttpConfig } from '../../src/config/http-config.ts';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { formatRejection } from '../../src/ingest/json/rejection.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface TestGateway {
  store: TestStore;
  app: FastifyInstance;
  /** Seeds articles as written in files; throws if one is rejected. */
  seed(...articles: object[]): Promise<void>;
  /** Returns the data of a query; throws if it has errors. */
  ask(query: string, variables?: object): Promise<any>;
  /** Returns the whole response. */
  answer(query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  data?: any;
  extensions?: { cost?: { requested: number; limit: number }; store?: any };
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; [key: string]: unknown } }[];
}

export const testSettings = {
  requestTimeoutMs: 10_000,
  mutationTimeoutMs: 10_000,
  maxCost: 100_000,
  debugStore: false,
  logLevel: 'silent',
  production: false,
  ...(process.env.TEST_EXECUTOR === 'graphql-js' && { executor: 'graphql-js' as const }),
} as const;

/** Parses articles as written in files; throws if one is rejected. */
export function parseAll(articles: readonly object[]): ArticleVersion[] {
  const parsed = [...parseArticles({ file: 'test.json', bytes: Buffer.from(JSON.stringify(articles)) })];
  const rejections = parsed.flatMap((each) => each.rejections ?? []);
  if (rejections.length > 0) throw new Error(rejections.map(formatRejection).join('\n'));
  return parsed.flatMap((each) => each.article ?? []);
}

/** Opens a gateway over an empty store. Queries go through HTTP. */
export async function openTestGateway({
  ...overrides
}: Partial<{
  requestTimeoutMs: number;
  maxCost: number;
  ingestToken: string;
  auth: AuthConfig;
  privateText: boolean;
  http: Partial<HttpConfig>;
  debugStore: boolean;
  production: boolean;
}> = {}): Promise<TestGateway> {
  const store = await openTestStore();
  const app = await createGateway(store, { ...testSettings, ...overrides });
  const answer = async (query: string, variables?: object): Promise<Answer> => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    return { status: response.statusCode, ...response.json() };
  };
  return {
    store,
    app,
    answer,
    async ask(query, variables) {
      const { data, errors } = await answer(query, variables);
      if (errors) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`);
      return data;
    },
    async seed(...articles) {
      await writeArticles(store.database, store.client, parseAll(articles), { dryRun: false });
      store.takeCommands();
    },
    async close() {
      await app.close();
      await store.close();
    },
  };
}
