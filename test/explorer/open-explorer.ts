import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launchBrowser, openContext } from '../playground/browser.ts';
import { type Gateway, startGateway } from '../playground/gateway.ts';

/** An operation that a page sent. */
export interface SentOperation {
  name: string;
  variables: Record<string, any>;
}

export interface OpenExplorer {
  page: Page;
  /** What was sent to the gateway, in order. */
  sent: SentOperation[];
  /** The addresses of all requests. */
  requested: string[];
  complaints: string[];
}

/** The built gateway with its shipped articles, and a browser for its pages. */
export class Explorer {
  readonly gateway: Gateway;
  readonly #browser: Browser;

  private constructor(gateway: Gateway, browser: Browser) {
    this.gateway = gateway;
    this.#browser = browser;
  }

  static async start(): Promise<Explorer> {
    const gateway = await startGateway();
    return new Explorer(gateway, await launchBrowser());
  }

  /** Opens the explorer at a hash, such as `#country=IQ`, and waits for the bars of its timeline. */
  async open(hash: string, options: BrowserContextOptions = {}): Promise<OpenExplorer> {
    const watched = await openContext(this.#browser, { viewport: { width: 1440, height: 900 }, ...options });
    const page = await watched.context.newPage();
    watchRequests(page);
    const sent: SentOperation[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql')) return;
      const { query, variables } = request.postDataJSON();
      sent.push({ name: /query (\w+)/.exec(query)?.[1] ?? '', variables });
    });
    await page.goto(`${this.gateway.origin}/${hash}`);
    await page.locator('.bars rect').first().waitFor();
    return { page, sent, requested: watched.requested, complaints: watched.complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.gateway.stop();
  }
}

/** The requests of pages that are under way. */
const pending = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const underWay = new Set<Request>();
  pending.set(page, underWay);
  page.on('request', (request) => underWay.add(request));
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
export async function hashOf(page: Page): Promise<URLSearchParams> {
  const drawn = 'new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => drawn(location.hash))))';
  return new URLSearchParams(((await page.evaluate(drawn)) as string).slice(1));
}
