import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ExecutionResult } from 'graphql';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from './gateway.ts';
import { playgroundQueries } from './queries.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const name = executablePath
  ? 'the playground in Chromium'
  : 'the playground in Chromium (skipped: no browser is installed)';

describe.skipIf(executablePath === undefined)(name, () => {
  let gateway: Gateway;
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    gateway = await startGateway();
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.on('request', (request) => requested.push(request.url()));
    context.on('weberror', (event) => complaints.push(String(event.error())));
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await context.exposeBinding('reportViolation', (_source, text: string) => complaints.push(text));
    await context.addInitScript({
      content: `addEventListener('securitypolicyviolation', (event) =>
        reportViolation(event.violatedDirective + ' forbids ' + event.blockedURI));`,
    });
    page = await context.newPage();
    await page.goto(`${gateway.origin}/graphql`);
    await page.waitForSelector('.graphiql-query-editor .view-line');
  }, 60_000);

  afterAll(async () => {
    await page?.screenshot({ path: join(tmpdir(), 'incident-graph-playground.png') }); // for human eyes
    await browser?.close();
    await gateway?.stop();
  });

  it('opens with a tab for each query, named as its operation', async () => {
    const titles = await page.locator('.graphiql-tab-button').allInnerTexts();
    expect(titles).toEqual(playgroundQueries.map(({ text }) => operationName(text)));
  });

  it.each(playgroundQueries)('shows the answer to $file that a client gets', { timeout: 20_000 }, async ({ text }) => {
    await page.getByRole('tab', { name: operationName(text) }).click();
    expect(await editorText(page, 'operation.graphql')).toBe(text);
    await page.locator('.graphiql-query-editor .view-lines').click();
    // What is left of the budget changes with each answer.
    const { extensions: _, ...expected } = await ask(gateway, text);
    expect(expected.errors).toBeUndefined();
    expect(Object.values(expected.data ?? {})).toEqual([expect.any(Object)]);
    // GraphiQL takes up a change of tab after 100 ms: a run before that names the other tab's operation, so run again.
    const runUntilShown = async () => {
      const { extensions: _, ...shown } = (parse(await editorText(page, 'response.json')) ?? {}) as {
        extensions?: object;
      };
      if (!isDeepStrictEqual(shown, expected)) await page.keyboard.press('Control+Enter');
      return shown;
    };
    await expect.poll(runUntilShown, { interval: 400, timeout: 15_000 }).toEqual(expected);
    expect(await page.locator('.result-window .view-lines').textContent()).toMatch(/"data":\s\{/);
  });

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

  it('asks nobody but the gateway', () => {
    const elsewhere = requested.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== gateway.origin);
    expect(requested.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });

  it('logs no error and breaks no rule of the content security policy', () => {
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

/** All that an editor of the page holds; it draws only the lines in view. */
function editorText(page: Page, file: string): Promise<string> {
  return page.evaluate((suffix) => {
    const { __MONACO } = globalThis as unknown as {
      __MONACO: { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
    };
    const model = __MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith(suffix));
    return model?.getValue() ?? '';
  }, file);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
