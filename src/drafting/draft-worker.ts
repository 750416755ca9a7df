import { parentPort } from 'node:worker_threads';
import { type DraftLookup, UndraftableText } from './draft.ts';
import { draftArticle } from './draft-article.ts';
import type { FromThread, LookupCall, ToThread } from './drafting-thread.ts';

/** The thread that `startDraftingThread` starts: drafts each text that it gets, and asks for the names of the store. */
const port = parentPort;
if (!port) throw new Error('This file is the code of a thread');

const lookups = new Map<number, { resolve: (found: never) => void; reject: (error: Error) => void }>();
let calls = 0;

const send = (message: FromThread) => port.postMessage(message);

port.on('message', async (message: ToThread) => {
  if ('call' in message) {
    const waiting = lookups.get(message.call);
    lookups.delete(message.call);
    if ('found' in message) waiting?.resolve(message.found as never);
    else waiting?.reject(new Error('The lookup failed'));
    return;
  }
  const { id, input } = message;
  const ask = (method: LookupCall['method'], argument: unknown) =>
    new Promise<never>((resolve, reject) => {
      const call = ++calls;
      lookups.set(call, { resolve, reject });
      send({ id, call, method, argument } as LookupCall);
    });
  const lookup: DraftLookup = {
    findNamed: (names) => ask('findNamed', names),
    findByIds: (ids) => ask('findByIds', ids),
  };
  try {
    send({ id, draft: await draftArticle(input, lookup) });
  } catch (error) {
    const { message, stack } = error as Error;
    send({ id, message, ...(error instanceof UndraftableText ? { isUndraftable: true } : { stack }) });
  }
});
