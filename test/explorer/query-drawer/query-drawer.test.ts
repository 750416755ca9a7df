// biome-ignore-all lint/performance/useDomNodeTextContent: the tests assert what a reader sees
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../playground/browser.ts';
import { demoArticles, desktop, type RunningExplorer, startExplorer } from '../open-explorer.ts';

const title = hasBrowser ? 'the query drawer' : 'the query drawer (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(title, () => {
  let running: RunningExplorer;

  beforeAll(async () => {
    running = await startExplorer(await demoArticles());
  }, 120_000);

  afterAll(() => running?.stop());

  it('shows the real queries with their variables and cost, which the gateway answers', async () => {
    const id = 'Incident:demo-ceasefire-2019-05-01';
    const { page, complaints } = await running.open(`#open=${id}`);
    await page.locator('.dossier .fact-list').waitFor();
    const button = page.getByRole('button', { name: '{ } GraphQL' });
    await button.click();
    const drawer = page.getByRole('region', { name: 'Queries behind this page' });
    await drawer.getByRole('button', { name: 'Dossier' }).click();
    const query = await drawer.getByRole('region', { name: 'Query' }).innerText();
    const variables = JSON.parse(await drawer.getByRole('region', { name: 'Variables' }).innerText());
    expect(variables).toMatchObject({ id, participants: expect.any(Number) });
    const answer = await running.gateway.answer(query, variables);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.incident.id).toBe(id);
    expect(await drawer.innerText()).toContain(`cost ${answer.extensions?.cost?.requested.toLocaleString('en')}`);

    const link = await drawer.getByRole('link', { name: 'Open in the playground' }).getAttribute('href');
    expect(link).toMatch(/^\/graphql#query=query%20Dossier.*&variables=/);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('{ } GraphQL');
    expect(await page.locator('.dossier').count()).toBe(1);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('copies a query', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await running.open('#country=IQ', { ...desktop, permissions });
    await page.getByRole('button', { name: '{ } GraphQL' }).click();
    const drawer = page.getByRole('region', { name: 'Queries behind this page' });
    await drawer.getByRole('button', { name: 'List' }).click();
    await drawer.getByRole('button', { name: 'curl' }).click();
    await drawer.getByText('Copied as curl.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain(`curl '${running.origin}/graphql'`);
    expect(copied).toContain('"country":{"in":["IQ"]}');
  }, 120_000);
});
