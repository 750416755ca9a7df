import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ExecutionResult } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorText, hasBrowser, launchBrowser, openContext } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { type PlaygroundQuery, playgroundQueries, titleOf } from './queries.ts';

const name = hasBrowser
  ? 'the playground in Chromium'
  : 'the playground in Chromium (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(name, () => {
  let gateway: Gateway;
  let browser: Browser;
  let page: Page;
  let requested: string[];
  let complaints: string[];

  beforeAll(async () => {
    gateway = await startGateway();
    browser = await launchBrowser();
    const watched = await openContext(browser, { viewport: { width: 1440, height: 900 } });
    ({ requested, complaints } = watched);
    page = await watched.context.newPage();
    await page.goto(`${gateway.origin}/graphql`);
    await page.waitForSelector('.graphiql-query-editor .view-line');
  }, 60_000);

  afterAll(async () => {
    await page?.screenshot({ path: join(tmpdir(), 'incident-graph-playground.png') }); // for manual inspection
    await browser?.close();
    await gateway?.stop();
  });

  it('opens with a tab for each query about the first article, named as its operation', async () => {
    const titles = await page.locator('.graphiql-tab-button').allInnerTexts();
    expect(titles).toEqual(playgroundQueries.slice(0, 7).map(({ text }) => operationName(text)));
  });

  it.each(playgroundQueries)(
    'shows the response to $file that any client gets',
    { timeout: 20_000 },
    async (example) => {
      const { text } = example;
      await openQuery(example);
      expect(await editorText(page, 'operation.graphql')).toBe(text);
      await page.locator('.graphiql-query-editor .view-lines').click();
      // The remaining budget differs in each response.
      const { extensions: _, ...expected } = await ask(gateway, text);
      expect(expected.errors).toBeUndefined();
      expect(Object.values(expected.data ?? {})).toEqual([expect.any(Object)]);
      // GraphiQL applies a change of tab after 100 ms. An earlier run executes the other tab's operation, so run again.
      const runUntilShown = async () => {
        const { extensions: _, ...shown } = (parse(await editorText(page, 'response.json')) ?? {}) as {
          extensions?: object;
        };
        if (!isDeepStrictEqual(shown, expected)) await page.keyboard.press('Control+Enter');
        return shown;
      };
      await expect.poll(runUntilShown, { interval: 400, timeout: 15_000 }).toEqual(expected);
      const visibleLines = page.locator('.result-window .view-lines');
      await expect.poll(() => visibleLines.textContent()).toMatch(/"data":\s\{/);
    },
  );

  /** Opens the query as its tab, or from the menu. */
  async function openQuery(example: PlaygroundQuery): Promise<void> {
    const tab = page.getByRole('tab', { name: operationName(example.text) });
    if ((await tab.count()) > 0) return tab.click();
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: titleOf(example), exact: true }).click();
    await tab.waitFor();
  }

  it('explains the schema, builds queries and remembers them', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toContain('incidents');
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toContain('statements');
    await page.getByRole('button', { name: 'Show History' }).click();
    for (const { text } of playgroundQueries) {
      await page
        .locator('.graphiql-history-item', { hasText: operationName(text) })
        .first()
        .waitFor();
    }
  });

  it('sends requests only to the gateway', () => {
    const elsewhere = requested.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== gateway.origin);
    expect(requested.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });

  it('logs no errors and does not violate the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});

function operationName(query: string): string {
  return query.match(/^query (\w+)/m)?.[1] ?? '';
}

async function ask({ origin }: Gateway, query: string): Promise<ExecutionResult> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as ExecutionResult;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
