import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../playground/browser.ts';
import { article, incident, named } from '../support/articles.ts';
import { type OpenExplorer, type RunningExplorer, settle, shown, startExplorer } from './open-explorer.ts';

const places = {
  iraq: named('iraq', { kind: 'COUNTRY', country: 'IQ' }),
  syria: named('syria', { kind: 'COUNTRY', country: 'SY' }),
};

/** An article about incidents in a country. */
function report(id: string, place: keyof typeof places, ...incidents: string[]) {
  return article(id, {
    locations: [places[place]],
    incidents: incidents.map((each) => incident(each, { location: place, type: 'BATTLE' })),
  });
}

describe.skipIf(!hasBrowser)('new incidents in the explorer', () => {
  let running: RunningExplorer;
  let explorer: OpenExplorer;
  let streams: string[];
  let tests = 0;

  beforeAll(async () => {
    running = await startExplorer([report('first', 'iraq', 'first'), report('other', 'syria', 'other')]);
  });
  afterAll(async () => {
    await running?.stop();
  });
  const open = async (hash: string) => {
    explorer = await running.open(hash);
    streams = explorer.requested.filter((url) => url.includes('NewIncidents'));
    explorer.page.on('request', (request) => request.url().includes('NewIncidents') && streams.push(request.url()));
    await settle(explorer.page);
  };
  afterEach(async () => {
    expect(explorer.complaints).toEqual([]);
    await explorer.context.close();
  });

  const offer = () => explorer.page.locator('.new-incidents');
  const offered = async () => (await offer().count()) && (await offer().textContent());
  const titles = () => explorer.page.locator('.incident .title').allTextContents();
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `new-${tests++}-${index}`);
  const openStreams = async () => {
    const metrics = await (await fetch(`${running.origin}/metrics`)).text();
    return Number(/^incident_graph_subscriptions\{transport="sse"\} (\d+)$/m.exec(metrics)?.[1]);
  };

  it('are counted, and are shown on a click with what is counted beside them', async () => {
    await open('#country=IQ');
    const before = await titles();
    const [one, two, three] = ids(3) as [string, string, string];
    await running.gateway.seed(report(`${one}-a`, 'iraq', one, two), report(`${one}-b`, 'syria', three));
    await expect.poll(offered).toBe('2 new incidents');
    expect(await titles()).toEqual(before);
    const sent = explorer.sent.length;
    await offer().click();
    await shown(explorer.page);
    await settle(explorer.page);
    expect((await titles()).sort()).toEqual([...before, `The title of ${one}`, `The title of ${two}`].sort());
    expect(
      explorer.sent
        .slice(sent)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Incidents', 'Overview']);
    expect(await offer().count()).toBe(0);
    await running.gateway.seed(report(`${one}-c`, 'iraq', `${one}-later`));
    await expect.poll(offered).toBe('1 new incident');
  });

  it('are those of the filter of the moment, which one stream follows', async () => {
    await open('');
    expect(streams).toHaveLength(1);
    await explorer.page.getByRole('checkbox', { name: /^Syria/ }).check();
    await shown(explorer.page);
    await settle(explorer.page);
    expect(streams).toHaveLength(2);
    expect(streams[1]).toContain('%22SY%22');
    await expect.poll(openStreams).toBe(1);
    const [one, two] = ids(2) as [string, string];
    await running.gateway.seed(report(`${one}-a`, 'iraq', one));
    await running.gateway.seed(report(`${one}-b`, 'syria', two));
    await expect.poll(offered).toBe('1 new incident');
    expect(streams).toHaveLength(2);
  });

  it('do not count if they leave again', async () => {
    await open('#country=IQ');
    const [id] = ids(1) as [string];
    await running.gateway.seed(report(id, 'iraq', id));
    await expect.poll(offered).toBe('1 new incident');
    await running.gateway.seed(report(id, 'syria', id));
    await expect.poll(() => offer().count()).toBe(0);
  });

  it('arrive after a page was hidden, which has no stream', async () => {
    await open('#country=IQ');
    const hide = (hidden: boolean) =>
      explorer.page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`);
    await hide(true);
    await expect.poll(openStreams).toBe(0);
    const [id] = ids(1) as [string];
    await running.gateway.seed(report(id, 'iraq', id));
    await hide(false);
    await expect.poll(offered).toBe('1 new incident');
  });
});
