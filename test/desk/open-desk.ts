// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { desktop } from '../explorer/open-explorer.ts';
import { launchBrowser, openContext } from '../playground/browser.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

export const editorToken = 'the-token-of-an-editor-0123456789-abcdef';

export interface OpenDesk {
  page: Page;
  context: BrowserContext;
  /** The addresses of all requests. */
  requested: string[];
  complaints: string[];
}

export interface Desks {
  gateway: TestGateway;
  origin: string;
  /** Opens the desk in a browser context of its own, or as another tab of one. */
  open(options?: BrowserContextOptions, context?: BrowserContext): Promise<OpenDesk>;
  close(): Promise<void>;
}

/** Starts a gateway over these articles, to which an editor may write, and a browser. Needs a build of the pages. */
export async function startDesks(
  articles: readonly object[] = [],
  settings: Parameters<typeof openTestGateway>[0] = {},
): Promise<Desks> {
  const gateway = await openTestGateway({ requestTimeoutMs: 60_000, ingestToken: editorToken, ...settings });
  if (articles.length > 0) await gateway.seed(...articles);
  const origin = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await launchBrowser();
  return {
    gateway,
    origin,
    async open(options = desktop, of) {
      const watched = of
        ? { context: of, requested: [], complaints: [] }
        : await openContext(browser, { acceptDownloads: true, ...options });
      watched.context.setDefaultTimeout(60_000);
      const page = await watched.context.newPage();
      await page.goto(`${origin}/desk`);
      await page.locator('.desk').waitFor();
      return { page, ...watched };
    },
    async close() {
      await browser.close();
      await gateway.close();
    },
  };
}

/** Pastes a text and begins. */
export async function begin(page: Page, text: string, published = '2024-01-15'): Promise<void> {
  await page.getByLabel('Text', { exact: true }).fill(text);
  await page.getByLabel('Published on').fill(published);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.locator('.text').waitFor();
}

/** Selects the words of the text as a mouse does; the `occurrence`th time that they stand there. */
export async function select(page: Page, words: string, occurrence = 1): Promise<void> {
  await page.evaluate(`(() => {
    const box = document.querySelector('.text');
    const words = ${JSON.stringify(words)};
    let at = box.textContent.indexOf(words);
    for (let seen = 1; seen < ${occurrence}; seen++) at = box.textContent.indexOf(words, at + 1);
    if (at < 0) throw new Error('The text has no ' + words);
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = node.data.length;
      if (length <= at && at < length + size) range.setStart(node, at - length);
      if (length < at + words.length && at + words.length <= length + size) range.setEnd(node, at + words.length - length);
      length += size;
    }
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  })()`);
  await page.locator('.selection-bar.has-words').waitFor();
}

/** Presses a button for the selected words, such as “Casualties”. */
export async function make(page: Page, what: string): Promise<void> {
  await page
    .locator('.selection-bar')
    .getByRole('button', { name: new RegExp(`^${what}`) })
    .click();
}

/** Waits until the check has answered for what is shown, and returns its state in words. */
export async function checked(page: Page): Promise<string> {
  await page.locator('.check-state:not(.unknown)').waitFor();
  return page.locator('.check-state').innerText();
}

/** The article as the page would download it. */
export async function downloaded(page: Page): Promise<any> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).first().click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Opens the dialog and enters the editor's token, if none was entered yet. */
export async function reviewAsEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.dialog-body > :is(.changes, .token-form)').first().waitFor();
  if (await dialog.locator('.token-form').count()) {
    await dialog.getByLabel('Token', { exact: true }).fill(editorToken);
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await dialog.locator('.token-form').waitFor({ state: 'detached' });
  }
  await dialog.locator('.dialog-body > .changes').waitFor();
}

/** Publishes, and waits until it is done. */
export async function publishAsEditor(page: Page): Promise<void> {
  await reviewAsEditor(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText(/^Published as version/).waitFor();
}

export const convoyText = `Two soldiers were wounded when a roadside bomb hit their convoy near Mosul Dam on Sunday, the Iraqi army said. "We will find those behind it," Colonel Ali Hassan told reporters.

No group claimed the attack. Iran denied any involvement. Three rockets were fired at a base in Erbil the day before, and at least 12 people were injured.`;

export const storedConvoy = {
  id: 'before',
  version: 3,
  title: 'Before',
  published: '2023-11-12',
  text: 'Iran and Iraq spoke of Mosul Dam.',
  locations: [
    {
      id: 'mosul-dam',
      name: 'Mosul Dam',
      kind: 'INFRASTRUCTURE',
      country: 'IQ',
      point: { latitude: 36.6303, longitude: 42.8231 },
      evidence: ['Mosul Dam'],
    },
  ],
  actors: [
    { id: 'iran', name: 'Iran', kind: 'STATE', country: 'IR', aliases: ['Tehran'], evidence: ['Iran'] },
    { id: 'iraqi-army', name: 'Iraqi army', kind: 'MILITARY', country: 'IQ' },
  ],
};
