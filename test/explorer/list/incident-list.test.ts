import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import {
  hashOf,
  type OpenExplorer,
  type RunningExplorer,
  shippedArticles,
  shown,
  startExplorer,
} from '../open-explorer.ts';

describe.skipIf(!hasBrowser)('the list of the explorer', () => {
  let running: RunningExplorer;
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      id: `many-${index}`,
      title: `Many ${index}`,
      text: 'Shells fell.',
      published: '2020-01-02',
      incidents: [{ id: `many-${index}`, title: `Shelling ${index}`, type: 'EXPLOSION_REMOTE_VIOLENCE' }],
    }));
    running = await startExplorer([...(await shippedArticles()), ...many]);
  });
  afterAll(async () => {
    await running?.stop();
  });
  const open = async (hash = '') => {
    explorer = await running.open(hash);
    page = explorer.page;
  };
  afterEach(async () => {
    expect(explorer.complaints).toEqual([]);
    await explorer.context.close();
  });
  const ids = () =>
    page.locator('.incident').evaluateAll((links) => links.map((link) => link.getAttribute('data-incident')));

  it('says the doubt about days, places and numbers of people', async () => {
    await open('#country=IQ&q=convoy');
    const text = (await page.locator('.incident').first().textContent()) ?? '';
    expect(text).toContain('9 November 2023');
    expect(text).toContain('near Mosul Dam, Iraq');
    expect(text).toContain('number of dead not stated');
    expect(text).toContain('3 injured');
  });

  it('loads further pages by scrolling, each incident once', async () => {
    await open('#sort=oldest');
    await expect.poll(async () => (await ids()).length).toBeGreaterThanOrEqual(30);
    await page.locator('.side').evaluate((side) => side.scrollTo(0, side.scrollHeight));
    await expect.poll(async () => (await ids()).length).toBeGreaterThan(30);
    const all = await ids();
    expect(new Set(all).size).toBe(all.length);
  });

  it('moves by the arrow keys, opens with Enter, and has the focus back after Escape', async () => {
    await open('#country=IQ');
    await page.locator('.incident').first().focus();
    await page.keyboard.press('ArrowDown');
    const [, second] = await ids();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.incident')).toBe(second);
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toBe(`#country=IQ&open=${second}`);
    await page.locator('.dossier').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => hashOf(page)).toBe('#country=IQ');
    await expect.poll(() => page.evaluate('document.activeElement.dataset.incident')).toBe(second);
  });

  it('names the filters and the open incident in the title of the page', async () => {
    await open('#country=IQ&q=convoy&from=2023-01-01');
    await expect.poll(() => page.title()).toBe('“convoy”, Iraq, from 1 January 2023 · incident-graph');
    await page.locator('.incident').first().click();
    await expect.poll(() => page.title()).toBe('Attack on a US-led coalition convoy near Mosul Dam · incident-graph');
    await page.evaluate("location.hash = ''");
    await expect.poll(() => page.title()).toBe('incident-graph');
  });

  it('follows back and forward, and a reload', async () => {
    await open();
    await page.getByRole('link', { name: 'What was denied' }).click();
    await expect.poll(() => hashOf(page)).toBe('#resp=denied');
    await shown(page);
    const denied = await ids();
    await page.goBack();
    await expect.poll(() => hashOf(page)).toBe('');
    await page.goForward();
    await page.reload();
    await shown(page);
    expect(await ids()).toEqual(denied);
    expect(await page.getByRole('button', { name: 'Remove Responsibility: denied' }).count()).toBe(1);
  });

  it('sorts by the number of people killed', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Order of the incidents' }).selectOption('killed');
    await expect.poll(() => hashOf(page)).toBe('#sort=killed');
    await shown(page);
    expect(await page.locator('.incident .killed').first().textContent()).toMatch(/killed$/);
  });

  it('says what it left out of an address', async () => {
    await open('#country=ZZ&colour=red&method=DRONE');
    const notice = page.locator('.notices');
    expect(await notice.textContent()).toContain('“ZZ” is no country.');
    expect(await notice.textContent()).toContain('“colour” is no filter of this page.');
    await notice.getByRole('button', { name: 'OK' }).click();
    expect(await page.locator('.notices').count()).toBe(0);
  });

  it('has only map, timeline and list when it is embedded', async () => {
    await open('#country=IQ&embed=1');
    expect(await page.getByRole('banner').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.locator('.incident').count()).toBeGreaterThan(0);
  });
});
