import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { hasBrowser, launchBrowser, openContext, type WatchedContext } from '../playground/browser.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { type ClientProject, createClientProject } from './client-project.ts';

const convoy = 'Incident:convoy-mosul-dam-2023-11-09';

let project: ClientProject;
let pages: FastifyInstance;
let origin: string;
let gateway: TestGateway;
let url: string;
let methods: (string | undefined)[];

beforeAll(async () => {
  project = createClientProject();
  cpSync(join(packageRoot, 'test/clients/app'), project.folder, { recursive: true });
  mkdirSync(join(project.folder, 'dist'));
  pages = fastify();
  pages.register(fastifyStatic, { root: join(project.folder, 'dist') });
  origin = await pages.listen({ host: '127.0.0.1', port: 0 });

  gateway = await openTestGateway({ http: { corsOrigins: [origin] } });
  await gateway.seed(
    JSON.parse(readFileSync(join(packageRoot, 'seed/articles/us-troops-iraq-2023-11-12.json'), 'utf8')),
  );
  url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  methods = [];
  gateway.app.server.on('request', ({ method }) => methods.push(method));
  project.write('.env', `VITE_GATEWAY_URL=${url}\n`);
  expect(project.run('graphql-codegen', ['--config', 'codegen.ts'])).toMatchObject({ code: 0 });
}, 120_000);
afterAll(async () => {
  project.remove();
  await pages.close();
  await gateway.close();
});

describe('the app that follows docs/front-end.md', () => {
  it('compiles in strict mode', () => {
    expect(project.run('tsc', ['--pretty', 'false'])).toEqual({ code: 0, output: '' });
  });
});

const title = hasBrowser
  ? 'the app that follows docs/front-end.md, in a browser'
  : 'the app that follows docs/front-end.md, in a browser (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(title, () => {
  let browser: Browser;
  let page: Page;
  let watched: WatchedContext;

  beforeAll(async () => {
    // The development builds of React and Apollo Client print warnings.
    const built = project.run('vite', ['build', '--logLevel', 'error'], { NODE_ENV: 'development' });
    expect(built).toEqual({ code: 0, output: '' });
    browser = await launchBrowser();
    watched = await openContext(browser, {});
    page = await watched.context.newPage();
    await page.goto(origin);
  }, 120_000);
  afterAll(() => browser?.close());

  const queries = () => watched.requested.filter((requested) => requested.startsWith(url));
  const titles = () => page.getByRole('region', { name: 'Incidents' }).getByRole('link').allTextContents();
  const text = (region: string) => page.getByRole('region', { name: region }).textContent();

  it('shows the first incidents, and loads more until the end', async () => {
    const { incidents } = await gateway.ask(
      '{ incidents(first: 100, orderBy: [{ field: DATE, direction: DESC }]) { nodes { title } } }',
    );
    const all = incidents.nodes.map((node: any) => node.title);
    expect(all.length).toBeGreaterThan(4);
    for (let shown = 2; ; shown += 2) {
      await expect.poll(titles).toEqual(all.slice(0, shown));
      expect(queries()).toHaveLength(shown / 2);
      if (shown >= all.length) break;
      await page.getByRole('button', { name: 'Load more' }).click();
    }
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('opens an incident with one request for each of its two components', async () => {
    const before = queries().length;
    await open(`#/${convoy}`);
    await expect.poll(() => text('People')).toContain('US-led coalition: TARGET');
    await expect.poll(() => text('Sources')).toContain('a drone assault on a US-led coalition convoy near Mosul Dam');
    expect(await text('People')).toMatch(/2023-11-09.*INJURED: 3/);
    expect(await text('Sources')).toMatch(/When: Thursday.*How many: three/);
    expect(queries()).toHaveLength(before + 2);
  });

  it('sends nothing for what it has shown before', async () => {
    const before = queries().length;
    const shown = [await text('People'), await text('Sources')];
    await page.getByRole('link', { name: 'All incidents' }).click();
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(4);
    await open(`#/${convoy}`);
    await expect.poll(async () => [await text('People'), await text('Sources')]).toEqual(shown);
    expect(queries()).toHaveLength(before);
  });

  it('sends only queries that need no preflight', () => {
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(methods).toHaveLength(queries().length);
  });

  it('logs no error and no warning', () => expect(watched.complaints).toEqual([]));

  it('says which id is unknown or wrong', async () => {
    await open('#/Incident:nobody-knows');
    await expect.poll(() => page.textContent('main')).toContain('No incident has this id.');
    await open('#/Actor:iran');
    await expect.poll(() => page.getByRole('alert').first().textContent()).toMatch(/Actor:iran.*\(BAD_USER_INPUT\)/);
  });

  it('says that the gateway refuses an origin that it does not list', async () => {
    const stranger = fastify();
    stranger.register(fastifyStatic, { root: join(project.folder, 'dist') });
    const elsewhere = await openContext(browser, {});
    const foreign = await elsewhere.context.newPage();
    await foreign.goto(await stranger.listen({ host: '127.0.0.1', port: 0 }));
    await expect.poll(() => foreign.getByRole('alert').textContent()).toContain('The gateway cannot be reached');
    await elsewhere.context.close();
    await stranger.close();
  });

  async function open(hash: string): Promise<void> {
    await page.evaluate((to) => {
      (globalThis as unknown as { location: { hash: string } }).location.hash = to;
    }, hash);
  }
});
