import { overview } from '../data/overview.ts';
import { change, state } from '../state/store.ts';

export function Facets() {
  const answer = overview.answer.value?.data;
  const groups = answer?.country?.groups ?? [];
  const chosen = state.value.country;
  return (
    <nav class="facets" aria-label="Filters">
      <h2>Country</h2>
      {groups.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          aria-pressed={chosen.includes(key)}
          onClick={() =>
            change({ country: chosen.includes(key) ? chosen.filter((code) => code !== key) : [...chosen, key] })
          }
        >
          <span>{label}</span> <span class="number">{count.toLocaleString('en')}</span>
        </button>
      ))}
    </nav>
  );
}
