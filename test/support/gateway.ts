import type { FastifyInstance } from 'fastify';
import type { AuthConfig } from '../../src/auth-config.ts';
import { createGateway } from '../../src/create-gateway.ts';
import type { HttpConfig } from '../../src/http-config.ts';
import { parseArticles } from '../../src/ingest/parse-articles.ts';
import { formatRefusal } from '../../src/ingest/refusal.ts';
import { writeArticles } from '../../src/ingest/write-articles.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface TestGateway {
  store: TestStore;
  app: FastifyInstance;
  /** Takes articles as a file would give them; throws when one is refused. */
  seed(...articles: object[]): Promise<void>;
  /** The data of a query's answer; throws when it has errors. */
  ask(query: string, variables?: object): Promise<any>;
  /** The whole answer. */
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
  maxCost: 100_000,
  debugStore: false,
  logLevel: 'silent',
  production: false,
} as const;

/** A gateway over an empty store of its own, asked through its HTTP face. */
export async function openTestGateway({
  mostProbed,
  ...overrides
}: Partial<{
  mostProbed: number;
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
  const app = await createGateway(
    store,
    { ...testSettings, ...overrides },
    { ...(mostProbed !== undefined && { mostProbed }) },
  );
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
      const parsed = [...parseArticles({ file: 'test.json', bytes: Buffer.from(JSON.stringify(articles)) })];
      const refusals = parsed.flatMap((each) => each.refusals ?? []);
      if (refusals.length > 0) throw new Error(refusals.map(formatRefusal).join('\n'));
      await writeArticles(
        store.database,
        store.client,
        parsed.flatMap((each) => each.article ?? []),
        { dryRun: false },
      );
      store.takeCommands();
    },
    async close() {
      await app.close();
      await store.close();
    },
  };
}
