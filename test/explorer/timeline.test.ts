import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import {
  desktop,
  type OpenExplorer,
  type RunningExplorer,
  settle,
  shippedArticles,
  startExplorer,
  stateOf,
} from './open-explorer.ts';

/** Four incidents on 9 November 2023 or in the five weeks before, and one whose date is those weeks. */
const filter = '#actor=iranian-backed-groups';

describe.skipIf(!hasBrowser)('the timeline of the explorer', () => {
  let running: RunningExplorer;
  let opened: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
    await openTimeline(filter);
  });

  afterAll(async () => {
    await running?.stop();
  });

  async function openTimeline(hash: string, options: BrowserContextOptions = desktop): Promise<void> {
    opened = await running.open(hash, options);
    page = opened.page;
    await settle(page);
  }

  const plot = async () => {
    const box = await page.locator('.brush-area').boundingBox();
    if (!box) throw new Error('The timeline has no size.');
    return box;
  };
  const drag = async (from: number, to: number) => {
    const { x, y, width, height } = await plot();
    await page.mouse.move(x + from * width, y + height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++)
      await page.mouse.move(x + (from + ((to - from) * step) / 10) * width, y + height / 2);
    await page.mouse.up();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const header = () => page.locator('.timeline-header').textContent();

  it('says how many incidents state a number, and how many have no single day', async () => {
    expect(await header()).toMatch(/\d of 5 incidents state a number killed · 1 spans several days/);
  });

  it('hatches what may belong to another time, and draws dates that are spans across their days', async () => {
    expect(await page.locator('.bars .uncertain').count()).toBe(1);
    expect(await page.locator('.bars .certain').count()).toBe(1);
    const span = await page.locator('.spans rect').boundingBox();
    const bar = await page.locator('.bars .certain').boundingBox();
    expect(span?.width).toBeGreaterThan(2 * (bar?.width ?? 0));
  });

  it('shows the days and the counts of a bar', async () => {
    const bar = await page.locator('.bars .certain').boundingBox();
    await page.mouse.move((bar?.x ?? 0) + 1, (bar?.y ?? 0) + 5);
    await expect
      .poll(() => page.locator('.timeline').getByRole('tooltip').textContent())
      .toMatch(/Nov 2023[\s\S]*4 incidents/);
  });

  it('filters by days that are dragged, in one step of the history and without a flood of requests', async () => {
    const steps = await page.evaluate('history.length');
    const before = opened.sent.length;
    await drag(0.3, 0.7);
    await settle(page);
    const hash = await stateOf(page);
    const { from, to } = { from: hash.get('from') ?? '', to: hash.get('to') ?? '' };
    expect(from < to).toBe(true);
    expect(await page.evaluate('history.length')).toBe(Number(steps) + 1);
    const own = opened.sent.slice(before).filter(({ name }) => name === 'Overview');
    expect(own.length).toBe(1);
    expect(own[0]?.variables.period).not.toMatchObject({ date: expect.anything() });
    expect(await header()).toContain('–');
  });

  it('keeps its bars while days are chosen, moves them and clears them', async () => {
    expect(await page.locator('.bars rect').count()).toBe(2);
    const before = (await stateOf(page)).get('from') ?? '';
    await drag(0.5, 0.75);
    expect(((await stateOf(page)).get('from') ?? '') > before).toBe(true);
    await button('Clear days').click();
    expect((await stateOf(page)).toString()).not.toMatch(/\b(?:from|to)=/);
    await settle(page);
  });

  it('chooses a bar that is clicked, and drops it when it is clicked again', async () => {
    const { x, y, width, height } = await plot();
    await page.mouse.click(x + width / 2, y + height / 2);
    expect((await stateOf(page)).toString()).toMatch(/\bfrom=.*\bto=/);
    await settle(page);
    await page.mouse.click(x + width / 2, y + height / 2);
    expect((await stateOf(page)).has('from')).toBe(false);
    await settle(page);
  });

  it('moves with the arrow keys, resizes with Shift, and clears with Delete', async () => {
    const days = async () => {
      const hash = await stateOf(page);
      return [hash.get('from') ?? '', hash.get('to') ?? ''] as const;
    };
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    const [from, to] = await days();
    await page.keyboard.press('ArrowRight');
    const [movedFrom, movedTo] = await days();
    expect(movedFrom > from && movedTo > to).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    const [sameFrom, laterTo] = await days();
    expect(sameFrom).toBe(movedFrom);
    expect(laterTo > movedTo).toBe(true);
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/ to /);
    await page.keyboard.press('Delete');
    expect((await stateOf(page)).has('from')).toBe(false);
    await settle(page);
  });

  it('draws the killed, the injured or nobody', async () => {
    await openTimeline('');
    expect(await page.locator('.toll-band.killed').count()).toBe(1);
    await page.getByText('None', { exact: true }).click();
    expect(await page.locator('.toll-band').count()).toBe(0);
    await page.getByText('Killed', { exact: true }).click();
    expect(await page.locator('.toll-band.killed line').count()).toBeGreaterThan(0);
  });

  it('zooms to the chosen days and back', async () => {
    await openTimeline(`${filter}&from=2023-11-01&to=2023-11-30`);
    await button('Zoom in to these days').click();
    await expect
      .poll(() => opened.sent.at(-1)?.variables)
      .toMatchObject({ isTimeline: true, interval: 'DAY', from: '2023-11-01' });
    await settle(page);
    expect(await page.locator('.axis').textContent()).toMatch(/Nov/);
    await button('All days').click();
    await settle(page);
    expect(await page.locator('.bars rect').count()).toBe(2);
  });

  it('is brushed by touch', async () => {
    await openTimeline(filter, { viewport: { width: 1024, height: 768 }, hasTouch: true });
    const { x, y, width, height } = await plot();
    await page.touchscreen.tap(x + width * 0.5, y + height / 2);
    await expect.poll(async () => (await stateOf(page)).has('from')).toBe(true);
  });

  it('asks no other host, and breaks no rule of its content security policy', () => {
    expect(opened.requested.filter((address) => !address.startsWith(running.origin))).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
