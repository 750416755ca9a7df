// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import { demoArticles, desktop, type RunningExplorer, startExplorer } from '../open-explorer.ts';

const title = hasBrowser ? 'the words' : 'the words (skipped: no browser is installed)';

const shelling = '#open=Incident:demo-dolvik-market-shelling-2019-05-05';

/** 1,000 actors in the words of one incident, all by the same word, in a megabyte of text. */
const crowded = {
  id: 'crowded',
  published: '2023-11-12',
  text: `${'Nothing happened here. '.repeat(22_000)}Then a bomb exploded. ${'Nothing more. '.repeat(36_000)}`,
  actors: Array.from({ length: 999 }, (_, index) => ({ id: `actor-${index}`, name: `Actor ${index}` })),
  incidents: [
    {
      id: 'crowded',
      title: 'A bomb',
      participants: Array.from({ length: 999 }, (_, index) => ({
        actor: `actor-${index}`,
        role: 'BYSTANDER',
        evidence: ['bomb'],
      })),
      evidence: ['a bomb exploded'],
    },
  ],
};

describe.skipIf(!hasBrowser)(title, () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer([...(await demoArticles()), crowded]);
  }, 120_000);

  afterAll(() => running?.stop());

  const marked = (page: Page, category: string) => page.locator(`.text mark.of-${category}`).allInnerTexts();

  it('lights only the words of the open incident, and the others on request', async () => {
    const { page } = await running.open(shelling);
    await page.locator('.text mark').first().waitFor();
    expect(await marked(page, 'date')).toContain('on Sunday');
    expect((await marked(page, 'casualty')).join('')).toContain('not 14');
    expect(await marked(page, 'other')).toEqual([]);
    await page.getByLabel('all evidence').check();
    expect((await marked(page, 'other')).length).toBeGreaterThan(0);
    expect(await page.locator('.text mark mark').count()).toBe(0);
  }, 120_000);

  it('scrolls from a fact to its words, also in another article', async () => {
    const { page } = await running.open(shelling, { ...desktop, reducedMotion: 'reduce' });
    await page.locator('.text mark').first().waitFor();
    await page.locator('.fact-list .fact', { hasText: 'سوق دولفيك' }).click();
    await page.locator('.text mark.pointed').first().waitFor();
    expect(await page.locator('.text').getAttribute('lang')).toBe('ar');
    const [panel, word] = await Promise.all([
      page.locator('.words-pane .panel').boundingBox(),
      page.locator('.text mark.pointed').first().boundingBox(),
    ]);
    expect(word?.y).toBeGreaterThanOrEqual(panel?.y ?? Number.POSITIVE_INFINITY);
    expect(word?.y).toBeLessThan((panel?.y ?? 0) + (panel?.height ?? 0));
  }, 120_000);

  it('leads from words to their fact, and lists all that they support', async () => {
    const { page } = await running.open(shelling);
    await page.locator('.text mark.of-casualty').first().click();
    const fact = page.locator('.casualties .fact.pointed');
    await fact.waitFor();
    expect(await fact.innerText()).toContain('13');
    const listed = await page.getByRole('region', { name: 'What these words support' }).innerText();
    expect(listed).toMatch(/^Killed · Shelling/);
    expect(listed).toContain('Statement:');
  }, 120_000);

  it('moves between marks by arrows, and shows the fact by Enter', async () => {
    const { page } = await running.open(shelling);
    const first = page.locator('.text mark').first();
    await first.waitFor();
    expect(await page.locator('.text mark[tabindex="0"]').count()).toBe(1);
    await first.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('data-piece')).toBe('1');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'What these words support' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('region', { name: 'What these words support' }).count()).toBe(0);
  }, 120_000);

  it('holds a thousand spans on one word of a megabyte in a handful of elements', async () => {
    const { page, complaints } = await running.open('#open=Incident:crowded');
    const mark = page.locator('.text mark.of-participant');
    await mark.waitFor();
    expect(await mark.allInnerTexts()).toEqual(['bomb']);
    expect(await page.locator('.text *').count()).toBe(3);
    await mark.click();
    const list = page.getByRole('region', { name: 'What these words support' });
    expect(await list.getByRole('listitem').count()).toBe(6);
    await list.getByRole('button', { name: /^\d+ more$/ }).click();
    expect(await list.getByRole('listitem').count()).toBeGreaterThan(900);
    expect(complaints).toEqual([]);
  }, 120_000);
});

describe.skipIf(!hasBrowser)(`${title} of private texts`, () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer(await demoArticles(), { privateText: true });
  }, 120_000);

  afterAll(() => running?.stop());

  it('says that the text is withheld, and shows what was said', async () => {
    const { page } = await running.open(shelling);
    await page.getByText('The text of this article is not available to you').waitFor();
    expect(await page.locator('.text mark').count()).toBe(0);
    expect(await page.locator('.quotes-alone').innerText()).toContain('13 people were killed, not 14');
  }, 120_000);
});
