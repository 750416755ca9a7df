// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import {
  begin,
  checked,
  convoyText,
  type Desks,
  downloaded,
  editorToken,
  make,
  publishAsEditor,
  reviewAsEditor,
  select,
  startDesks,
  storedConvoy,
} from './open-desk.ts';

const title = (of: string) => (hasBrowser ? of : `${of} (skipped: no browser is installed)`);

describe.skipIf(!hasBrowser).each([
  { store: 'a fresh store', articles: async () => [] },
  { store: 'the shipped articles', articles: shippedArticles },
])(title('from a pasted text to a stored article, on $store'), ({ articles }) => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks(await articles());
  });
  afterAll(() => desks?.close());

  it('takes an editor a few minutes, and asks no other host', async () => {
    const { page, requested, complaints } = await desks.open();
    const started = Date.now();
    await begin(page, convoyText);
    await select(page, 'a roadside bomb hit their convoy');
    await make(page, 'Incident');
    await page.getByLabel('Title').first().fill('Roadside bomb near Mosul Dam');
    await page.locator('[data-open] [data-field="type"] select').selectOption('EXPLOSION_REMOTE_VIOLENCE');
    await page.getByLabel('Subtype').selectOption('IED_ATTACK');
    await select(page, 'Two soldiers were wounded');
    await make(page, 'Casualties');
    await select(page, 'on Sunday');
    await make(page, 'Date');
    await select(page, 'Mosul Dam');
    await make(page, 'Place of it');
    await page.getByLabel('How close').selectOption('NEAR');
    await select(page, 'roadside bomb');
    await make(page, 'Method');
    await select(page, 'convoy');
    await make(page, 'Target');
    await select(page, 'Iran denied any involvement');
    await make(page, 'Statement');
    await page.locator('[data-open] [data-field="type"] select').selectOption('DENIAL_OF_RESPONSIBILITY');
    await page.getByLabel('Add to About incidents').selectOption('roadside-bomb-near-mosul-dam-2024-01-14');
    await select(page, 'Iran');
    await make(page, 'Speaker');
    expect(await checked(page)).not.toContain('to fix');
    await publishAsEditor(page);
    expect(Date.now() - started).toBeLessThan(10 * 60_000);
    const { incident } = await desks.gateway.ask(`{ incident(id: "roadside-bomb-near-mosul-dam-2024-01-14") {
      subtype locationPrecision date { edtf original } location { name } targets { kind }
      casualties { kind count { min max original } evidence { quote start } } weapons { method }
      responsibility { deniedBy { actor { name } } }
    } }`);
    expect(incident).toEqual({
      subtype: 'IED_ATTACK',
      locationPrecision: 'NEAR',
      date: { edtf: '2024-01-14', original: 'on Sunday' },
      location: { name: 'Mosul Dam' },
      targets: [{ kind: 'CONVOY' }],
      casualties: [
        {
          kind: 'INJURED',
          count: { min: 2, max: 2, original: 'Two' },
          evidence: [{ quote: 'Two soldiers were wounded', start: 0 }],
        },
      ],
      weapons: [{ method: 'IED' }],
      responsibility: { deniedBy: [{ actor: { name: 'Iran' } }] },
    });
    expect(requested.filter((address) => !address.startsWith(desks.origin) && !address.startsWith('blob:'))).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)(title('publishing'), () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks([storedConvoy]);
  });
  afterAll(() => desks?.close());

  const openStored = async (id = 'before') => {
    const desk = await desks.open();
    await desk.page.getByRole('button', { name: 'Open', exact: true }).click();
    await desk.page.getByRole('combobox').fill(id);
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await desk.page.locator('.text').waitFor();
    return desk;
  };
  const rename = async (page: Awaited<ReturnType<typeof openStored>>['page'], name: string) => {
    if ((await page.getByLabel('Title').count()) === 0) await page.locator('.article-card .card-head button').click();
    await page.getByLabel('Title').first().fill(name);
  };

  it('shows the difference to the stored version field by field, and sends the next version', async () => {
    const { page } = await openStored();
    await rename(page, 'After');
    await reviewAsEditor(page);
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('heading', { name: 'Publish version 4' }).count()).toBe(1);
    expect(await dialog.locator('.changes dt').allInnerTexts()).toEqual(['Title']);
    expect(await dialog.locator('.changes del').innerText()).toContain('Before');
    expect(await dialog.locator('.changes ins').innerText()).toContain('After');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published as version 4.').waitFor();
    const { article } = await desks.gateway.ask('{ article(id: "before") { title version } }');
    expect(article).toEqual({ title: 'After', version: 4 });
    await page.getByText('Version 4 is stored').waitFor();
  });

  it('says so if another editor published meanwhile, and replaces only on request', async () => {
    const [first, second] = [await openStored(), await openStored()];
    await rename(first.page, 'By the first');
    await rename(second.page, 'By the second');
    await publishAsEditor(first.page);
    await reviewAsEditor(second.page);
    const dialog = second.page.getByRole('dialog');
    await dialog.getByText(/^Version \d+ was published since you opened version \d+\.$/).waitFor();
    const button = dialog.getByRole('button', { name: 'Publish', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await dialog.getByText('What they changed').click();
    expect(await dialog.locator('.overtaken ins').first().innerText()).toContain('By the first');
    await dialog.getByLabel('Replace it with mine').check();
    await button.click();
    await second.page.getByText(/^Published as version/).waitFor();
    expect((await desks.gateway.ask('{ article(id: "before") { title } }')).article.title).toBe('By the second');
  });

  it('is not overwritten by one that was sent between the review and the press', async () => {
    const [first, second] = [await openStored(), await openStored()];
    await rename(first.page, 'Between, first');
    await rename(second.page, 'Between, second');
    await reviewAsEditor(second.page);
    await publishAsEditor(first.page);
    const dialog = second.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText(/is stored, but the article was to replace version/).waitFor();
    expect((await desks.gateway.ask('{ article(id: "before") { title } }')).article.title).toBe('Between, first');
    await dialog.getByRole('button', { name: 'Open theirs, and keep mine in this browser' }).click();
    await second.page.getByRole('button', { name: 'Open', exact: true }).click();
    expect(await second.page.locator('.kept-list').innerText()).toContain('Between, second');
  });

  it('says how to get a token, and keeps the work when one is refused', async () => {
    const { page } = await openStored();
    await rename(page, 'Without a token');
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Publishing needs a token with the role editor.').waitFor();
    expect(await dialog.innerText()).toContain('npm run token');
    expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Token', { exact: true }).fill('a-wrong-token-0123456789-0123456789-xyz');
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await dialog.locator('.token-form').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText('The server did not accept this token').waitFor();
    await dialog.getByLabel('Token', { exact: true }).fill(editorToken);
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await dialog.locator('.token-form').waitFor({ state: 'detached' });
    await dialog.locator('.dialog-body > .changes').waitFor();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText(/^Published as version/).waitFor();
  });

  it('warns that the id of a new article is taken', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await page.locator('.article-card .card-head button').click();
    await page.locator('.article-card .id-field input').fill('before');
    await reviewAsEditor(page);
    await page.getByText('An article with this id is stored already.').waitFor();
  });

  it('shows what the server refuses at the field, before and after it is sent', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await select(page, 'a roadside bomb hit their convoy');
    await make(page, 'Incident');
    await page.locator('[data-field="participants"]').getByRole('button', { name: 'Add participant' }).click();
    expect(await checked(page)).toContain('to fix');
    const field = page.locator('[data-part="participants/0"]');
    await field.locator('.issue.refusal').first().waitFor();
    await reviewAsEditor(page);
    await page
      .getByRole('dialog')
      .getByText(/The check found \d+ to fix/)
      .waitFor();
  });

  it('downloads what would be published', async () => {
    const { page } = await desks.open();
    await begin(page, convoyText);
    await select(page, 'Iran');
    await make(page, 'Actor');
    expect(await downloaded(page)).toEqual({
      id: 'two-soldiers-were-wounded-when-a-roadside-bomb-hit-their-2024-01-15',
      version: 1,
      published: '2024-01-15',
      text: convoyText,
      actors: [{ id: 'iran', name: 'Iran', evidence: [{ quote: 'Iran' }] }],
    });
  });
});

/** The articles that are stored on the first start, but for those that are imported. */
async function shippedArticles(): Promise<object[]> {
  const folders = ['../../seed/articles/', '../../seed/articles/annotated/'].map(
    (path) => new URL(path, import.meta.url),
  );
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => new URL(name, folder)),
    ),
  );
  return Promise.all(files.flat().map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
}
