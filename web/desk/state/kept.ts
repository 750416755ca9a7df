import { computed, effect, signal, untracked } from '@preact/signals';
import { isObject, type Json, type JsonObject } from '../model/article-json.ts';
import { readArticle } from '../model/read-article.ts';
import { type Drafted, isUnpublished, message, newKey, open, type Work, work } from './desk.ts';
import { downloadArticle } from './download.ts';

/**
 * Keeps what is not published in the browser: each article under a key of its own, so that tabs do not overwrite one
 * another. A record has the number of its format; one of another format is never touched, only listed.
 */
interface KeptRecord {
  format: 1;
  /** The tab that wrote it. */
  tab: string;
  savedAt: number;
  work: Work;
}

/** An article that is kept in this browser. */
export interface KeptArticle {
  key: string;
  savedAt: number;
  /** Null if another version of the desk wrote it, or it is broken. */
  work: Work | null;
  text: string;
}

const prefix = 'incident-graph-desk/';
const openKey = 'incident-graph-desk-open';
const tab = newKey();
const saveAfterMs = 150;

/** The number of articles that are kept. */
const maxKept = 30;

/** Why the article cannot be kept; null while it is. */
export const keepFailure = signal<string | null>(null);

/** Whether what is shown is what is kept. */
export const isKept = signal(true);

const version = signal(0);

/** What is kept, newest first. */
export const kept = computed<KeptArticle[]>(() => {
  version.value;
  return keysOf(storage())
    .map(read)
    .filter((record) => record !== null)
    .sort((a, b) => b.savedAt - a.savedAt);
});

let written: Work | null = null;
/** What the tab shows, written or not. */
let shown: Work | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens what this tab had open before it was reloaded, and keeps what changes from then on. */
export function startKeeping(): void {
  const last = session()?.getItem(openKey);
  const record = last ? read(prefix + last) : null;
  if (record?.work) openKept(record.work);
  effect(() => {
    const now = work.value;
    const left = shown;
    shown = now;
    clearTimeout(timer);
    if (left && left !== written && left.key !== now?.key) untracked(() => saveLeft(left));
    try {
      if (now) session()?.setItem(openKey, now.key);
      else session()?.removeItem(openKey);
    } catch {
      // without storage a reload shows the list
    }
    if (now === written) return;
    isKept.value = false;
    timer = setTimeout(save, saveAfterMs);
  });
  window.addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());
  window.addEventListener('beforeunload', (event) => {
    save();
    if (keepFailure.peek() && work.peek()) event.preventDefault(); // it would be lost
  });
  window.addEventListener('storage', onStorage);
}

/** Opens what is kept. It is not written again before it is changed, so that another tab that has it open sees no change. */
export function openKept(next: Work): void {
  written = next;
  open(next);
}

/** Writes what is worked on, if it is not written yet. */
function save(): void {
  clearTimeout(timer);
  const now = work.peek();
  if (now === written) return;
  keepFailure.value = now && write(now);
  if (keepFailure.peek()) return;
  written = now;
  isKept.value = true;
}

/** Writes what another article took the place of; downloads it if it cannot be kept. */
function saveLeft(left: Work): void {
  if (!write(left)) return;
  downloadArticle(left);
  message.value = { text: 'The article that was open could not be kept in this browser, so it was downloaded.' };
}

/** Returns why it cannot be kept; null if it is, or need not be. */
function write(now: Work): string | null {
  try {
    const store = storage();
    if (!store) throw new Error('no storage');
    const key = prefix + now.key;
    if (!isUnpublished(now)) store.removeItem(key);
    else if (store.getItem(key) === null && keysOf(store).length >= maxKept) {
      return `This browser already keeps ${maxKept} unpublished articles, so this one is not kept. Discard some at “Open”, or download this one.`;
    } else {
      const record: KeptRecord = { format: 1, tab, savedAt: Date.now(), work: now };
      store.setItem(key, JSON.stringify(record));
    }
    version.value++;
    return null;
  } catch {
    return 'This browser has no room to keep this article. Download it as JSON before you close the page.';
  }
}

/** Removes what is kept under a key. */
export function discard(key: string): void {
  storage()?.removeItem(prefix + key);
  version.value++;
}

function onStorage(event: StorageEvent): void {
  if (event.key === null || !event.key.startsWith(prefix)) return;
  version.value++;
  const now = work.peek();
  if (!now || event.key !== prefix + now.key) return;
  if (event.newValue === null) {
    if (isUnpublished(now))
      message.value = { text: 'Another tab published or discarded this article. This tab still has it.' };
    return;
  }
  const record = parse(now.key, event.newValue);
  if (!record?.work) return;
  if (now === written) {
    // Nothing was changed here in the meantime: both tabs show the same.
    written = record.work;
    work.value = record.work;
    message.value = { text: 'Another tab changed this article. This tab shows it as it is now.' };
    return;
  }
  written = now; // its place is the other tab's
  work.value = { ...now, key: newKey() };
  message.value = {
    text: 'Another tab changed this article too. This tab now keeps a copy of its own; both are listed at “Open”.',
  };
}

function read(name: string): KeptArticle | null {
  const text = storage()?.getItem(name);
  return typeof text === 'string' ? parse(name.slice(prefix.length), text) : null;
}

function parse(key: string, text: string): KeptArticle | null {
  const unreadable = { key, savedAt: 0, work: null, text };
  try {
    const record: unknown = JSON.parse(text);
    if (!isObject(record) || record.format !== 1 || !isObject(record.work)) return unreadable;
    const given = record.work as JsonObject;
    const article = readArticle(given.article);
    if ('problem' in article) return unreadable;
    const { base, drafted } = given;
    const stored = isObject(base) ? readArticle(base.article) : null;
    return {
      key,
      text,
      savedAt: typeof record.savedAt === 'number' ? record.savedAt : 0,
      work: {
        key,
        article: article.article,
        base:
          stored && 'article' in stored && isObject(base)
            ? { version: Number(base.version), article: stored.article }
            : null,
        drafted: readDrafted(drafted),
      },
    };
  } catch {
    return unreadable;
  }
}

function readDrafted(value: Json | undefined): Drafted {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, doubts]) => [key, Array.isArray(doubts) ? doubts.map(String) : []]),
  );
}

function keysOf(store: Storage | null): string[] {
  if (!store) return [];
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((name) =>
    name.startsWith(prefix),
  );
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function session(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
