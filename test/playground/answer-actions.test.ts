import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorText, hasBrowser, launchBrowser, openContext, writeQuery } from './browser.ts';
import { type Gateway, startGateway } from './gateway.ts';

const title = hasBrowser
  ? 'actions on a response in the playground'
  : 'actions on a response in the playground (skipped: no browser is installed)';

const sizes = [
  { size: 'on a desktop', options: { viewport: { width: 1440, height: 900 } } },
  { size: 'on a phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

const query =
  'query Shared($where: IncidentWhere) {\n  incidents(where: $where, first: 2) { nodes { id location { name } } }\n}';
const variables = '{ "where": { "location": { "country": { "in": ["IQ"] } } } }';
const hash = `#query=${encodeURIComponent(query)}&variables=${encodeURIComponent(variables)}`;

describe.skipIf(!hasBrowser)(title, () => {
  let gateway: Gateway;
  let browser: Browser;

  beforeAll(async () => {
    gateway = await startGateway();
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
  });

  describe.each(sizes)('$size', ({ options }) => {
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      const watched = await openContext(browser, { ...options, permissions: ['clipboard-read', 'clipboard-write'] });
      ({ complaints } = watched);
      page = await watched.context.newPage();
      await page.goto(`${gateway.origin}/graphql${hash}`);
      await page.waitForSelector('.graphiql-query-editor .view-line');
    }, 120_000);
    afterAll(() => page?.context().close());

    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const message = () => page.locator('.answer-actions [role="alert"]').textContent();
    const run = async () => {
      await page.getByRole('button', { name: /^Execute query/ }).click();
      await expect.poll(() => editorText(page, 'response.json'), { timeout: 15_000 }).toContain('"data"');
    };
    const saved = async (name: string) => {
      const downloading = page.waitForEvent('download');
      await button(name).click();
      const download = await downloading;
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };

    it('opens the query of a link in a tab, with its variables', async () => {
      await expect.poll(() => editorText(page, 'operation.graphql')).toBe(query);
      await expect.poll(() => editorText(page, 'variables.json')).toBe(variables);
      expect(await page.getByRole('tab', { selected: true }).textContent()).toMatch(/^Shared/);
    });

    it('says that there is nothing to download before the first response', async () => {
      await button('Download CSV').click({ force: true }); // Playwright takes it for disabled
      await expect.poll(message).toBe('There is no response yet.');
      expect(await button('Download CSV').getAttribute('aria-disabled')).toBe('true');
    });

    it('shows all actions within the page', async () => {
      const width = options.viewport.width;
      for (const name of ['Download CSV', 'Download JSON', 'Open on the map', 'Copy link']) {
        const box = await button(name).boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
      }
    });

    it('downloads the response as CSV and as JSON', async () => {
      await run();
      const csv = await saved('Download CSV');
      expect(csv.name).toBe('incidents.csv');
      expect(csv.text).toMatch(/^id,location_name\r\nIncident:[a-z0-9-]+,[^\r]+\r\nIncident:/);
      const json = await saved('Download JSON');
      expect(json.name).toBe('response.json');
      expect(JSON.parse(json.text).data.incidents.nodes).toHaveLength(2);
    });

    it('opens the incidents of the query on the map', async () => {
      const opening = page.context().waitForEvent('page');
      await button('Open on the map').click();
      const map = await opening;
      await map.waitForLoadState('domcontentloaded');
      expect(new URL(map.url()).hash).toBe('#country=IQ');
      await map.close();
    });

    it('copies a link that opens the query', async () => {
      await page.bringToFront();
      await button('Copy link').click();
      await expect.poll(message).toBe('The link to this query is copied.');
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toBe(`${gateway.origin}/graphql${hash}`);
    });

    it('says why a query does not open on the map', async () => {
      await writeQuery(page, '{ incidents(where: { casualties: { some: {} } }) { totalCount } }');
      await expect.poll(() => button('Open on the map').getAttribute('aria-disabled')).toBe('true');
      await button('Open on the map').click({ force: true });
      await expect.poll(message).toBe('The map has no filter like `where.casualties`.');
    });

    it('says what it left out of a link that was edited by hand', async () => {
      const edited = '#query=%7B%20actors%20%7B%20totalCount%20%7D%20%7D&variables={&colour=red';
      await page.evaluate(`location.hash = ${JSON.stringify(edited)}`);
      await expect.poll(() => editorText(page, 'operation.graphql')).toBe('{ actors { totalCount } }');
      await expect
        .poll(message)
        .toBe('A link to a query has no part “colour”. The variables of the link are no JSON object.');
    });

    it('logs no errors and does not violate the content security policy', () => {
      expect(complaints).toEqual([]);
    });
  });
});
