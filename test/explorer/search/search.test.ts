import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import {
  hashOf,
  type OpenExplorer,
  type RunningExplorer,
  shippedArticles,
  shown,
  startExplorer,
} from '../open-explorer.ts';

describe.skipIf(!hasBrowser)('the search box of the explorer', () => {
  let running: RunningExplorer;
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
  });
  afterAll(async () => {
    await running?.stop();
  });
  beforeEach(async () => {
    explorer = await running.open();
    page = explorer.page;
  });
  afterEach(async () => {
    expect(explorer.complaints).toEqual([]);
    expect(explorer.requested.filter((address) => !address.startsWith(running.origin))).toEqual([]);
    await explorer.context.close();
  });

  const box = () => page.getByRole('combobox', { name: /^Search/ });
  const options = () => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

  it('takes the focus with /, and searches by relevance on Enter', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('mosul dam');
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toBe('#q=mosul+dam&sort=relevance');
    await shown(page);
    expect(await page.locator('.incident').first().textContent()).toContain('Mosul Dam');
    expect(await page.locator('.incident mark').first().textContent()).toBe('Mosul');
    expect(await page.getByRole('combobox', { name: 'Order of the incidents' }).inputValue()).toBe('relevance');
  });

  it('suggests names in groups while typing, and filters by an actor with the arrow keys and Enter', async () => {
    await box().fill('ira');
    await options().first().waitFor();
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const selected = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { selected: true });
    const id = await selected.getAttribute('id');
    expect(await box().getAttribute('aria-activedescendant')).toBe(id);
    const actors = page.getByRole('group', { name: /^Actors/ });
    await actors.getByRole('option', { name: 'Iran', exact: true }).click();
    await expect.poll(() => hashOf(page)).toBe('#actor=iran');
    await page.getByRole('button', { name: 'Remove Actor: Iran' }).waitFor();
  });

  it('filters by a place, and opens an incident', async () => {
    await box().fill('Mosul D');
    await page
      .getByRole('group', { name: /^Places/ })
      .getByRole('option')
      .first()
      .click();
    await expect.poll(() => hashOf(page)).toMatch(/^#within=mosul-dam/);
    await box().fill('attack on a us');
    await page.getByRole('group', { name: 'Incidents' }).getByRole('option').first().click();
    await expect.poll(() => hashOf(page)).toContain('open=Incident:convoy-mosul-dam-2023-11-09');
  });

  it('shows the alias that matched, where it is not the name', async () => {
    await box().fill('Tehran');
    const option = options().filter({ hasText: '“' }).first();
    await option.waitFor();
    expect(await option.locator('.matched').textContent()).toMatch(/^“.*Tehran/);
  });

  it('closes its list with Escape, and keeps what was typed', async () => {
    await box().fill('iran');
    await options().first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => box().getAttribute('aria-expanded')).toBe('false');
    expect(await box().inputValue()).toBe('iran');
    expect(await hashOf(page)).toBe('');
  });

  it('asks once for a word typed quickly', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('query Suggest')) asked.push(JSON.parse(body).variables.text);
    });
    await box().pressSequentially('baghdad', { delay: 10 });
    await page.waitForTimeout(1500);
    expect(asked.at(-1)).toBe('baghdad');
    expect(asked.length).toBeLessThan(4);
  });

  it('says which filter to remove when nothing is found, and offers names spelled like the words', async () => {
    await page.goto(`${running.origin}/#q=mosul&method=CYBER`);
    const remove = page.getByRole('button', { name: /^Remove Cyberattack/ });
    await remove.waitFor();
    expect(await remove.locator('.number').textContent()).toMatch(/^[1-9]/);
    expect(await page.getByText('Did you mean:').count()).toBe(1);
    await remove.click();
    await expect.poll(() => hashOf(page)).toBe('#q=mosul');
    await page.locator('.incident').first().waitFor();
  });
});
