// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import { demoArticles, desktop, laptop, phone, type RunningExplorer, startExplorer } from '../open-explorer.ts';

const title = hasBrowser ? 'the dossier' : 'the dossier (skipped: no browser is installed)';

const shelling = '#open=Incident:demo-dolvik-market-shelling-2019-05-05';

describe.skipIf(!hasBrowser)(title, () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer([...(await demoArticles()), hostile, ...long]);
  }, 120_000);

  afterAll(() => running?.stop());

  it('says how much more there is of long lists, and loads it', async () => {
    const { page, sent } = await running.open('#open=Incident:long');
    const dossier = page.locator('.dossier');
    const bystanders = dossier.locator('dt:has-text("Bystanders") + dd');
    expect(await bystanders.locator('.fact').count()).toBe(12);
    await bystanders.getByRole('button', { name: '88 more' }).click();
    expect(await bystanders.locator('.fact').count()).toBe(100);
    await dossier.getByRole('button', { name: 'Load more participants' }).click();
    await expect.poll(() => bystanders.locator('.fact').count()).toBe(130);
    expect(sent.at(-1)).toMatchObject({ name: 'Dossier', variables: { participants: 1000, reports: 20 } });
    await dossier.getByRole('button', { name: '12 more', exact: true }).click();
    expect(await dossier.locator('.report-columns').first().locator('thead th').count()).toBe(21);
    await dossier.getByRole('button', { name: 'Load 10 more statements' }).click();
    await expect.poll(() => dossier.locator('.statements > ol > li').count()).toBe(40);
  }, 120_000);

  it('shows what happened, who says so and where articles differ, by two requests', async () => {
    const { page, requested, complaints } = await running.open(shelling);
    const dossier = page.locator('.dossier');
    await dossier.locator('.text mark').first().waitFor();

    expect(await dossier.getByRole('heading', { level: 1 }).innerText()).toBe('Shelling of the market of Dolvik');
    const facts = await dossier.locator('.fact-list').innerText();
    expect(facts).toContain('5 May 2019 on Sunday');
    expect(facts).toMatch(/Dolvik, Karvania \(invented\).*at this place/);
    expect(facts).toMatch(/Perpetrator\s+Karvanian army\s*Confirmed/);

    const killed = await dossier.locator('.casualties').innerText();
    expect(killed).toMatch(/13.*civilians/);
    expect(killed).toMatch(/among them 5/);

    for (const [side, words] of [
      ['Claimed by', 'shelled the market by mistake'],
      ['Attributed to', 'جيش كارفانيا أطلق 30 قذيفة على السوق'],
      ['Denied by', 'Nuestras fuerzas no han disparado'],
    ] as const) {
      const entries = await page.getByRole('region', { name: side }).innerText();
      expect(entries).toContain('Karvanian army');
      expect(entries).toContain(words);
    }

    const row = dossier.getByRole('row', { name: /^Killed ✓?/ }).first();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringContaining('13'),
      expect.stringContaining('14'),
      expect.stringContaining('at least 9'),
    ]);
    expect(await row.locator('.wins').innerText()).toContain('13');
    expect(await dossier.locator('.statements').innerText()).toMatch(/Retracts\s+Bren Halto/);

    expect(requested.filter((url) => !url.startsWith(`${running.origin}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('opens related incidents, and goes back by Escape and by the browser', async () => {
    const { page } = await running.open(shelling);
    await page.locator('.dossier .fact-list').getByRole('link', { name: 'Ceasefire between' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ceasefire between' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#open=Incident:demo-ceasefire-2019-05-01');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Shelling of' }).waitFor();
    await page.locator('.dossier .back').focus();
    await page.keyboard.press('Escape');
    await page.locator('.dossier').waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('');
  }, 120_000);

  it('says so where there is no such incident', async () => {
    const { page } = await running.open('#open=Incident:nothing');
    await page.getByText('There is no incident with the id').waitFor();
  }, 60_000);

  it('shows markup, directions and a very long title as text', async () => {
    const { page, complaints } = await running.open('#open=Incident:hostile');
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();
    expect((await heading.innerText()).startsWith('<img src=x onerror=')).toBe(true);
    expect((await heading.boundingBox())?.height).toBeLessThan(200);
    await page.getByText('The whole text (').click();
    await page.locator('.text mark').first().waitFor();
    expect(await page.locator('.dossier :is(img, script, iframe)').count()).toBe(0);
    expect(await page.locator('.dossier a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('.dossier .fact-list bdi', { hasText: '\u202e' }).count()).toBeGreaterThan(0);
    for (const link of await page.locator('.dossier a[target]').all())
      expect(await link.getAttribute('rel')).toBe('noreferrer noopener nofollow');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
  }, 120_000);

  it.each([
    ['a desktop', desktop, 'light'],
    ['a laptop', laptop, 'dark'],
    ['a phone', phone, 'light'],
    ['a phone', phone, 'dark'],
  ] as const)(
    'has nothing serious for axe on %s (%j, %s)',
    async (_name, size, colorScheme) => {
      const { page } = await running.open(shelling, { ...size, colorScheme, reducedMotion: 'reduce' });
      await page.locator('.dossier .statements').waitFor();
      const { violations } = await new AxeBuilder({ page }).include('.dossier').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
    120_000,
  );
});

const hostile = {
  id: 'hostile',
  title: `<script>alert(1)</script> ${'x'.repeat(900)}`,
  publisher: '\u202eevil\u2066 <b>bold</b>',
  published: '2023-11-12',
  url: 'https://example.org/"onclick="alert(1)',
  text: '<img src=x onerror=alert(1)> \u202eA bomb exploded.',
  locations: [{ id: 'place', name: '\u202eplace <i>x</i>' }],
  actors: [{ id: 'actor', name: '<svg onload=alert(1)>' }],
  incidents: [
    {
      id: 'hostile',
      title: `<img src=x onerror=alert(1)> ${'long '.repeat(190)}`,
      sameAs: ['https://example.org/<script>'],
      location: 'place',
      participants: [{ actor: 'actor', role: 'PERPETRATOR', evidence: ['A bomb'] }],
      evidence: ['bomb exploded'],
    },
  ],
};

/** 22 articles about one incident, of which the first has 130 bystanders and 40 statements. */
const long = Array.from({ length: 22 }, (_, index) => ({
  id: `long-${index}`,
  published: '2023-11-12',
  text: 'Many saw it.',
  incidents: [
    {
      id: 'long',
      title: `Seen ${index}`,
      participants: bystanders(index === 0 ? 130 : 1).map(({ id }) => ({ actor: id, role: 'BYSTANDER' })),
    },
  ],
  actors: bystanders(index === 0 ? 130 : 1),
  statements: Array.from({ length: index === 0 ? 40 : 0 }, (_, number) => ({
    id: `said-${number}`,
    type: 'COMMENT',
    text: `Comment ${number}`,
    incidents: ['long'],
  })),
}));

function bystanders(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `bystander-${index}`, name: `Bystander ${index}` }));
}
