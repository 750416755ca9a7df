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

describe.skipIf(!hasBrowser)('the facets of the explorer', () => {
  let running: RunningExplorer;
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
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

  const facet = (name: string) => page.getByRole('group', { name, exact: true });
  const value = (name: string, label: string | RegExp) => facet(name).getByRole('checkbox', { name: label });

  it('filter by several values of one facet, whose alternatives stay', async () => {
    await open();
    await value('Country', /^Iraq/).check();
    await expect.poll(() => hashOf(page)).toBe('#country=IQ');
    await shown(page);
    await value('Country', /^Syria/).check();
    await expect.poll(() => hashOf(page)).toBe('#country=IQ,SY');
    await page.getByRole('button', { name: 'Remove Country: Iraq' }).click();
    await expect.poll(() => hashOf(page)).toBe('#country=SY');
    expect(await value('Country', /^Iraq/).isChecked()).toBe(false);
  });

  it('nest the subtypes of a chosen type', async () => {
    await open();
    await value('Type', /^Explosion/).check();
    await shown(page);
    await value('Type', /^Shelling/).check();
    await expect.poll(() => hashOf(page)).toBe('#type=EXPLOSION_REMOTE_VIOLENCE&subtype=SHELLING');
    await value('Type', /^Explosion/).click();
    await expect.poll(() => hashOf(page)).toBe('');
  });

  it('read names for the ids of a link, and say which id is unknown', async () => {
    await open('#actor=iran,no-such-actor&within=iraq');
    await page.getByRole('button', { name: 'Remove Actor: Iran' }).waitFor();
    await page.getByRole('button', { name: 'Remove Place: Iraq' }).waitFor();
    await page.getByRole('button', { name: 'Remove Actor: unknown actor “no-such-actor”' }).waitFor();
  });

  it('show a chosen value that nothing has, with the count 0', async () => {
    await open('#country=NZ');
    const option = facet('Country').locator('label', { hasText: 'New Zealand' });
    expect(await option.locator('.number').textContent()).toBe('0');
  });

  it('narrow a chosen actor to a role', async () => {
    await open('#actor=us-troops');
    await page.getByRole('combobox', { name: 'Role of the actor' }).selectOption('TARGET');
    await expect.poll(() => hashOf(page)).toBe('#actor=us-troops&role=TARGET');
  });

  it('move by the arrow keys in one stop of the Tab key', async () => {
    await open();
    await value('Country', /^Iraq/).waitFor();
    const boxes = facet('Type').getByRole('checkbox');
    await boxes.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await boxes.nth(1).evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(() => hashOf(page)).toMatch(/^#type=/);
  });

  it('count each value as the list counts it once it is chosen', async () => {
    await open('#country=IQ');
    const label = facet('Responsibility').locator('label', { hasText: 'Denied' });
    const count = await label.locator('.number').textContent();
    await value('Responsibility', /^Denied/).check();
    await shown(page);
    await expect.poll(() => page.locator('.count').textContent()).toMatch(new RegExp(`^${count} incident`));
  });

  it('list more values in a dialog that filters them by name', async () => {
    await open();
    const more = facet('Actor').getByRole('button', { name: /^All/ });
    await more.click();
    const dialog = page.getByRole('dialog', { name: 'Actor' });
    await dialog.getByRole('searchbox').fill('troops');
    const found = dialog.getByRole('checkbox').first();
    await found.check();
    await expect.poll(() => hashOf(page)).toMatch(/^#actor=/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
  });
});
