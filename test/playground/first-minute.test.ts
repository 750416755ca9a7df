import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { editorText, hasBrowser, launchBrowser, openContext, overlongLines, writeQuery } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { playgroundQueries, playgroundSubscriptions, titleOf } from './queries.ts';

const title = hasBrowser
  ? 'the first minute in the playground'
  : 'the first minute in the playground (skipped: no browser is installed)';

const sizes = [
  { size: 'on a desktop', options: { viewport: { width: 1440, height: 900 } }, isPhone: false },
  {
    size: 'on a phone',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    isPhone: true,
  },
];
const panes = ['Documentation Explorer', 'History', 'GraphiQL Explorer'];

describe.skipIf(!hasBrowser)(title, () => {
  let gateway: Gateway;
  let browser: Browser;

  beforeAll(async () => {
    gateway = await startGateway();
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
  });

  describe.each(sizes)('$size', ({ options, isPhone }) => {
    let page: Page;
    let complaints: string[];
    let requested: string[];

    beforeAll(async () => {
      const watched = await openContext(browser, options);
      ({ complaints, requested } = watched);
      page = await watched.context.newPage();
      await page.goto(`${gateway.origin}/graphql`);
      await page.waitForSelector('.graphiql-query-editor .view-line');
    }, 60_000);

    afterEach(async () => {
      await page.keyboard.press('Escape'); // closes the menu
      const hide = page.getByRole('button', { name: /^Hide (Documentation|History|GraphiQL)/ });
      if ((await hide.count()) > 0) await hide.click();
    });

    const hint = () => page.getByRole('status');
    const examples = () => page.getByRole('button', { name: 'Examples' });
    const tabs = () => page.getByRole('tab');
    const selectedTab = () => page.getByRole('tab', { selected: true });
    const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
    const query = () => editorText(page, 'operation.graphql');

    it('shows how to run a query', async () => {
      await expect.poll(() => hint().textContent()).toBe('Press ▶ to run the query. Examples has more queries.');
    });

    it('shows the response without a hint', async () => {
      await run();
      await expect.poll(() => editorText(page, 'response.json')).toContain('"totalCount"');
      await expect.poll(() => hint().textContent()).toBe('');
    });

    it('wraps comments and long lines of the query and the response', async () => {
      await expect.poll(() => overlongLines(page)).toEqual([0, 0, 0, 0]);
      await writeQuery(page, `# ${'long '.repeat(200)}\nquery Long { incidents(where: { ${'and: { '.repeat(60)}`);
      await expect.poll(() => overlongLines(page)).toEqual([0, 0, 0, 0]);
      expect((await page.locator('.graphiql-query-editor .view-line').count()) > 10).toBe(true);
    });

    it.each(panes)('hides nothing when the pane %s opens', async (pane) => {
      await page.getByRole('button', { name: `Show ${pane}` }).click();
      const parts = [page.locator('.graphiql-plugin'), page.locator('.graphiql-query-editor .graphiql-editor')];
      parts.push(page.locator('.result-window'), page.getByRole('button', { name: /^Execute query/ }), examples());
      parts.push(page.getByRole('button', { name: 'New tab' }), page.getByRole('button', { name: 'Variables' }));
      // On a phone, the row of tabs scrolls.
      parts.push(...(isPhone ? [tabs().first()] : await tabs().all()));
      await expect.poll(() => Promise.all(parts.map(isInView))).toEqual(parts.map(() => true));
      expect(await pageOverflow(page)).toEqual({ right: 0, bottom: 0 });
    });

    it('uses the whole width of a phone', async () => {
      expect(await pageOverflow(page)).toEqual({ right: 0, bottom: 0 });
      const editor = await page.locator('.graphiql-query-editor .graphiql-editor').boundingBox();
      const answer = await page.locator('.result-window').boundingBox();
      if (!isPhone) return expect(answer?.x).toBeGreaterThan((editor?.x ?? 0) + (editor?.width ?? 0));
      expect(answer?.y).toBeGreaterThan((editor?.y ?? 0) + (editor?.height ?? 0));
      expect(answer?.width).toBeGreaterThan(350);
      expect(editor?.width).toBeGreaterThan(300);
      expect(editor?.height).toBeGreaterThan(250);
    });

    it('opens the docs with a description of the graph, and lists scalars last', async () => {
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      const docs = page.locator('.graphiql-doc-explorer-content');
      await expect.poll(() => docs.textContent()).toMatch(/^A graph of security incidents/);
      const types = await docs.locator('.graphiql-doc-explorer-type-name').allTextContents();
      expect(types.slice(0, 3)).toEqual(['Query', 'Mutation', 'Subscription']);
      const scalars = [
        'ID',
        'Int',
        'String',
        'Boolean',
        'Float',
        'Date',
        'DateTime',
        'NonNegativeInt',
        'CountryCode',
        'URL',
        'Latitude',
        'Longitude',
        'JSON',
        'ArticleInput',
      ];
      expect(types.slice(-scalars.length)).toEqual(scalars);
    });

    it('has a menu of the shipped queries and subscriptions', async () => {
      await examples().click();
      const titles = await page.getByRole('menuitem').allTextContents();
      expect(titles).toEqual([...playgroundQueries, ...playgroundSubscriptions].map(titleOf));
      for (const item of await page.getByRole('menuitem').all()) expect(await isInView(item)).toBe(true);
      expect(await pageOverflow(page)).toEqual({ right: 0, bottom: 0 });
    });

    it('restores an edited query in a new tab, by keyboard', async () => {
      const count = await tabs().count();
      await chooseByKeyboard(page, 0);
      await expect.poll(query).toBe(playgroundQueries[0]?.text);
      expect(await tabs().count()).toBe(count + 1);
    });

    it('selects the tab of a query that is open unchanged', async () => {
      const count = await tabs().count();
      await chooseByKeyboard(page, 2);
      await expect.poll(query).toBe(playgroundQueries[2]?.text);
      expect(await tabs().count()).toBe(count);
      await expect
        .poll(() =>
          selectedTab()
            .and(page.getByRole('tab', { name: 'EverythingInIraq' }))
            .count(),
        )
        .toBe(1);
      await expect.poll(() => isInView(selectedTab())).toBe(true);
    });

    it('fills a blank tab', async () => {
      await page.getByRole('button', { name: 'New tab' }).click();
      await writeQuery(page, '');
      const count = await tabs().count();
      await examples().click();
      await page.getByRole('menuitem').first().click();
      await expect.poll(query).toBe(playgroundQueries[0]?.text);
      expect(await tabs().count()).toBe(count);
    });

    it.each([
      ['{ actor(id: "nobody") { name } }', '`actor` is null: nothing has the id `nobody`.'],
      [
        '{ incidents(where: { id: { eq: "none" } }) { nodes { title } } }',
        '`incidents` is empty: nothing matches every condition',
      ],
      ['{ search(text: "zzz qqq") { totalCount } }', '`search` is empty: nothing contains all words of `zzz qqq`.'],
    ])('says why the answer to %s is empty', async (empty, reason) => {
      await page.getByRole('button', { name: 'New tab' }).click();
      await writeQuery(page, empty);
      await run();
      await expect.poll(() => hint().textContent()).toContain(reason.replaceAll('`', ''));
      await expect.poll(() => isInView(hint().locator('p'))).toBe(true);
    });

    it('keeps the comments of a query that the explorer pane edits', async () => {
      await page.getByRole('button', { name: 'New tab' }).click();
      await writeQuery(page, '# Who is who\nquery Who {\n  actor(id: "iran") {\n    # In English\n    name\n  }\n}');
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await page.locator('.graphiql-explorer-root').getByText('country', { exact: true }).click();
      const edited =
        '# Who is who\nquery Who {\n  actor(id: "iran") {\n    # In English\n    name\n    country\n  }\n}';
      await expect.poll(query).toBe(edited);
    });

    it('leaves the focus where it is when the explorer pane opens', async () => {
      await writeQuery(page, '{ actor(id: "iran") { name } }');
      await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.graphiql-explorer-root input[value="iran"]').waitFor();
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-label')).toBe('Hide GraphiQL Explorer');
      expect(await page.locator('.graphiql-plugin').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    });

    it('names the editors for screen readers', async () => {
      const labels = () =>
        page
          .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
          .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')));
      await expect
        .poll(labels)
        .toEqual(['Query', 'Variables', 'Headers', 'Answer'].map((name) => expect.stringContaining(name)));
    });

    it('sends requests only to the gateway, and logs no error', () => {
      expect(requested.filter((url) => !url.startsWith(gateway.origin) && !/^(data|blob):/.test(url))).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});

async function chooseByKeyboard(page: Page, index: number): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).focus();
  await page.keyboard.press('Enter');
  for (let at = 0; at <= index; at++) {
    if (at > 0) await page.keyboard.press('ArrowDown');
    // The focus moves a moment after the key.
    await expect
      .poll(() => page.locator(':focus').textContent())
      .toBe(await page.getByRole('menuitem').nth(at).textContent());
  }
  await page.keyboard.press('Enter');
}

/** Returns whether the middle and both side edges of an element are on the screen and not covered. */
function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const y = (top + bottom) / 2;
    return [left + 3, (left + right) / 2, right - 3].every((x) => {
      const seen = node.ownerDocument.elementFromPoint(x, y);
      return seen !== null && (node.contains(seen) || seen.contains(node));
    });
  });
}

/** Returns by how many pixels the page exceeds the screen. */
function pageOverflow(page: Page): Promise<{ right: number; bottom: number }> {
  return page.locator('html').evaluate((html) => ({
    right: html.scrollWidth - html.clientWidth,
    bottom: html.scrollHeight - html.clientHeight,
  }));
}
