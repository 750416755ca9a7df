import { signal } from '@preact/signals';
import { activeFilters, state } from '../state/store.ts';

const key = 'incident-graph-welcomed';

const isDismissed = signal(stored());

/** One line for a first visit that says what this is, and ways in. It is gone with the first filter. */
export function Welcome() {
  if (isDismissed.value || activeFilters.value.length > 0 || state.value.open || state.value.embed) return null;
  return (
    <section class="welcome" aria-label="About this page">
      <p>
        <strong>Security incidents as the news reports them</strong>: who says so, how sure they are, and in which
        words.
      </p>
      <ul>
        {examples.map(({ label, hash }) => (
          <li key={hash}>
            <a href={hash}>{label}</a>
          </li>
        ))}
        <li>
          <a href="/graphql">GraphQL playground</a>
        </li>
      </ul>
      <button type="button" class="dismiss" aria-label="Hide this line" onClick={dismiss}>
        ×
      </button>
    </section>
  );
}

const examples = [
  { label: 'What was denied', hash: '#resp=denied' },
  { label: 'Drone attacks', hash: '#method=DRONE' },
  { label: 'Claimed attacks', hash: '#resp=claimed' },
  { label: 'The deadliest', hash: '#sort=killed' },
];

function dismiss(): void {
  isDismissed.value = true;
  try {
    window.localStorage.setItem(key, '1');
  } catch {
    // without storage the line comes back with the next visit
  }
}

function stored(): boolean {
  try {
    return window.localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
