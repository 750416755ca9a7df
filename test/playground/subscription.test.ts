import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { listen } from '../support/streams.ts';
import { editorText, hasBrowser, launchBrowser, openContext, writeQuery } from './browser.ts';
import { playgroundSubscriptions, titleOf } from './queries.ts';

const title = hasBrowser
  ? 'a subscription in the playground'
  : 'a subscription in the playground (skipped: no browser is installed)';

describe.skipIf(!hasBrowser)(title, () => {
  let gateway: TestGateway;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    gateway = await openTestGateway();
    await gateway.seed(article('before'));
    const url = await listen(gateway.app);
    browser = await launchBrowser();
    const watched = await openContext(browser, { viewport: { width: 1440, height: 900 } });
    ({ complaints } = watched);
    page = await watched.context.newPage();
    await page.goto(url);
    await page.waitForSelector('.graphiql-query-editor .view-line');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
  });

  const response = async () => JSON.parse((await editorText(page, 'response.json')) || 'null');
  const openStreams = async () => {
    const { payload } = await gateway.app.inject({ url: '/metrics' });
    return Number(/^incident_graph_subscriptions\{transport="sse"\} (\d+)$/m.exec(payload)?.[1]);
  };
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const stop = () => page.getByRole('button', { name: /^Stop query/ }).click();
  const report = (id: string) =>
    article(id, {
      locations: [named('iraq', { kind: 'COUNTRY', country: 'IQ' })],
      incidents: [incident(id, { location: 'iraq' })],
    });

  it('shows the events of articles that are seeded, until it is stopped', async () => {
    const [follow] = playgroundSubscriptions;
    if (!follow) throw new Error('The playground has no subscription');
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: titleOf(follow), exact: true }).click();
    await page.getByRole('tab', { name: 'FollowIraq' }).waitFor();
    await page.waitForTimeout(300); // GraphiQL reads the new tab
    await run();
    const revision = async () => (await response())?.data.incidents.revision;
    await expect.poll(revision).toEqual(expect.any(Number));
    const before = await revision();
    await gateway.seed(report('seen'));
    const event = {
      op: 'ENTERED',
      id: 'Incident:seen',
      node: { title: 'The title of seen', date: null, location: { name: 'The name of iraq' } },
      cause: { articleId: 'Article:seen' },
    };
    await expect
      .poll(response)
      .toEqual({ data: { incidents: { revision: before + 1, skippedTo: null, events: [event] } } });
    expect(await openStreams()).toBe(1);

    await stop();
    await expect.poll(openStreams).toBe(0);
    await gateway.seed(report('unseen'));
    await page.waitForTimeout(600);
    expect(await revision()).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  it('shows why it cannot begin', async () => {
    await writeQuery(page, 'subscription FromLater { incidents(after: 1000000) { revision } }');
    await run();
    await expect.poll(response).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
  });
});
