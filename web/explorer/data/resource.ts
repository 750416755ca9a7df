import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { Failure } from './failure.ts';
import { registerQuery } from './registry.ts';
import { type Answer, type DocumentText, send, token } from './send.ts';

/** What a document answers for the variables of the moment. */
export interface Resource<Result, Variables> {
  /** The last answer; while another is loading, the one before. */
  answer: ReadonlySignal<Answer<Result> | null>;
  /** The variables that `answer` is for. */
  answered: ReadonlySignal<Variables | null>;
  loading: ReadonlySignal<boolean>;
  /** Why the last request failed; null once another succeeds. */
  failure: ReadonlySignal<Failure | null>;
  /** Asks again, as after a failure. */
  retry(): void;
  /** Ends it: nothing is asked any more. Needed where a component made it. */
  dispose(): void;
}

/**
 * Asks whenever the variables change, after `delayMs` without a change; the first request leaves at once, before the page
 * is drawn. A request that is outdated is aborted, so that answers never arrive out of order. Variables that `answer` is
 * for are not asked again.
 * `variables` reads signals; null asks nothing and clears the answer; undefined waits, which counts as loading.
 */
export function createResource<Result, Variables>(
  document: DocumentText<Result, Variables>,
  variables: () => Variables | null | undefined,
  { delayMs = 150 } = {},
): Resource<Result, Variables> {
  const answer = signal<Answer<Result> | null>(null);
  const answered = signal<Variables | null>(null);
  const loading = signal(false);
  const failure = signal<Failure | null>(null);
  const tries = signal(0);
  let lastKey: string | undefined;
  let answeredKey: string | undefined;
  let pending: AbortController | undefined;

  const stop = effect(() => {
    const asked = variables();
    const key = `${tries.value} ${token.value} ${asked === undefined ? 'waits' : JSON.stringify(asked)}`;
    if (key === lastKey) return;
    const isFirst = lastKey === undefined;
    lastKey = key;
    pending?.abort();
    pending = undefined;
    if (asked === null) {
      answer.value = null;
      answered.value = null;
      answeredKey = undefined;
    }
    if (asked === null || key === answeredKey) {
      failure.value = null;
      loading.value = false;
      return;
    }
    loading.value = true;
    if (asked === undefined) return;
    const controller = new AbortController();
    pending = controller;
    const ask = async () => {
      try {
        const next = await send(document, asked, controller.signal);
        answeredKey = key;
        batch(() => {
          answer.value = next;
          answered.value = asked;
          failure.value = null;
        });
      } catch (error) {
        if (controller.signal.aborted) return;
        failure.value = error instanceof Failure ? error : new Failure('server', String(error));
      }
      if (pending === controller) loading.value = false;
    };
    if (isFirst || delayMs === 0) {
      void ask();
      return;
    }
    const timer = setTimeout(ask, delayMs);
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  });

  const unregister = registerQuery({ document, answer, answered });
  const dispose = () => {
    stop();
    pending?.abort();
    unregister();
  };
  return { answer, answered, loading, failure, retry: () => void tries.value++, dispose };
}
