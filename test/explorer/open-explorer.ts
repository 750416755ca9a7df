import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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

/** Waits until nothing is being loaded or moved. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(700);
  await page.waitForLoadState('networkidle');
}

/** The hash of the address, decoded. */
export function hashOf(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}
