// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import {
  begin,
  checked,
  convoyText,
  type Desks,
  downloaded,
  make,
  select,
  startDesks,
  storedConvoy,
} from './open-desk.ts';

const title = (of: string) => (hasBrowser ? of : `${of} (skipped: no browser is installed)`);

const markup = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';

describe.skipIf(!hasBrowser)(title('hostile texts and files'), () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks([
      storedConvoy,
      { id: 'marked', published: '2023-01-01', text: 'T', actors: [{ id: 'marked', name: `Zorro ${markup}` }] },
    ]);
  });
  afterAll(() => desks?.close());

  const openFile = async (page: Page, content: string, name = 'article.json') => {
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };

  it('says that a megabyte is too long, and takes nothing of it', async () => {
    const { page } = await desks.open();
    await page.getByLabel('Text', { exact: true }).fill('Word. '.repeat(180_000));
    await page.getByText(/This text has 1,080,000 characters/).waitFor();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('');
    await begin(page, convoyText);
  });

  it('works on the longest text that it takes', async () => {
    const { page, complaints } = await desks.open();
    await begin(page, `${convoyText}\n${'Nothing else happened here. '.repeat(7_100)}`);
    await select(page, 'a roadside bomb hit their convoy');
    await make(page, 'Incident');
    await page.getByLabel('Title').first().fill('Long');
    expect(await checked(page)).not.toBe('');
    expect(complaints).toEqual([]);
  });

  it('shows markup of texts, of names and of files as text', async () => {
    const { page, complaints, requested } = await desks.open();
    await begin(page, `Before ${markup} after. ${convoyText}`);
    await select(page, markup);
    await make(page, 'Incident');
    await select(page, 'Colonel Ali Hassan');
    await make(page, 'Actor');
    await page.locator('[data-open] [data-field="name"] input').fill('Zorro');
    await page.locator('.suggestion').first().waitFor();
    expect(await page.locator('.suggestion').first().innerText()).toContain('<script>');
    await page.locator('.suggestion').first().click();
    await checked(page);
    expect(await page.title()).toBe('Desk · incident-graph');
    expect(await page.locator('.text img, .cards img, .cards script').count()).toBe(0);
    await openFile(page, '{', `${markup}.json`);
    expect(await page.locator('.open-dialog .problem').innerText()).toContain('<img');
    expect(complaints).toEqual([]);
    expect(requested.some((address) => address.endsWith('/x'))).toBe(false);
  });

  it('keeps a right-to-left override within the words that hold it', async () => {
    const { page } = await desks.open();
    await begin(page, `Iran \u202Edesrever\u202C spoke. وقالت إيران إنها تنفي. ${convoyText}`);
    await select(page, 'Iran \u202Edesrever\u202C spoke');
    await make(page, 'Incident');
    await page.getByLabel('Title').first().fill('\u202Eedirrevo');
    const card = page.locator('[data-card^="incidents/"]');
    expect(await card.locator('.card-title > bdi').innerText()).toBe('\u202Eedirrevo');
    const isolation = "getComputedStyle(document.querySelector('[data-open] .card-title > bdi')).unicodeBidi";
    expect(await page.evaluate(isolation)).toBe('isolate');
    expect((await downloaded(page)).incidents[0].evidence).toEqual([{ quote: 'Iran \u202Edesrever\u202C spoke' }]);
  });

  it.each([
    ['{"id": ', 'It is not JSON'],
    ['[1, 2]', 'It holds 2 articles'],
    ['{"incidents": "none"}', '/incidents must be a list, but is "none"'],
    [JSON.stringify({ text: 'x'.repeat(1_500_000) }), 'This text has 1,500,000 characters'],
    [' '.repeat(2_500_000), 'The desk opens up to 2,000,000'],
  ])('does not open a file with %.20s', async (content, problem) => {
    const { page } = await desks.open();
    await openFile(page, content);
    expect(await page.locator('.open-dialog .problem').innerText()).toContain(problem);
  });

  it('opens a file with faults, and shows each at its field', async () => {
    const { page } = await desks.open();
    const article = {
      id: 'faulty',
      published: '2024-01-15',
      text: 'Iran spoke.',
      colour: 'red',
      actors: [{ id: 'Iran!', name: 'Iran', kind: 'EMPIRE', evidence: ['nowhere'] }],
      statements: [{ id: 's', type: 'REPORT', text: 'T', date: 'soon' }],
    };
    await openFile(page, JSON.stringify(article));
    await page.locator('.text').waitFor();
    expect(await checked(page)).toContain('to fix');
    await page.locator('[data-card="actors/Iran!"] .card-head button').click();
    const card = page.locator('[data-card="actors/Iran!"]');
    await card.locator('[data-field="kind"] .issue.refusal').waitFor();
    expect(await card.locator('.quote.missing').innerText()).toContain('Not in the text');
    await page.locator('[data-card="statements/s"] .card-head button').click();
    await page.locator('[data-card="statements/s"] [data-field="date"] .issue.refusal').waitFor();
  });
});

describe.skipIf(!hasBrowser)(title('a server that is away, slow, or wants something'), () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks([storedConvoy]);
  });
  afterAll(() => desks?.close());

  const answers: Record<string, (route: Route) => Promise<void>> = {
    'The server cannot be reached.': (route) => route.abort(),
    'Too many requests for one minute.': (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '60' },
        json: { errors: [{ message: 'm', extensions: { code: 'RATE_LIMITED' } }] },
      }),
    'This server requires a token.': (route) =>
      route.fulfill({ status: 401, json: { errors: [{ message: 'm', extensions: { code: 'UNAUTHENTICATED' } }] } }),
    'The server is busy.': (route) => route.fulfill({ status: 503, body: 'no' }),
    'Something went wrong on the server.': (route) => route.fulfill({ status: 500, body: '<h1>no</h1>' }),
  };

  it.each(Object.entries(answers))('%s: says so, and everything else goes on', async (words, answer) => {
    const { page } = await desks.open();
    await page.route('**/graphql', answer);
    await begin(page, convoyText);
    await page.getByText(words).first().waitFor();
    await select(page, 'a roadside bomb hit their convoy');
    // The check of the incident fails too; sent later, it would succeed, and leave nothing to try again.
    const check = page.waitForRequest((request) => /"incidents":\[\{/.test(request.postData() ?? ''));
    await make(page, 'Incident');
    await check;
    expect((await downloaded(page)).incidents).toHaveLength(1);
    await page.getByText('Kept in this browser').waitFor();
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await page.locator('.notices .failure').waitFor();
    await page.unroute('**/graphql');
    if (words !== 'This server requires a token.') {
      await page
        .locator('.right')
        .getByRole('button', { name: /^Try again/ })
        .click();
      expect(await checked(page)).not.toBe('');
    }
  });

  it('shows only the answer for the last state, whatever order answers arrive in', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await checked(page);
    let slow = 0;
    await page.route('**/graphql', async (route) => {
      slow++;
      if (slow === 1) await new Promise((resolve) => setTimeout(resolve, 3000));
      await route.continue().catch(() => {}); // the page aborted it
    });
    await select(page, 'Iran');
    await make(page, 'Actor');
    await page.waitForTimeout(900);
    const id = page.locator('[data-open] .id-field input');
    await id.fill('Not An Id');
    await page.locator('[data-open] .issue.refusal').first().waitFor();
    await page.waitForTimeout(3000);
    expect(await checked(page)).toContain('to fix');
  });
});
