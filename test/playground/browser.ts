import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export const hasBrowser = executablePath !== undefined;

/** A browser that finds no host but this machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
}

export interface WatchedContext {
  context: BrowserContext;
  /** The addresses of all requests. */
  requested: string[];
  /** Errors and warnings of the pages, and violations of their content security policy. */
  complaints: string[];
}

export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<WatchedContext> {
  const context = await browser.newContext(options);
  const requested: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  context.on('weberror', (event) => complaints.push(String(event.error())));
  context.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !isExplorersOwn(message.text())) complaints.push(message.text());
  });
  await context.exposeBinding('reportViolation', (_source, text: string) => complaints.push(text));
  await context.addInitScript({
    content: `addEventListener('securitypolicyviolation', (event) =>
      reportViolation(event.violatedDirective + ' forbids ' + event.blockedURI));`,
  });
  return { context, requested, complaints };
}

/** The explorer pane logs this for each argument that is a list. */
function isExplorersOwn(message: string): boolean {
  return message.startsWith('arg mismatch between arg and selection');
}

interface Monaco {
  editor: {
    getModels(): { uri: { path: string }; getValue(): string; setValue(text: string): void }[];
    getEditors(): { getScrollWidth(): number; getLayoutInfo(): { width: number } }[];
  };
}

/** The whole text of an editor of the page, which draws only the lines in view. */
export function editorText(page: Page, file: string): Promise<string> {
  return page.evaluate((suffix) => {
    const { __MONACO } = globalThis as unknown as { __MONACO: Monaco };
    const model = __MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith(suffix));
    return model?.getValue() ?? '';
  }, file);
}

/** Replaces the text of the query editor, and waits until GraphiQL has read it. */
export async function writeQuery(page: Page, query: string): Promise<void> {
  await page.evaluate((text) => {
    const { __MONACO } = globalThis as unknown as { __MONACO: Monaco };
    const model = __MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith('operation.graphql'));
    model?.setValue(text);
  }, query);
  await page.waitForTimeout(300);
}

/** For each editor, by how many pixels its lines are longer than it is wide. */
export function overlongLines(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { __MONACO } = globalThis as unknown as { __MONACO: Monaco };
    const editors = __MONACO.editor.getEditors();
    return editors.map((editor) => Math.max(0, editor.getScrollWidth() - editor.getLayoutInfo().width));
  });
}
