import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureInWords, secondsUntilRetry } from '../../../web/explorer/layout/failure-in-words.ts';
import { hasBrowser, openContext } from '../../playground/browser.ts';
import { type RunningExplorer, shippedArticles, startExplorer } from '../open-explorer.ts';

describe('a failure in words', () => {
  it.each([
    [{ kind: 'rate-limited', retryAfter: 7 }, 7],
    [{ kind: 'rate-limited', retryAfter: undefined }, 10],
    [{ kind: 'rate-limited', retryAfter: 9999 }, 120],
    [{ kind: 'busy', retryAfter: 7 }, null],
  ] as const)('counts down after %j: %s', (failure, seconds) => {
    expect(secondsUntilRetry(failure)).toBe(seconds);
  });

  it('says what the server said, where nothing better is known', () => {
    expect(failureInWords({ kind: 'server', message: 'Internal server error' }).advice).toBe('Internal server error');
  });
});

describe.skipIf(!hasBrowser)('failures in the explorer', () => {
  let running: RunningExplorer;
  let page: Page;
  let answer: ((route: Route) => Promise<void>) | undefined;

  beforeAll(async () => {
    running = await startExplorer(await shippedArticles());
  });
  afterAll(async () => {
    await running?.stop();
  });
  beforeEach(async () => {
    answer = undefined;
    const { context } = await openContext(running.browser, { viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.route('**/graphql', (route) => (answer ? answer(route) : route.continue()));
  });
  afterEach(() => page.context().close());

  const errors =
    (status: number, code: string, message: string, headers = {}) =>
    (route: Route) =>
      route.fulfill({
        status,
        headers: { 'content-type': 'application/graphql-response+json', ...headers },
        body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
      });
  const list = () => page.locator('.list');
  const incidents = () => page.locator('.incident');

  it('keep what was shown, and are over after a retry', async () => {
    await page.goto(running.origin);
    await incidents().first().waitFor();
    answer = (route) => route.abort();
    await page.getByRole('combobox', { name: 'Order of the incidents' }).selectOption('oldest');
    await list().getByText('The server cannot be reached.').waitFor();
    expect(await incidents().count()).toBeGreaterThan(0);
    answer = undefined;
    await list().getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => list().locator('.failure').count()).toBe(0);
  });

  it('count down after a rate limit, and retry once', async () => {
    let asked = 0;
    answer = (route) => {
      asked += (route.request().postData() ?? '').includes('query Incidents') ? 1 : 0;
      return errors(429, 'RATE_LIMITED', 'Slow down', { 'retry-after': '2' })(route);
    };
    await page.goto(running.origin);
    await list()
      .getByRole('button', { name: /Try again now \(\d s\)/ })
      .waitFor();
    await list().getByRole('button', { name: 'Try again', exact: true }).waitFor();
    await page.waitForTimeout(3000);
    expect(asked).toBe(2);
  });

  it('ask for a token, which is kept and sent', async () => {
    const sent: (string | undefined)[] = [];
    answer = async (route) => {
      const { authorization } = route.request().headers();
      if (authorization === undefined) return errors(401, 'UNAUTHENTICATED', 'A token is required')(route);
      sent.push(authorization);
      return route.continue({ headers: { ...route.request().headers(), authorization: '' } });
    };
    await page.goto(running.origin);
    await list().getByLabel('Token').fill('secret-of-a-reader');
    await list().getByRole('button', { name: 'Use this token' }).click();
    await expect.poll(() => sent.length).toBeGreaterThan(1);
    expect(new Set(sent)).toEqual(new Set(['Bearer secret-of-a-reader']));
    expect(await page.evaluate('sessionStorage.length')).toBe(1);
  });

  it.each([
    [503, 'SERVICE_UNAVAILABLE', 'The server is busy.'],
    [400, 'BAD_USER_INPUT', 'The server rejected this query.'],
    [500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on the server.'],
  ])('say what HTTP status %i with %s means', async (status, code, title) => {
    answer = errors(status, code, 'Because');
    await page.goto(running.origin);
    await list().getByText(title).waitFor();
    await list().getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('show messages as text, never as HTML', async () => {
    answer = errors(400, 'BAD_USER_INPUT', '<img src=x onerror=alert(1)>');
    await page.goto(running.origin);
    await list().getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await list().locator('img').count()).toBe(0);
  });

  it('say which part of an answer is missing', async () => {
    answer = async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      await route.fulfill({ response, json: { ...body, errors: [{ message: 'The store is slow.' }] } });
    };
    await page.goto(running.origin);
    await list().getByText('Part of this could not be loaded: The store is slow.').waitFor();
    expect(await incidents().count()).toBeGreaterThan(0);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  });
});
