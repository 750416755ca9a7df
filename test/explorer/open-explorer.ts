import { readdir, readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launchBrowser, openContext, type WatchedContext } from '../playground/browser.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

export const desktop = { viewport: { width: 1440, height: 900 } };
export const laptop = { viewport: { width: 1024, height: 768 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A gateway with a browser for its pages. */
export interface RunningExplorer {
  gateway: TestGateway;
  origin: string;
  browser: Browser;
  /** Opens the explorer at a hash in a context of its own, and waits until it shows something. */
  open(hash?: string, options?: BrowserContextOptions): Promise<OpenExplorer>;
  stop(): Promise<void>;
}

export interface OpenExplorer extends WatchedContext {
  page: Page;
  /** The operations that the page sent, in order. */
  sent: SentOperation[];
}

export interface SentOperation {
  name: string;
  variables: Record<string, any>;
}

/** Starts a gateway over some articles and a browser that reaches no other host. Needs a build of the pages. */
export async function startExplorer(
  articles: readonly object[],
  settings: Parameters<typeof openTestGateway>[0] = {},
): Promise<RunningExplorer> {
  const gateway = await openTestGateway({ requestTimeoutMs: 60_000, ...settings });
  await gateway.seed(...articles);
  const origin = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchBrowser();
  return {
    gateway,
    origin,
    browser,
    async open(hash = '', options = desktop) {
      const watched = await openContext(browser, options);
      watched.context.setDefaultTimeout(60_000);
      const page = await watched.context.newPage();
      const sent = operationsOf(page);
      watchRequests(page);
      await page.goto(`${origin}/${hash}`);
      await shown(page);
      return { ...watched, page, sent };
    },
    async stop() {
      await browser.close();
      await gateway.close();
    },
  };
}

/** The shipped article about Iraq and those of the demo. */
export async function shippedArticles(): Promise<object[]> {
  const file = new URL('../../seed/articles/us-troops-iraq-2023-11-12.json', import.meta.url);
  return [JSON.parse(await readFile(file, 'utf8')), ...(await demoArticles())];
}

/** The articles of seed/articles/demo: a claim, a denial, a corrected toll, retractions, three languages. */
export async function demoArticles(): Promise<object[]> {
  const folder = new URL('../../seed/articles/demo/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))));
}

/** A list of the operations that a page sends from now on. */
function operationsOf(page: Page): SentOperation[] {
  const sent: SentOperation[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const { query, variables } = request.postDataJSON();
    sent.push({ name: /query (\w+)/.exec(query)?.[1] ?? '', variables });
  });
  return sent;
}

/** Waits until the list or a dossier is there, and nothing is loading. */
export async function shown(page: Page): Promise<void> {
  await page.locator('.incident, .no-results, .failure, .dossier').first().waitFor();
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))'); // a change is drawn
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** The requests of pages that are under way, but for streams of events. */
const pending = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const underWay = new Set<Request>();
  pending.set(page, underWay);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
}

/** Resolves once the page has not changed for half a second. */
const unchanged = `new Promise((resolve) => {
  let timer;
  const observer = new MutationObserver(restart);
  function restart() {
    clearTimeout(timer);
    timer = setTimeout(() => { observer.disconnect(); resolve(); }, 500);
  }
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  restart();
})`;

/** Waits until nothing is being loaded or moved. */
export async function settle(page: Page): Promise<void> {
  do await page.evaluate(unchanged);
  while (pending.get(page)?.size);
}

/** The hash of the address, decoded, once what was pressed or clicked has been drawn. */
export async function hashOf(page: Page): Promise<string> {
  return decodeURIComponent(await drawnHash(page));
}

/** The keys and values of the hash, once what was pressed or clicked has been drawn. */
export async function stateOf(page: Page): Promise<URLSearchParams> {
  return new URLSearchParams((await drawnHash(page)).slice(1));
}

function drawnHash(page: Page): Promise<string> {
  return page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => drawn(location.hash))))');
}
