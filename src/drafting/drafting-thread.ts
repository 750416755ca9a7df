import { Worker } from 'node:worker_threads';
import { type Draft, type DraftInput, type DraftLookup, UndraftableText } from './draft.ts';

/** Drafts articles as `draftArticle` does, without a model. */
export type DraftOnThread = (input: DraftInput, lookup: DraftLookup) => Promise<Draft>;

/** What the thread gets: a text, or what it asked for. */
export type ToThread = { id: number; input: DraftInput } | { call: number; found: unknown } | { call: number };

/** What the thread asks for; `id` is the draft that it is for. */
export type LookupCall = { id: number; call: number } & (
  | { method: 'findNamed'; argument: Parameters<DraftLookup['findNamed']>[0] }
  | { method: 'findByIds'; argument: Parameters<DraftLookup['findByIds']>[0] }
);

export type FromThread = LookupCall | { id: number; draft: Draft } | ({ id: number } & Failure);

interface Failure {
  message: string;
  isUndraftable?: true;
  stack?: string | undefined;
}

interface Waiting {
  lookup: DraftLookup;
  resolve: (draft: Draft) => void;
  reject: (error: unknown) => void;
}

let thread: DraftOnThread | undefined;

/**
 * Drafts on a thread of its own, which the first call starts: loading the names of towns takes half a second or more and 100
 * MB, and a long text takes as long, during which the process would answer nobody. Rejects with the error of a lookup that
 * failed.
 */
export const draftOnThread: DraftOnThread = (input, lookup) => {
  thread ??= startDraftingThread(() => {
    thread = undefined;
  });
  return thread(input, lookup);
};

function startDraftingThread(onEnd: () => void): DraftOnThread {
  const worker = startWorker();
  const waiting = new Map<number, Waiting>();
  let count = 0;

  worker.on('message', (message: FromThread) => {
    const draft = waiting.get(message.id);
    if (!draft) return;
    if ('method' in message) return void answer(message, draft);
    if ('draft' in message) draft.resolve(message.draft);
    else draft.reject(errorOf(message));
    forget(message.id);
  });
  worker.on('error', (error) => {
    onEnd();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  worker.unref();

  async function answer({ id, call, method, argument }: LookupCall, { lookup, reject }: Waiting): Promise<void> {
    try {
      const found = await (method === 'findNamed' ? lookup.findNamed(argument) : lookup.findByIds(argument));
      worker.postMessage({ call, found } satisfies ToThread);
    } catch (error) {
      reject(error);
      forget(id);
      worker.postMessage({ call } satisfies ToThread);
    }
  }

  function forget(id: number): void {
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  }

  return (input, lookup) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { lookup, resolve, reject });
      worker.ref();
      worker.postMessage({ id, input } satisfies ToThread);
    });
}

function errorOf({ message, isUndraftable, stack }: Failure): Error {
  if (isUndraftable) return new UndraftableText(message);
  return Object.assign(new Error(message), { stack });
}

/** Starts the compiled thread, which the bundle of the gateway has beside it; from source, with a loader for TypeScript. */
function startWorker(): Worker {
  const name = './draft-worker';
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${name}.js`, import.meta.url));
  const loader = import.meta.resolve('tsx/esm/api');
  const file = new URL(`${name}.ts`, import.meta.url).href;
  return new Worker(`import('${loader}').then(({ register }) => { register(); return import('${file}'); })`, {
    eval: true,
  });
}
