import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, laptop, phone } from '../explorer/open-explorer.ts';
import { hasBrowser } from '../playground/browser.ts';
import { begin, convoyText, type Desks, make, select, startDesks, storedConvoy } from './open-desk.ts';

interface State {
  name: string;
  act(page: Page): Promise<void>;
}

/** Shows the cards, which a phone shows instead of the text. */
async function showCards(page: Page): Promise<void> {
  const cards = page.getByRole('button', { name: /^Cards/ });
  if (await cards.count()) await cards.click();
}

const states: State[] = [
  { name: 'start', act: async () => {} },
  {
    name: 'words selected',
    act: async (page) => {
      await begin(page, convoyText);
      await select(page, 'Iran denied any involvement');
    },
  },
  {
    name: 'an open card with parts and warnings',
    act: async (page) => {
      await begin(page, convoyText);
      await select(page, 'a roadside bomb hit their convoy');
      await make(page, 'Incident');
      const text = page.getByRole('button', { name: 'Text', exact: true });
      if (await text.count()) await text.click();
      await select(page, 'Two soldiers were wounded');
      await make(page, 'Casualties');
      await showCards(page);
      await page.locator('[data-part] select').first().selectOption('');
      await page.locator('.issue').first().waitFor();
    },
  },
  {
    name: 'drafted cards',
    act: async (page) => {
      await begin(page, convoyText);
      await page.getByRole('button', { name: 'Draft', exact: true }).click();
      await page.getByText(/cards drafted/).waitFor();
      await showCards(page);
      await page.locator('.card-head button').nth(1).click();
    },
  },
  {
    name: 'the dialog of publishing',
    act: async (page) => {
      await begin(page, convoyText);
      await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
      await page.locator('.token-form').waitFor();
    },
  },
  {
    name: 'the dialog of opening',
    act: async (page) => {
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('combobox').fill('before');
      await page.locator('.suggestion').first().waitFor();
    },
  },
];

describe.skipIf(!hasBrowser)('axe-core finds nothing serious in the desk', () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks([storedConvoy]);
  });
  afterAll(() => desks?.close());

  const sizes = [
    { size: '1440 × 900', options: desktop },
    { size: '1024 × 768', options: laptop },
    { size: '390 × 844', options: phone },
  ];
  describe.each(sizes)('at $size', ({ options }) => {
    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      it.each(states)('$name', async ({ act }) => {
        const { page, context } = await desks.open({ ...options, colorScheme });
        await act(page);
        await page.waitForTimeout(400);
        const { violations } = await new AxeBuilder({ page: page as never }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => ({
            id,
            at: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
          }));
        expect(serious).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await context.close();
      });
    });
  });
});
