import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import {
  desktop,
  phone,
  type RunningExplorer,
  type SentOperation,
  settle,
  shown,
  startExplorer,
  stateOf,
} from './open-explorer.ts';

/** 1,200 incidents at 60 places in Iraq and Chile, in five years. */
const article = {
  id: 'attacks',
  published: '2020-01-02',
  publisher: 'Gazette',
  text: 'Shells fell.',
  actors: [{ id: 'guard', name: 'Guard' }],
  locations: [
    { id: 'iraq', name: 'Iraq', kind: 'COUNTRY', country: 'IQ' },
    { id: 'chile', name: 'Chile', kind: 'COUNTRY', country: 'CL' },
    ...Array.from({ length: 60 }, (_, i) => ({
      id: `place-${i}`,
      name: `Place ${i}`,
      kind: 'CITY',
      partOf: i < 30 ? 'iraq' : 'chile',
      point: { latitude: (i < 30 ? 30 : -50) + (i % 6), longitude: (i < 30 ? 42 : -72) + (i % 5) / 2 },
    })),
  ],
  incidents: Array.from({ length: 1200 }, (_, i) => ({
    id: `attack-${i}`,
    title: `Attack ${i}`,
    type: i % 2 ? 'BATTLE' : 'PROTEST',
    date: `201${i % 5}-0${1 + (i % 9)}-1${i % 10}`,
    location: `place-${i % 60}`,
    locationPrecision: 'EXACT',
    participants: [{ actor: 'guard', role: 'TARGET' }],
  })),
};

const first = ['Incidents', 'Overview'];

describe.skipIf(!hasBrowser)('the requests of the explorer', () => {
  let running: RunningExplorer;
  let page: Page;
  let sent: SentOperation[];

  beforeAll(async () => {
    running = await startExplorer([article]);
  });
  afterAll(async () => {
    await running?.stop();
  });

  async function open(hash = '', options = desktop): Promise<void> {
    await page?.context().close();
    ({ page, sent } = await running.open(hash, options));
    await settle(page);
  }

  /** The operations that an action leads to. */
  async function sentBy(act: () => Promise<unknown>): Promise<string[]> {
    const before = sent.length;
    await act();
    await shown(page);
    await settle(page);
    return sent.slice(before).map(({ name }) => name);
  }

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const drag = async (selector: string, from: [number, number], to: [number, number]) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} has no size`);
    const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 3 });
    await page.mouse.up();
  };

  it.each([
    ['no filter', ''],
    ['names to look up', '#actor=guard&within=place-3'],
    ['days and a box', '#from=2011-01-01&to=2012-01-01&box=41,29,46,40'],
    ['words', '#q=attack&sort=relevance'],
    ['nothing on the map', '#country=CL&type=RIOT'],
  ])('are two for a link with %s', async (_, hash) => {
    await open(hash);
    expect(sent.map(({ name }) => name).filter((name) => name !== 'Count' && name !== 'Suggest')).toEqual(first);
  });

  it('are four for a link with an open incident: two of them are about it', async () => {
    await open('#open=Incident:attack-7');
    expect(sent.map(({ name }) => name).sort()).toEqual(['Dossier', 'Incidents', 'Overview', 'Words']);
  });

  it('leave out the facets where there are none', async () => {
    await open('#embed=1');
    expect(sent.map(({ name, variables }) => [name, variables.hasFacets])).toEqual([
      ['Incidents', undefined],
      ['Overview', false],
    ]);
  });

  it('are two on a phone', async () => {
    await open('', phone);
    expect(sent.map(({ name }) => name)).toEqual(first);
  });

  it('are two for each change of the filter, one for what the filter does not change', async () => {
    await open();
    const facet = (label: RegExp) => page.getByRole('checkbox', { name: label });
    expect(await sentBy(() => facet(/^Iraq/).check())).toEqual(first);
    expect(await sentBy(() => drag('.brush-area', [0.2, 0.5], [0.6, 0.5]))).toEqual(first);
    expect(await sentBy(() => page.getByLabel('Order of the incidents').selectOption('oldest'))).toEqual(['Incidents']);
    expect(await sentBy(() => button('Clear days').click())).toEqual(first);
    await button('Draw a box').click();
    expect(await sentBy(() => drag('.stage', [0.3, 0.3], [0.7, 0.7]))).toEqual(first);
    expect((await stateOf(page)).get('box')).toMatch(/^[\d.,]+$/);
    expect(await sentBy(() => button('Zoom in').click())).toEqual(['Detail']);
    expect(await sentBy(() => page.locator('.incident').first().click())).toEqual(['Dossier', 'Words']);
    expect(await sentBy(() => page.keyboard.press('Escape'))).toEqual([]);
    expect(await sentBy(() => page.goBack())).toEqual(['Dossier', 'Words']);
    expect(await sentBy(() => page.goBack())).toEqual([]);
    expect(await sentBy(() => page.goBack())).toEqual(first);
  });

  it('are one for more of the list, and none for a view that the answer holds', async () => {
    await open('#country=IQ');
    expect(await sentBy(() => page.locator('.show-more').scrollIntoViewIfNeeded())).toEqual(['Incidents']);
    expect(sent.at(-1)?.variables).toMatchObject({ isFirst: false, after: expect.any(String) });
    expect(await sentBy(() => drag('.stage', [0.5, 0.5], [0.45, 0.5]))).toEqual([]);
    expect(await sentBy(() => page.getByText('Injured', { exact: true }).click())).toEqual([]);
  });

  it('are all executed in batches', async () => {
    await open('#country=IQ&actor=guard&publisher=Gazette&q=attack&open=Incident:attack-7');
    const metrics = await (await fetch(`${running.origin}/metrics`)).text();
    expect(metrics).not.toMatch(/^incident_graph_executor_fallbacks_total\{/m);
  });
});
