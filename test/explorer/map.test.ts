import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import { article, incident, named } from '../support/articles.ts';
import {
  desktop,
  type OpenExplorer,
  type RunningExplorer,
  settle,
  shippedArticles,
  startExplorer,
  stateOf,
} from './open-explorer.ts';

/** Five incidents: three at or near places in the north of Iraq, one somewhere in Iraq, one in the Middle East. */
const filter = '#actor=iranian-backed-groups';

const at = (place: string) => incident(`in-${place}`, { location: place, locationPrecision: 'EXACT' });

/** Two villages, so near to each other that a map of the world has one point for both. */
const villages = article('villages', {
  locations: [
    named('north', { kind: 'SETTLEMENT', point: { latitude: 34.01, longitude: 48 } }),
    named('south', { kind: 'SETTLEMENT', point: { latitude: 34, longitude: 48 } }),
  ],
  incidents: [at('north'), at('south')],
});

describe.skipIf(!hasBrowser)('the map of the explorer', () => {
  let running: RunningExplorer;
  let opened: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    running = await startExplorer([...(await shippedArticles()), villages]);
  });

  afterAll(async () => {
    await running?.stop();
  });

  /** Opens the filter, and waits until the map shows it. */
  async function openMap(hash = filter, options = desktop): Promise<void> {
    opened = await running.open(hash, options);
    page = opened.page;
    await page.locator('.mark').first().waitFor();
    await settle(page);
  }

  /** The names of the points that are in view. */
  const visible = async () => {
    const stage = await stageBox();
    const names: string[] = [];
    for (const each of await page.locator('.mark').all()) {
      const box = await each.boundingBox();
      const isIn =
        box &&
        box.x >= stage.x &&
        box.x + box.width <= stage.x + stage.width &&
        box.y >= stage.y &&
        box.y + box.height <= stage.y + stage.height;
      if (isIn) names.push((await each.getAttribute('aria-label')) ?? '');
    }
    return names;
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const mark = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) }).first();
  const stageBox = async () => {
    const box = await page.locator('.stage').boundingBox();
    if (!box) throw new Error('The map has no size.');
    return box;
  };
  const centreOf = async (name: string) => {
    const box = await mark(name).locator('circle').boundingBox();
    if (!box) throw new Error(`${name} is not on the map.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  it('fits the points of the filter, hatches areas and counts what is no point', async () => {
    await openMap();
    expect((await visible()).sort()).toEqual([
      expect.stringMatching(/^Ain al-Asad.*1 incident/),
      expect.stringMatching(/^Mosul Dam, 1 incident/),
      expect.stringMatching(/^al-Harir.*1 incident/),
    ]);
    expect(await page.locator('path.area').count()).toBe(1);
    await page.getByText('2 incidents somewhere in an area').click();
    await expect
      .poll(() => page.locator('.map-notes').textContent())
      .toMatch(/Iraq 1[\s\S]*Middle East 1|Middle East 1[\s\S]*Iraq 1/);
  });

  it('asks only for the cells of another view when it is zoomed, and keeps that view', async () => {
    const before = opened.sent.length;
    await button('Zoom out').click();
    await settle(page);
    await button('Zoom out').click();
    await settle(page);
    const more = opened.sent.slice(before);
    expect(more.length).toBeLessThanOrEqual(2);
    for (const { name, variables } of more) {
      expect(name).toBe('Detail');
      expect(variables).toMatchObject({ isMap: true, isTimeline: false });
    }
    expect((await visible()).length).toBeGreaterThan(0);
  });

  it('shows the place, its count and its toll at a point', async () => {
    await button('Show all').click();
    await settle(page);
    const { x, y } = await centreOf('Mosul Dam');
    await page.mouse.move(x, y);
    const tooltip = page.getByRole('tooltip');
    await expect.poll(() => tooltip.textContent()).toMatch(/Mosul Dam[\s\S]*1 incident[\s\S]*Click to filter/);
  });

  it('filters by the place of a point that is clicked, and clicked again no longer', async () => {
    await mark('Mosul Dam').click();
    expect((await stateOf(page)).get('within')).toBe('mosul-dam');
    await settle(page);
    expect(await mark('Mosul Dam').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => page.locator('.place-ring').count()).toBeGreaterThan(0);
    await mark('Mosul Dam').click();
    expect((await stateOf(page)).has('within')).toBe(false);
    await settle(page);
  });

  it('pans by the mouse and leaves the map there', async () => {
    const before = await centreOf('Mosul Dam');
    const { x, y, width, height } = await stageBox();
    await page.mouse.move(x + width / 2, y + height * 0.8);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 60, y + height * 0.8 - 40, { steps: 5 });
    await page.mouse.up();
    await settle(page);
    const after = await centreOf('Mosul Dam');
    expect(after.x - before.x).toBeCloseTo(-60, -0.5);
    expect(after.y - before.y).toBeCloseTo(-40, -0.5);
  });

  it('pans and zooms by the keyboard, and reaches the points by Tab and arrows', async () => {
    await page.locator('.stage').focus();
    const before = await centreOf('Mosul Dam');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    expect((await centreOf('Mosul Dam')).x).toBeLessThan(before.x - 50);
    await page.keyboard.press('0');
    await settle(page);
    expect((await visible()).length).toBe(3);
    await page.keyboard.press('Tab');
    const focused = () => page.locator('.mark:focus').getAttribute('aria-label');
    const first = await focused();
    expect(first).toMatch(/1 incident/);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/1 incident/);
    expect(await focused()).not.toBe(first);
    await expect.poll(() => page.getByRole('tooltip').textContent()).toContain('1 incident');
    await page.keyboard.press('Enter');
    expect((await stateOf(page)).has('within')).toBe(true);
    await page.goBack();
    await settle(page);
    expect((await stateOf(page)).has('within')).toBe(false);
  });

  it.each(['button', 'Shift'])(
    'filters by a box that is drawn with the %s, until its handle is clicked',
    async (how) => {
      await button('Show all').click();
      await settle(page);
      const { x, y } = await centreOf('Mosul Dam');
      if (how === 'button') await button('Draw a box').click();
      else await page.keyboard.down('Shift');
      await page.mouse.move(x - 25, y - 25);
      await page.mouse.down();
      await page.mouse.move(x + 25, y + 25, { steps: 4 });
      await page.mouse.up();
      if (how === 'Shift') await page.keyboard.up('Shift');
      const [west = 0, south = 0, east = 0, north = 0] = ((await stateOf(page)).get('box') ?? '')
        .split(',')
        .map(Number);
      expect(west < 42.8231 && 42.8231 < east && south < 36.6303 && 36.6303 < north).toBe(true);
      await settle(page);
      expect(await visible()).toEqual([expect.stringMatching(/^Mosul Dam/)]);
      await button('Remove the box').first().click();
      expect((await stateOf(page)).has('box')).toBe(false);
      await settle(page);
    },
  );

  it('draws a box across the antimeridian in one piece', async () => {
    await openMap('#box=40,-40,-150,60');
    await page.locator('.chosen-box > rect').first().waitFor({ state: 'attached' });
    const boxes = await page.locator('.chosen-box > rect').all();
    const widths = await Promise.all(boxes.map(async (rect) => Number(await rect.getAttribute('width'))));
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });

  it('opens a cell of several places by zooming in', async () => {
    await openMap('');
    const several = page.locator('.mark[aria-label^="Several places"]').first();
    const before = await page.locator('.mark').count();
    await several.click({ force: true });
    await settle(page);
    expect((await stateOf(page)).has('within')).toBe(false);
    expect(await page.locator('use').first().getAttribute('transform')).toMatch(/scale/);
    expect(before).toBeGreaterThan(1);
    expect(opened.sent.at(-1)?.name).toBe('Detail');
  });

  it('lists what has no place on the map', async () => {
    await openMap('');
    const note = page.locator('.map-notes').getByRole('button', { name: /without a place on the map/ });
    const [count] = /^\d+/.exec((await note.textContent()) ?? '') ?? [];
    await note.click();
    expect((await stateOf(page)).get('unplaced')).toBe('1');
    await expect.poll(() => page.locator('.count').textContent()).toMatch(new RegExp(`^${count} incident`));
    await settle(page);
    expect(await page.locator('.mark').count()).toBe(0);
    await page.getByRole('button', { name: 'Remove Place: not on the map' }).click();
    expect((await stateOf(page)).has('unplaced')).toBe(false);
  });

  it('says why it shows nothing, and tries again', async () => {
    await openMap();
    await page.route('**/graphql', (route) => route.abort());
    await mark('Mosul Dam').click();
    const notice = page.locator('.map .failure');
    await expect.poll(() => notice.textContent()).toContain('cannot be reached');
    expect(await page.locator('.mark').count()).toBeGreaterThan(0);
    await page.unroute('**/graphql');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => notice.count()).toBe(0);
  });

  it('draws the land though no answer comes', async () => {
    const { context } = await running.open('#embed=1');
    const silent = await context.newPage();
    await silent.route('**/graphql', () => {});
    await silent.goto(`${running.origin}/${filter}`);
    await silent.locator('path.land').waitFor({ state: 'attached' });
    await context.close();
  });

  it('draws points as soon as the list is there, where they stay, and says more of them later', async () => {
    const { context } = await running.open('#embed=1');
    const first = await context.newPage();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await first.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.query.includes('query Overview')) await released;
      await route.continue();
    });
    await first.goto(`${running.origin}/${filter}`);
    const points = () =>
      first.locator('.mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('transform')));
    const labels = () => first.locator('.mark').evaluateAll((marks) => marks.map((mark) => mark.ariaLabel));
    await first.locator('.outdated-marks .mark').first().waitFor();
    const early = (await points()).sort();
    expect(new Set(await labels())).toEqual(new Set(['Loading places']));
    await first.locator('path.land').waitFor({ state: 'attached' });
    release();
    await expect.poll(labels).toContainEqual(expect.stringMatching(/^Mosul Dam, 1 incident/));
    expect((await points()).sort()).toEqual(early);
    await context.close();
  });

  it('asks no other host, and breaks no rule of its content security policy', async () => {
    await openMap();
    await button('Zoom in').click();
    await settle(page);
    expect(opened.requested.filter((address) => !address.startsWith(running.origin))).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
