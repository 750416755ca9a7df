import { computed, effect, signal } from '@preact/signals';
import { NewIncidentsDocument, type NewIncidentsSubscription } from '../generated/graphql.ts';
import { list } from './list.ts';
import { detail } from './map-and-timeline.ts';
import { overview } from './overview.ts';
import { token } from './send.ts';

/** What has happened to the filter since its list was asked for. */
interface News {
  entered: ReadonlySet<string>;
  /** Whether there was too much to follow. */
  isIncomplete: boolean;
}

const nothing: News = { entered: new Set(), isIncomplete: false };
const news = signal(nothing);

/** The revision that `news` reaches; undefined if the gateway does not tell the revision of the list. */
let reached: number | undefined;

const isHidden = signal(document.hidden);
document.addEventListener('visibilitychange', () => {
  isHidden.value = document.hidden;
});

effect(() => {
  reached = list.answer.value?.revision;
  news.value = nothing;
});

// One stream, which belongs to the list that is shown. A hidden page has none, since browsers open few connections to a
// host; it resumes when it is shown. A gateway that does not serve the stream is not asked again until the next list.
effect(() => {
  const asked = list.answered.value;
  // EventSource sends no token
  if (list.loading.value || !asked || list.failure.value || isHidden.value || token.value) return;
  const variables = { where: asked.where, after: reached ?? null };
  const query = NewIncidentsDocument.toString();
  const stream = new EventSource(`/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`);
  let resumes = true;
  stream.addEventListener('open', () => {
    resumes = true;
  });
  stream.addEventListener('next', ({ data }) => {
    take(JSON.parse(data), resumes);
    resumes = false;
  });
  stream.addEventListener('complete', () => stream.close());
  return () => stream.close();
});

/**
 * What a stream begins with also has as entered what it cannot tell from incidents that matched before: they have no
 * cause, and are not counted.
 */
function take({ data }: { data?: NewIncidentsSubscription | null }, resumes: boolean): void {
  if (!data) return;
  const { revision, skippedTo, events } = data.incidents;
  reached = revision;
  if (skippedTo == null && events.length === 0) return;
  const entered = new Set(news.peek().entered);
  for (const { op, id, cause } of events) {
    if (op === 'ENTERED' && (cause || !resumes)) entered.add(id);
    if (op === 'LEFT') entered.delete(id);
  }
  news.value = { entered, isIncomplete: news.peek().isIncomplete || skippedTo != null };
}

/** Says how many incidents have entered the filter since its list was asked for; null if none. */
export const newIncidentsInWords = computed(() => {
  const { entered, isIncomplete } = news.value;
  if (isIncomplete) return 'Incidents have changed';
  if (entered.size === 0) return null;
  return entered.size === 1 ? '1 new incident' : `${entered.size.toLocaleString('en')} new incidents`;
});

/** Asks anew for all that the filter shows. */
export function showNewIncidents(): void {
  for (const resource of [list, overview, detail]) resource.retry();
}
