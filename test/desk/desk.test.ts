// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
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

describe.skipIf(!hasBrowser)(title('the desk'), () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks([storedConvoy]);
  });
  afterAll(() => desks?.close());

  const openWithIncident = async () => {
    const desk = await desks.open();
    await begin(desk.page, convoyText);
    await select(desk.page, 'a roadside bomb hit their convoy');
    await make(desk.page, 'Incident');
    return desk;
  };

  it('asks for a text and a day before it begins, and reads the day of a bare text', async () => {
    const { page } = await desks.open();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Paste the text of an article first.').waitFor();
    await page.getByLabel('Text', { exact: true }).fill('date 2024-01-15\n\nIran spoke.');
    expect(await page.getByLabel('Published on').inputValue()).toBe('2024-01-15');
    await page.getByText('Monday, 15 January 2024').waitFor();
    await page.getByRole('button', { name: 'Begin' }).click();
    expect(await page.locator('.text').innerText()).toBe('Iran spoke.');
  });

  it('makes selected words evidence of the open card, of a part, or a new card', async () => {
    const { page } = await openWithIncident();
    await select(page, 'Two soldiers were wounded');
    await make(page, 'Casualties');
    await select(page, 'near Mosul Dam');
    await make(page, 'Evidence'); // of the part, which is open
    await page.locator('[data-card^="incidents/"] .card-head button').click();
    await select(page, 'on Sunday');
    await make(page, 'Evidence');
    await select(page, 'the Iraqi army');
    await make(page, 'Participant');
    const { incidents, actors } = await downloaded(page);
    expect(incidents[0].evidence.map(({ quote }: any) => quote)).toEqual([
      'a roadside bomb hit their convoy',
      'on Sunday',
    ]);
    expect(incidents[0].casualties[0].evidence.map(({ quote }: any) => quote)).toEqual([
      'Two soldiers were wounded',
      'near Mosul Dam',
    ]);
    expect(actors).toEqual([{ id: 'iraqi-army', name: 'Iraqi army', evidence: [{ quote: 'the Iraqi army' }] }]);
    expect(incidents[0].participants).toEqual([{ actor: 'iraqi-army', evidence: [{ quote: 'the Iraqi army' }] }]);
  });

  it('says which of several places the words stand at', async () => {
    const { page } = await desks.open();
    await begin(page, 'Iran spoke. Iran denied it.');
    await select(page, 'Iran', 2);
    await make(page, 'Actor');
    expect((await downloaded(page)).actors[0].evidence).toEqual([{ quote: 'Iran', occurrence: 2 }]);
    expect(await page.locator('.text mark').count()).toBe(1);
  });

  it('makes the quoted words, the speaker and the subject of a statement from words', async () => {
    const { page } = await openWithIncident();
    await select(page, '"We will find those behind it," Colonel Ali Hassan told reporters.');
    await make(page, 'Statement');
    await select(page, 'Colonel Ali Hassan');
    await make(page, 'Speaker');
    const { statements, actors } = await downloaded(page);
    expect(statements[0]).toMatchObject({
      quote: 'We will find those behind it,',
      mode: 'DIRECT_QUOTE',
      speaker: 'colonel-ali-hassan',
    });
    expect(actors[0].name).toBe('Colonel Ali Hassan');
  });

  it('completes names from the store, with what is known of them, and takes their ids', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await select(page, 'Mosul Dam');
    await make(page, 'Place');
    const option = page.getByRole('option', { name: /Mosul Dam/ });
    await option.waitFor();
    expect(await option.innerText()).toContain('Infrastructure · Iraq · mosul-dam');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const { locations } = await downloaded(page);
    expect(locations).toEqual([
      {
        id: 'mosul-dam',
        name: 'Mosul Dam',
        kind: 'INFRASTRUCTURE',
        country: 'IQ',
        point: { latitude: 36.6303, longitude: 42.8231 },
        evidence: [{ quote: 'Mosul Dam' }],
      },
    ]);
  });

  it('makes one card of two that turn out to be the same', async () => {
    const { page } = await desks.open();
    await begin(page, 'Iran spoke. Tehran denied it.');
    await select(page, 'Iran');
    await make(page, 'Actor');
    await page.locator('.suggestion').first().click();
    await select(page, 'Tehran');
    await make(page, 'Actor');
    await page.locator('.suggestion').first().click();
    await page.getByText('both are one card now').waitFor();
    const { actors } = await downloaded(page);
    expect(actors).toHaveLength(1);
    expect(actors[0].evidence.map(({ quote }: any) => quote)).toEqual(['Iran', 'Tehran']);
  });

  it('shows what the check says at its card and its field, and takes it back', async () => {
    const { page } = await openWithIncident();
    await select(page, 'Two soldiers were wounded');
    await make(page, 'Casualties');
    const part = page.locator('[data-part="casualties/0"]');
    await part.getByLabel('Count', { exact: true }).last().fill('7');
    const warning = part.locator('.issue.warning', { hasText: /7/ });
    await warning.first().waitFor();
    expect(await page.locator('.badge.warned').count()).toBe(1);
    await part.getByLabel('Count', { exact: true }).last().fill('2');
    await warning.first().waitFor({ state: 'detached' });
  });

  it('marks facts without evidence by more than colour, and shades sentences without evidence', async () => {
    const { page } = await openWithIncident();
    await page.locator('.text mark.of-uncovered').first().waitFor();
    expect(await page.locator('.text mark.of-uncovered').allInnerTexts()).toContain('No group claimed the attack.');
    expect(await page.locator('.legend').innerText()).toMatch(/\d sentences have no evidence/);
    await page.getByRole('button', { name: /^Remove the evidence/ }).click();
    expect(await page.locator('.card .badge.amber').innerText()).toBe('No evidence');
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    expect(await page.locator('.card .badge.amber').count()).toBe(0);
  });

  it('shows a date as EDTF and what it means, with its words', async () => {
    const { page } = await openWithIncident();
    await select(page, 'on Sunday');
    await make(page, 'Date');
    const field = page.locator('[data-field="date"]');
    expect(await field.getByLabel('Date in EDTF').inputValue()).toBe('2024-01-14');
    expect(await field.locator('.date-chip').innerText()).toBe('Sunday, 14 January 2024');
    expect(await field.getByLabel('Date in the words of the text').inputValue()).toBe('on Sunday');
    await field.getByLabel('Date in EDTF').fill('2024-01');
    expect(await field.locator('.date-chip').innerText()).toBe('January 2024: a day in this month');
    await field.getByLabel('Date in EDTF').fill('January');
    expect(await field.getByText(/^Write 2023-11-09/).count()).toBe(1);
    await field.locator('.issue.refusal').waitFor();
  });

  it('leads from evidence to its words, and from words to their card', async () => {
    const { page } = await openWithIncident();
    await select(page, 'Iran denied any involvement');
    await make(page, 'Statement');
    await page.locator('.text mark.of-incident').first().click();
    expect(await page.locator('[data-open]').getAttribute('data-card')).toContain('incidents/');
    await page.locator('[data-open] .quote .words').click();
    expect(await page.evaluate("CSS.highlights.has('shown-words')")).toBe(true);
  });

  it('moves evidence with its words when the text is edited', async () => {
    const { page } = await openWithIncident();
    await page.getByRole('button', { name: 'Edit text' }).click();
    const editor = page.getByRole('textbox', { name: 'Text of the article' });
    await editor.fill(convoyText.replace('convoy', 'patrol'));
    await editor.fill(`Corrected. ${convoyText.replace('convoy', 'patrol')}`);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.locator('.text mark.of-incident').innerText()).toBe('a roadside bomb hit their patrol');
    expect((await downloaded(page)).incidents[0].evidence).toEqual([{ quote: 'a roadside bomb hit their patrol' }]);
  });

  it('undoes and redoes each step', async () => {
    const { page } = await openWithIncident();
    await select(page, 'Iran');
    await make(page, 'Actor');
    const cards = page.locator('.card');
    expect(await cards.count()).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    expect(await cards.count()).toBe(1);
    await page.keyboard.press('Control+Shift+Z');
    expect(await cards.count()).toBe(2);
  });

  it('removes a card with what refers to it, and says so', async () => {
    const { page } = await openWithIncident();
    await select(page, 'the Iraqi army');
    await make(page, 'Participant');
    await page.locator('[data-card^="actors/"] .card-head button').click();
    await page.getByRole('button', { name: 'Remove actor' }).click();
    await page.getByText('Actor removed with 1 fact that named it.').waitFor();
    expect((await downloaded(page)).incidents[0].participants).toBeUndefined();
  });

  it('drafts the article, and marks each card until it is confirmed', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await page.getByText(/cards drafted/).waitFor();
    const drafted = page.locator('.card.is-drafted');
    const count = await drafted.count();
    expect(count).toBeGreaterThan(2);
    expect(await page.locator('.badge.drafted').count()).toBe(count);
    expect(await checked(page)).not.toContain('to fix');
    await drafted.first().locator('.card-head button').click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => drafted.count()).toBe(count - 1);
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
    await page.getByText(/drafted and not confirmed/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await page.getByText('The drafting found nothing that is not there yet.').waitFor();
  });

  it('is worked by the keyboard alone', async () => {
    const { page } = await desks.open();
    await page.getByLabel('Text', { exact: true }).focus();
    await page.keyboard.insertText(convoyText);
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024-01-15');
    await page.keyboard.press('Enter');
    await page.locator('.text:focus').waitFor();
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await page.keyboard.press(key);
    expect(await page.locator('.selection-bar q').innerText()).toContain('Two soldiers were wounded');
    await page.keyboard.press('i');
    await page.locator('[data-field="title"] input:focus').waitFor();
    await page.locator('.text').focus();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    expect(await page.evaluate('document.activeElement.closest(".selection-bar") !== null')).toBe(true);
    await page.keyboard.press('Enter');
    const { incidents } = await downloaded(page);
    expect(incidents[0].title).toBe('Two soldiers were wounded');
    expect(incidents[0].evidence).toHaveLength(2);
  });

  it('selects with the keys from right to left where the text runs so', async () => {
    const { page } = await desks.open();
    await begin(page, 'قالت إيران إنها تنفي.');
    await page.locator('.text').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.selection-bar q').innerText()).toContain('إيران');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.selection-bar q').innerText()).toContain('قالت');
  });

  it('does not move by itself for those who want stillness', async () => {
    const { page } = await desks.open({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await begin(page, `${'Nothing happened here. '.repeat(400)}Iran spoke.`);
    await select(page, 'Iran');
    await make(page, 'Actor');
    await page.evaluate("document.querySelector('.text').scrollTo(0, 0)");
    await page.locator('.quote .words').click();
    await expect.poll(() => page.evaluate("document.querySelector('.text').scrollTop")).toBeGreaterThan(500);
  });

  it('is not shown in a frame, and runs nothing that is not its own', async () => {
    const response = await fetch(`${desks.origin}/desk`, { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await fetch(`${desks.origin}/desk`, { headers: { accept: 'application/json' } })).status).toBe(404);
  });
});
