import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../data/failure.ts';
import { setToken } from '../data/send.ts';
import { failureInWords, secondsUntilRetry } from './failure-in-words.ts';

interface Props {
  failure: Failure;
  retry: () => void;
  /** What to do about a failure, where it differs from the advice to readers of the explorer. */
  advice?: Partial<Record<Failure['kind'], string>>;
}

/**
 * Why something could not be shown, and what to do about it: retry, wait, or enter a token. After a rate limit it counts
 * down and retries once by itself.
 */
export function FailureNotice({ failure, retry, advice: advices = {} }: Props) {
  const words = failureInWords(failure);
  const { title, advice } = { ...words, advice: advices[failure.kind] ?? words.advice };
  const left = useCountdown(failure, retry);
  return (
    <div class={`failure ${failure.kind}`} role="alert">
      <p class="title">{title}</p>
      <p>{advice}</p>
      {failure.kind === 'rejected' && <p class="message">{failure.message}</p>}
      {failure.kind === 'unauthorized' ? (
        <TokenField retry={retry} />
      ) : (
        <button type="button" class="button" onClick={retry}>
          {left === null ? 'Try again' : `Try again now (${left} s)`}
        </button>
      )}
    </div>
  );
}

/** Parts of an answer that failed, while the rest is shown. */
export function Problems({ problems, retry }: { problems: readonly string[]; retry: () => void }) {
  if (problems.length === 0) return null;
  return (
    <div class="failure partial" role="status">
      <p>Part of this could not be loaded: {[...new Set(problems)].join(' ')}</p>
      <button type="button" class="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

function TokenField({ retry }: { retry: () => void }) {
  const [token, enter] = useState('');
  return (
    <form
      class="token"
      onSubmit={(event) => {
        event.preventDefault();
        setToken(token);
        retry();
      }}
    >
      <label>
        Token
        <input
          type="password"
          autocomplete="off"
          required
          value={token}
          onInput={(event) => enter(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        Use this token
      </button>
    </form>
  );
}

/** The seconds until the one retry that happens by itself; null if there is none. */
function useCountdown(failure: Failure, retry: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const hasRetried = useRef(false);
  const latest = useRef(retry);
  latest.current = retry;
  useEffect(() => {
    const wait = hasRetried.current ? null : secondsUntilRetry(failure);
    setLeft(wait);
    if (wait === null) return;
    const end = Date.now() + wait * 1000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds > 0) return;
      clearInterval(timer);
      setLeft(null);
      hasRetried.current = true;
      latest.current();
    }, 250);
    return () => clearInterval(timer);
  }, [failure]);
  return left;
}
