// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import { begin, convoyText, type Desks, downloaded, make, select, startDesks } from './open-desk.ts';

const title = hasBrowser ? 'what is not published' : 'what is not published (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(title, () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks();
  });
  afterAll(() => desks?.close());

  const work = async () => {
    const desk = await desks.open();
    await begin(desk.page, convoyText);
    await select(desk.page, 'a roadside bomb hit their convoy');
    await make(desk.page, 'Incident');
    await desk.page.getByText('Kept in this browser').waitFor();
    return desk;
  };

  it('is there after a reload, with the marks in the text', async () => {
    const { page } = await work();
    const before = await downloaded(page);
    await page.reload();
    await page.locator('.text mark').first().waitFor();
    expect(await downloaded(page)).toEqual(before);
  });

  it('is there after a crash right after the last key', async () => {
    const { page, context } = await work();
    await page.getByLabel('Title').first().fill('The last words');
    await page.getByText('Kept in this browser').waitFor();
    const again = await desks.open({}, context);
    await page.close({ runBeforeUnload: false });
    await again.page.locator('.kept-open').first().click();
    await again.page.locator('.text').waitFor();
    expect((await downloaded(again.page)).incidents[0].title).toBe('The last words');
  });

  it('is written as a page is left, however soon', async () => {
    const { page } = await work();
    await page.getByLabel('Title').first().fill('Too soon');
    await page.reload();
    await page.locator('.text').waitFor();
    expect((await downloaded(page)).incidents[0].title).toBe('Too soon');
  });

  it('is written as another article takes its place, however soon', async () => {
    const { page } = await work();
    const title = page.getByLabel('Title').first();
    // Both before the page writes what was typed.
    await title.evaluate((input: any) => {
      const { document, Event } = input.ownerDocument.defaultView;
      input.value = 'Too soon';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      [...document.querySelectorAll('button')].find((button) => button.textContent === 'New').click();
    });
    await page.locator('.kept-open').first().click();
    expect((await downloaded(page)).incidents[0].title).toBe('Too soon');
  });

  it('is downloaded if it cannot be kept as another article takes its place', async () => {
    const { page } = await work();
    await page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
    await page.getByLabel('Title').first().fill('No room');
    await page.getByText('This browser has no room to keep this article').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'New' }).click(),
    ]);
    await page.getByText('could not be kept in this browser, so it was downloaded').waitFor();
    expect(JSON.parse(readFileSync(await file.path(), 'utf8')).incidents[0].title).toBe('No room');
  });

  it('can be discarded, after a question', async () => {
    const { page } = await work();
    await page.getByRole('button', { name: 'New' }).click();
    const list = page.locator('.kept-list');
    await list.getByRole('button', { name: /^Discard/ }).click();
    await list.getByRole('button', { name: 'Keep' }).click();
    expect(await list.locator('li').count()).toBe(1);
    await list.getByRole('button', { name: /^Discard/ }).click();
    await list.getByRole('button', { name: 'Discard for good' }).click();
    await list.waitFor({ state: 'detached' });
  });

  it('is not overwritten by a second tab that changes it too', async () => {
    const { page, context } = await work();
    const second = await desks.open({}, context);
    await second.page.locator('.kept-open').click();
    await second.page.locator('.card-head').first().waitFor();
    // Both tabs change the article before either has heard of the other.
    await second.page.evaluate("localStorage.setItem = () => { throw new Error('later'); }");
    await second.page.locator('[data-card^="incidents/"] .card-head button').click();
    await second.page.getByLabel('Title').first().fill('Second tab');
    await page.getByLabel('Title').first().fill('First tab');
    await page.getByText('Kept in this browser').waitFor();
    await second.page.getByText('This tab now keeps a copy of its own').waitFor();
    await second.page.evaluate('delete localStorage.setItem');
    await second.page.getByLabel('Title').first().fill('Second tab, still');
    await second.page.getByText('Kept in this browser').waitFor();
    expect((await downloaded(page)).incidents[0].title).toBe('First tab');
    await page.getByRole('button', { name: 'New' }).click();
    const kept = await page.locator('.kept-list li').count();
    expect(kept).toBe(2);
  });

  it('is followed by a second tab that only shows it', async () => {
    const { page, context } = await work();
    const second = await desks.open({}, context);
    await second.page.locator('.kept-open').click();
    await second.page.locator('.text').waitFor();
    await page.getByLabel('Title').first().fill('Followed');
    await second.page.getByRole('article', { name: /Followed/ }).waitFor();
  });

  it('is said not to be kept if the browser has no room, and can be downloaded', async () => {
    const { page } = await work();
    await page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
    await page.getByLabel('Title').first().fill('No room');
    await page.getByText('This browser has no room to keep this article').waitFor();
    expect((await downloaded(page)).incidents[0].title).toBe('No room');
  });

  it('is left alone and offered for download if another version of the desk kept it, or it is broken', async () => {
    const { page } = await desks.open();
    await page.evaluate(`
      localStorage.setItem('incident-graph-desk/a', JSON.stringify({ format: 99, work: {} }));
      localStorage.setItem('incident-graph-desk/b', '{');
      localStorage.setItem('incident-graph-desk/c', JSON.stringify({ format: 1, work: { article: { incidents: 7 } } }));
    `);
    await page.reload();
    expect(await page.locator('.kept-list li').count()).toBe(3);
    expect(await page.getByText('Kept by another version of the desk, or broken').count()).toBe(3);
    expect(await page.evaluate('localStorage.length')).toBe(3);
  });
});
