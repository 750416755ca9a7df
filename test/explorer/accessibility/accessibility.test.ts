import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import { desktop, laptop, phone, type RunningExplorer, shippedArticles, startExplorer } from '../open-explorer.ts';

interface State {
  name: string;
  hash: string;
  /** Brings the page into the state. */
  act?: (page: Page) => Promise<void>;
}

const states: State[] = [
  { name: 'start', hash: '' },
  { name: 'filtered', hash: '#q=drone&country=IQ&actor=us-troops,no-such-actor&colour=red' },
  { name: 'dossier open', hash: '#open=Incident:convoy-mosul-dam-2023-11-09' },
  { name: 'no results', hash: '#q=mosul&method=CYBER' },
  {
    name: 'suggestions open',
    hash: '',
    act: async (page) => {
      await page.getByRole('combobox', { name: /^Search/ }).fill('iran');
      await page.locator('.suggestion').first().waitFor();
    },
  },
  {
    name: 'sheet or dialog of filters open',
    hash: '',
    act: async (page) => {
      const sheet = page.locator('.facets-button[aria-haspopup=dialog]');
      if (await sheet.count()) await sheet.click();
      else await page.getByRole('button', { name: /^All/ }).first().click();
      await page.locator('dialog[open] [type=checkbox]').first().waitFor();
    },
  },
  {
    name: 'drawer open',
    hash: '#country=IQ',
    act: async (page) => {
      await page.getByRole('button', { name: '{ } GraphQL' }).click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'failure',
    hash: '',
    act: async (page) => {
      await page.route('**/graphql', (route) => route.fulfill({ status: 401, body: '{}' }));
      await page.reload();
      await page.locator('.failure').first().waitFor();
    },
  },
];

const sizes = [
  { size: '1440 × 900', options: desktop },
  { size: '1024 × 768', options: laptop },
  { size: '390 × 844', options: phone },
];

describe.skipIf(!hasBrowser)('axe-core finds nothing serious in the explorer', () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
  });
  afterAll(async () => {
    await running?.stop();
  });

  describe.each(sizes)('at $size', ({ options }) => {
    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      it.each(states)('$name', async ({ hash, act }) => {
        const { page, context } = await running.open(hash, { ...options, colorScheme });
        await act?.(page);
        const { violations } = await new AxeBuilder({ page: page as never }).analyze();
        const serious = violations
          .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'page-has-heading-one')
          .map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => String(target)) }));
        expect(serious).toEqual([]);
        await context.close();
      });
    });
  });

  it('has one main part, named landmarks and a live count', async () => {
    const { page, context } = await running.open();
    for (const role of ['banner', 'main', 'search', 'complementary'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('navigation', { name: 'Filters' }).count()).toBe(1);
    expect(await page.locator('output.count').getAttribute('aria-live')).toBe('polite');
    await context.close();
  });
});
