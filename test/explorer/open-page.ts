import { readdir, readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openContext } from '../playground/browser.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

export interface TestPages {
  gateway: TestGateway;
  origin: string;
  /** Opens the explorer at a hash, in a context of its own, which records what the page asks for and complains about. */
  open(hash: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  page: Page;
  requested: string[];
  complaints: string[];
}

export const desktop = { viewport: { width: 1440, height: 900 } };
export const laptop = { viewport: { width: 1024, height: 768 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Starts a gateway over these articles and a browser that reaches no other host. Needs a build of the pages. */
export async function openPages(
  articles: readonly object[],
  settings: Parameters<typeof openTestGateway>[0] = {},
): Promise<TestPages> {
  const gateway = await openTestGateway({ requestTimeoutMs: 60_000, ...settings });
  await gateway.seed(...articles);
  const origin = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await launchBrowser();
  return {
    gateway,
    origin,
    async open(hash, options = desktop) {
      const { context, requested, complaints } = await openContext(browser, options);
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      await page.goto(`${origin}/${hash}`);
      return { page, requested, complaints };
    },
    async close() {
      await browser.close();
      await gateway.close();
    },
  };
}

/** The articles of seed/articles/demo: a claim, a denial, a corrected toll, retractions, three languages. */
export async function demoArticles(): Promise<object[]> {
  const folder = new URL('../../seed/articles/demo/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))));
}
