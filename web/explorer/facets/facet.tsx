import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Option } from './facet-options.ts';
import { shortlist } from './facet-options.ts';
import { moveByArrows } from './move-by-arrows.ts';

interface Props {
  title: string;
  options: readonly Option[];
  toggle: (key: string) => void;
  /** Whether the options are known: nothing is said of a facet that could not be loaded. */
  known: boolean;
  /** How many options are shown at first. */
  size?: number;
  /** Shows what does not fit; by default the rest of `options`. */
  more?: { label: string; onClick: () => void } | undefined;
  children?: ComponentChildren;
}

/** The values of one filter with their counts. Several can be chosen: any of them matches. */
export function Facet({ title, options, toggle, known, size = 6, more, children }: Props) {
  const id = useId();
  const [isWhole, showAll] = useState(false);
  const shown = isWhole ? options : shortlist(options, size);
  const hidden = options.length - shown.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in all browsers
    <div class="facet" role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {known && options.length === 0 && <p class="none">None</p>}
      <Options options={shown} toggle={toggle} />
      {more ? (
        <button type="button" class="more" onClick={more.onClick}>
          {more.label}
        </button>
      ) : (
        (hidden > 0 || isWhole) && (
          <button type="button" class="more" aria-expanded={isWhole} onClick={() => showAll(!isWhole)}>
            {isWhole ? 'Fewer' : `${hidden} more…`}
          </button>
        )
      )}
    </div>
  );
}

/** Check boxes in one tab stop; the arrow keys move among them. */
export function Options({
  options,
  toggle,
}: {
  options: readonly (Option & { nested?: boolean; mixed?: boolean })[];
  toggle: (key: string) => void;
}) {
  const most = Math.max(1, ...options.map(({ count }) => count ?? 0));
  const stop = Math.max(
    0,
    options.findIndex(({ chosen }) => chosen),
  );
  return (
    <ul onKeyDown={moveByArrows}>
      {options.map(({ key, label, count, chosen, nested, mixed }, index) => (
        <li key={key} class={nested ? 'nested' : undefined}>
          <label
            class={`option${chosen ? ' chosen' : ''}${count === 0 ? ' empty' : ''}`}
            style={{ '--share': (count ?? 0) / most }}
          >
            <input
              type="checkbox"
              checked={chosen}
              ref={(box) => {
                if (box) box.indeterminate = Boolean(mixed);
              }}
              tabIndex={index === stop ? 0 : -1}
              onChange={() => toggle(key)}
            />
            <bdi class="label">{label}</bdi>
            <span class="number">{count === null ? '' : count.toLocaleString('en')}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
