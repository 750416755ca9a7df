import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openContext, type WatchedContext } from '../playground/browser.ts';
import { openTestGateway } from '../support/gateway.ts';
import { demoArticles, desktop, laptop, phone } from './open-page.ts';

export { desktop, laptop, phone };

export interface RunningExplorer {
  gateway: { origin: string };
  browser: Browser;
  stop(): Promise<void>;
}

/** Starts a gateway over the shipped article about Iraq, the demo, and `more` articles, and a browser. Needs a build of the pages. */
export async function startExplorer(...more: object[]): Promise<RunningExplorer> {
  const iraq = await readFile(new URL('../../seed/articles/us-troops-iraq-2023-11-12.json', import.meta.url), 'utf8');
  const gateway = await openTestGateway({ requestTimeoutMs: 60_000 });
  await gateway.seed(JSON.parse(iraq), ...(await demoArticles()), ...more);
  const origin = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchBrowser();
  return {
    gateway: { origin },
    browser,
    async stop() {
      await browser.close();
      await gateway.close();
    },
  };
}

export interface Explorer extends WatchedContext {
  page: Page;
}

/** Opens the explorer at a hash in a context of its own, and waits until it shows something. */
export async function openExplorer(
  browser: Browser,
  origin: string,
  hash = '',
  options: BrowserContextOptions = desktop,
): Promise<Explorer> {
  const watched = await openContext(browser, options);
  const page = await watched.context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/${hash}`);
  await shown(page);
  return { ...watched, page };
}

/** Waits until the list or a dossier is there, and nothing is loading. */
export async function shown(page: Page): Promise<void> {
  await page.locator('.incident, .no-results, .failure, .dossier').first().waitFor();
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))'); // a change is drawn
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** The hash of the address, decoded. */
export async function hashOf(page: Page): Promise<string> {
  return decodeURIComponent((await page.evaluate('location.hash')) as string);
}
