import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { packageRoot } from '../src/config/package-root.ts';
import { type Contender, openContenders } from './contenders.ts';
import { generatedData } from './explorer-data.ts';

const visits = Number(process.env.BENCH_REPEATS ?? 5);
/** The time until the map and the list have come to rest, in ms. */
const restMs = 2000;
/** Elements of a page that is still loading something. */
const loading = '[aria-busy=true], .outdated-marks';
const viewport = { width: 1440, height: 900 };
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** The marks: first points in ms, compressed files in kB, and the median interval of frames in ms. */
const limits = { firstPoints: 1500, kilobytes: 150, frame: 1000 / 60 + 1 };

/**
 * Opens the explorer in Chromium over BENCH_INCIDENTS incidents, 20,000 by default, with a cold cache each time. Prints
 * the medians of the times from the navigation to the list, to the first points on the map and to all of them, once after
 * a write and once with summaries that are kept, the compressed size of what was loaded by then, and the intervals of
 * frames while the map is dragged and zoomed. The pages must be built. BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchExplorerPage(): Promise<void> {
  if (!existsSync(join(packageRoot, 'dist', 'explorer', 'index.html')))
    throw new Error('The pages are not built: run `npm run build` first');
  for (const data of generatedData) {
    const [contender, ...others] = await openContenders('explorer-page', data);
    try {
      for (const other of others) await other.close();
      await measure(data.name, contender as Contender);
    } finally {
      await contender?.close();
    }
  }
}

async function measure(title: string, contender: Contender): Promise<void> {
  await contender.app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(contender.app.server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  const visit = async <T>(read: (page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ viewport });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      await page.addInitScript({ content: watchFirst });
      await page.goto(address);
      await page.locator('.marks .mark').first().waitFor({ state: 'attached' });
      await page.locator(loading).first().waitFor({ state: 'detached' }); // or the next visit would wait for its answer
      return await read(page);
    } finally {
      await context.close();
    }
  };
  try {
    console.log(`\n${title}, Chromium ${browser.version()}, which draws in software`);
    await visit(loadOf);
    for (const when of ['after a write', 'summaries kept']) {
      const loads: Load[] = [];
      for (let turn = 0; turn < visits; turn++) {
        if (when === 'after a write') await contender.beginTurn();
        loads.push(await visit(loadOf));
      }
      printLoads(when, loads);
    }
    await visit(async (page) => {
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await page.waitForTimeout(restMs);
      printFrames('dragging', await framesWhile(page, drag));
      printFrames('zooming', await framesWhile(page, zoom));
    });
  } finally {
    await browser.close();
  }
}

/** Notes when the first incidents of the list, the first points of the map and all that it shows are drawn. */
const watchFirst = `
  window.firsts = {};
  const note = (name) => requestAnimationFrame(() => { window.firsts[name] ??= performance.now(); });
  new MutationObserver(() => {
    if (!window.firsts.list && document.querySelector('.incident')) note('list');
    if (!window.firsts.points && document.querySelector('.marks .mark')) note('points');
    if (window.firsts.points && !window.firsts.all && !document.querySelector('.outdated-marks')) note('all');
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['class'] });
`;

/** The page until its first points. Times are in ms since the navigation, sizes in bytes as transferred. */
interface Load {
  list: number;
  points: number;
  all: number;
  files: number;
  answers: number;
  marks: number;
}

async function loadOf(page: Page): Promise<Load> {
  return page.evaluate(`(async () => {
    await new Promise(requestAnimationFrame);
    const { list, points, all } = window.firsts;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const loaded = entries.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= points);
    const isAnswer = ({ name }) => name.endsWith('/graphql');
    const bytes = (some) => some.reduce((sum, { transferSize }) => sum + transferSize, 0);
    return {
      list,
      points,
      all,
      files: bytes(loaded.filter((entry) => !isAnswer(entry))),
      answers: bytes(loaded.filter(isAnswer)),
      marks: document.querySelectorAll('.marks .mark').length,
    };
  })()`) as Promise<Load>;
}

function printLoads(when: string, loads: readonly Load[]): void {
  const of = (key: keyof Load) =>
    quantile(
      loads.map((load) => load[key]),
      0.5,
    );
  const kilobytes = of('files') / 1000;
  const faults = [
    ...(of('points') > limits.firstPoints ? [`first points ABOVE ${limits.firstPoints}`] : []),
    ...(kilobytes > limits.kilobytes ? [`files ABOVE ${limits.kilobytes} kB`] : []),
  ];
  console.log(
    `${when.padEnd(16)}list after ${of('list').toFixed(0)} ms, first points after ${of('points').toFixed(0)} ms ` +
      `(all ${of('marks')} after ${of('all').toFixed(0)} ms), by then ${kilobytes.toFixed(1)} kB of files and ` +
      `${(of('answers') / 1000).toFixed(1)} kB of answers, compressed  ${faults.join(', ')}`,
  );
}

/** The intervals in ms between the frames that the browser draws while something is done. */
async function framesWhile(page: Page, act: (page: Page) => Promise<void>): Promise<number[]> {
  await page.evaluate(`(() => {
    const frames = (window.frames_ = []);
    const next = (now) => {
      if (window.frames_ !== frames) return;
      frames.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })()`);
  await act(page);
  const times = (await page.evaluate('(() => { const all = window.frames_; window.frames_ = null; return all; })()')) as
    | number[]
    | null;
  return (times ?? []).slice(1).map((time, i) => time - (times?.[i] ?? time));
}

async function drag(page: Page): Promise<void> {
  const box = await page.locator('.stage').boundingBox();
  if (!box) throw new Error('The map has no size');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 240; step++) {
    const turn = (step / 60) * Math.PI;
    await page.mouse.move(x + Math.sin(turn) * box.width * 0.4, y + Math.sin(turn / 2) * box.height * 0.3);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  const box = await page.locator('.stage').boundingBox();
  if (!box) throw new Error('The map has no size');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < 160; step++) {
    await page.mouse.wheel(0, step % 80 < 40 ? -40 : 40);
    await page.waitForTimeout(12);
  }
}

function printFrames(what: string, intervals: readonly number[]): void {
  const median = quantile(intervals, 0.5);
  const slow = intervals.filter((interval) => interval > 20).length / intervals.length;
  const fault = median > limits.frame ? 'ABOVE 1/60 s' : '';
  console.log(
    `${what.padEnd(16)}${intervals.length} frames, median ${median.toFixed(1)} ms, ` +
      `95th percentile ${quantile(intervals, 0.95).toFixed(1)} ms, ${(100 * slow).toFixed(0)} % over 20 ms  ${fault}`,
  );
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
