import type { EventsModel } from '../../entities/change/events-model.ts';
import type { LiveFilter } from './live-filter.ts';
import type { Payload, Subscriber } from './subscriber.ts';
import type { Happened } from './written-turns.ts';

/** What subscribers to the same document with the same variables and rights share: their payloads. */
export interface LiveDocument {
  /** Equal for subscriptions with equal payloads. */
  key: string;
  /** Executes the document for a payload, which is its root; undefined if the store did not deliver all of it. */
  execute(root: EventsModel): Promise<string | undefined>;
}

export interface LiveGroup {
  readonly filter: LiveFilter;
  readonly subscribers: Set<Subscriber>;
  /** Executes the document for what happened up to a revision, once however many subscribers there are. */
  render(happened: Happened, revision: number): Promise<Payload | undefined>;
}

export function createLiveGroup(filter: LiveFilter, document: LiveDocument): LiveGroup {
  /** The payloads of one revision. */
  let rendered = new Map<Happened, Promise<Payload | undefined>>();
  let newest = -1;

  async function execute({ events, totalCount, isSkipped }: Happened, revision: number): Promise<Payload | undefined> {
    const root = { revision, skippedTo: isSkipped ? revision : null, totalCount, events };
    const json = await document.execute(root);
    return json === undefined ? undefined : { json, revision, events: events.length };
  }

  return {
    filter,
    subscribers: new Set(),
    render(happened, revision) {
      if (revision !== newest) [rendered, newest] = [new Map(), revision];
      let payload = rendered.get(happened);
      if (!payload) {
        payload = execute(happened, revision);
        const kept = rendered.set(happened, payload);
        const forget = () => kept.delete(happened);
        payload.then((value) => value ?? forget(), forget); // the next attempt may succeed
      }
      return payload;
    },
  };
}
