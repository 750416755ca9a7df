import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import {
  hashOf,
  laptop,
  type OpenExplorer,
  phone,
  type RunningExplorer,
  shippedArticles,
  shown,
  startExplorer,
} from '../open-explorer.ts';

describe.skipIf(!hasBrowser)('the explorer on small screens', () => {
  let running: RunningExplorer;
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
  });
  afterAll(async () => {
    await running?.stop();
  });
  afterEach(async () => {
    expect(explorer.complaints).toEqual([]);
    await explorer.context.close();
  });

  describe('on a phone', () => {
    beforeEach(async () => {
      explorer = await running.open('', phone);
      page = explorer.page;
    });

    it('has map, timeline and list under each other, and is no wider than the screen', async () => {
      const tops = await page
        .locator('.map, .timeline, .list')
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
      expect(tops).toHaveLength(3);
      expect([...tops].sort((a, b) => a - b)).toEqual(tops);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    });

    it('filters in a sheet, which says how many incidents there are', async () => {
      await page.getByRole('button', { name: 'Filters' }).tap();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await sheet.getByRole('checkbox', { name: /^Iraq/ }).tap();
      await expect.poll(() => hashOf(page)).toBe('#country=IQ');
      await sheet.getByRole('button', { name: /^Show [\d,]+ incidents?$/ }).tap();
      await expect.poll(() => sheet.count()).toBe(0);
      expect(await page.getByRole('button', { name: /^Filters\s*1$/ }).count()).toBe(1);
    });

    it('has targets of at least 44 pixels', async () => {
      await page.goto(`${running.origin}/#country=IQ,SY`);
      await shown(page);
      const small = () =>
        page
          .locator(
            '.top-bar button, .top-bar input, .list a, .list button, .list select, dialog[open] label, dialog[open] button',
          )
          .evaluateAll((elements) =>
            elements
              .filter((element) => element.getBoundingClientRect().height > 0)
              .filter((element) => element.getBoundingClientRect().height < 44)
              .map((element) => element.outerHTML.slice(0, 100)),
          );
      expect(await small()).toEqual([]);
      await page.getByRole('button', { name: /^Filters/ }).tap();
      await page.getByRole('checkbox').first().waitFor();
      expect(await small()).toEqual([]);
    });

    it('opens an incident over the page, and comes back to the list', async () => {
      await page.locator('.incident').first().tap();
      await page.locator('.dossier').waitFor();
      expect(await page.locator('.map').isVisible()).toBe(false);
      await page.goBack();
      await page.locator('.incident').first().waitFor();
      expect(await page.locator('.map').isVisible()).toBe(true);
    });
  });

  it('hides and shows the facets at 1024 by 768', async () => {
    explorer = await running.open('', laptop);
    page = explorer.page;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1024);
    const facets = page.getByRole('navigation', { name: 'Filters' });
    const before = await page.locator('.map').evaluate((map) => map.clientWidth);
    expect(await facets.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Filters' }).click();
    expect(await facets.count()).toBe(0);
    expect(await page.locator('.map').evaluate((map) => map.clientWidth)).toBeGreaterThan(before);
  });
});
