import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import { demoArticles, desktop, type RunningExplorer, startExplorer } from '../open-explorer.ts';

const title = hasBrowser ? 'sharing and exporting' : 'sharing and exporting (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(title, () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer(await demoArticles());
  }, 120_000);

  afterAll(() => running?.stop());

  it('copies a link that leads to the same view', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, complaints } = await running.open('#country=IQ&from=2019-05-01', { ...desktop, permissions });
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe(page.url());
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('embeds a view without chrome, which leads to the whole page', async () => {
    const { page } = await running.open('#open=Incident:demo-ceasefire-2019-05-01&embed=1');
    await page.locator('.dossier .fact-list').waitFor();
    expect(await page.getByRole('search').count()).toBe(0);
    const link = page.getByRole('link', { name: 'Open in incident-graph' });
    expect(await link.getAttribute('href')).toBe('/#open=Incident:demo-ceasefire-2019-05-01');
  }, 120_000);

  it('links to exports of the present filter', async () => {
    const { page } = await running.open('#country=IQ&sort=killed');
    await page.getByRole('button', { name: 'Export' }).click();
    for (const [name, suffix] of [
      ['CSV', 'csv'],
      ['GeoJSON', 'geojson'],
      ['NDJSON', 'ndjson'],
    ] as const) {
      const path = await page.getByRole('link', { name: new RegExp(`^${name}`) }).getAttribute('href');
      const { pathname, searchParams } = new URL(path ?? '', running.origin);
      expect(pathname).toBe(`/export/incidents.${suffix}`);
      expect(JSON.parse(searchParams.get('where') ?? '')).toEqual({ location: { country: { in: ['IQ'] } } });
    }
  }, 120_000);

  it('sends the token of the tab along, which a link could not', async () => {
    const { page } = await running.open('');
    await page.evaluate("sessionStorage.setItem('incident-graph-token', 'secret')");
    await page.reload();
    let authorization: string | undefined;
    await page.route('**/export/incidents.csv*', (route) => {
      authorization = route.request().headers().authorization;
      return route.fulfill({ body: 'id\n', contentType: 'text/csv' });
    });
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^CSV/ }).click();
    expect((await download).suggestedFilename()).toBe('incidents.csv');
    expect(authorization).toBe('Bearer secret');
  }, 120_000);
});
