import { signal } from '@preact/signals';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { createResource } from '../../explorer/data/resource.ts';
import { countryName } from '../../explorer/facets/country-name.ts';
import { labelOf } from '../../explorer/state/labels.ts';
import { SuggestNamesDocument, type SuggestNamesQuery } from '../generated/graphql.ts';

export type Suggestion = NonNullable<SuggestNamesQuery['suggest']>[number];

interface NameFieldProps {
  value: string;
  type: 'INCIDENT' | 'ACTOR' | 'LOCATION' | 'ARTICLE';
  /** Whether to suggest at once, as for a card that was just made from words. */
  isFresh?: boolean;
  /** What a screen reader calls it, if no label stands around it. */
  label?: string;
  describedBy?: string | undefined;
  isWrong?: boolean;
  placeholder?: string;
  onWrite(name: string): void;
  onPick(suggestion: Suggestion): void;
}

/** A name that is completed from the store while it is typed. Picking a suggestion takes what is known of it. */
export function NameField(props: NameFieldProps) {
  const { value, type, isFresh = false, label, describedBy, isWrong, placeholder, onWrite, onPick } = props;
  const id = useId();
  const [active, activate] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is asked for once
  const { typed, suggestions } = useMemo(() => {
    const typed = signal<string | null>(isFresh ? value : null);
    const asked = () => {
      const text = typed.value?.trim() ?? '';
      return text.length >= 2 ? { text: text.slice(0, 200), types: [type], first: 8 } : null;
    };
    return { typed, suggestions: createResource(SuggestNamesDocument, asked, { delayMs: 150 }) };
  }, [type]);
  useEffect(() => suggestions.dispose, [suggestions]);
  const options = suggestions.answer.value?.data.suggest ?? [];
  const isOpen = typed.value !== null && options.length > 0;
  const close = () => {
    typed.value = null;
    activate(null);
  };
  const pick = (suggestion: Suggestion) => {
    close();
    onPick(suggestion);
  };
  const move = (step: number) => {
    const index = options.findIndex(({ node }) => node.id === active);
    activate(options[index < 0 && step < 0 ? options.length - 1 : index + step]?.node.id ?? null);
  };
  return (
    <span class="name-field">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && active ? `${id}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={isWrong || undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
        dir="auto"
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          const { value: words } = event.currentTarget;
          typed.value = words;
          activate(null);
          onWrite(words);
        }}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          const chosen = options.find(({ node }) => node.id === active);
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1);
            else typed.value = value;
          } else if (event.key === 'Enter' && isOpen && chosen) {
            event.preventDefault();
            pick(chosen);
          } else if (event.key === 'Escape' && isOpen) {
            event.preventDefault();
            close();
          }
        }}
      />
      <div class="suggestions" id={`${id}-list`} role="listbox" aria-label="In the store" hidden={!isOpen}>
        {isOpen &&
          options.map((suggestion) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the input
            <div
              key={suggestion.node.id}
              id={`${id}-${suggestion.node.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={suggestion.node.id === active}
              class="suggestion"
              ref={(element) => {
                if (suggestion.node.id === active) element?.scrollIntoView({ block: 'nearest' });
              }}
              onMouseDown={(event) => event.preventDefault()} // the focus stays in the input
              onClick={() => pick(suggestion)}
            >
              <bdi dir="auto">{suggestion.label}</bdi>
              {suggestion.matched !== suggestion.label && (
                <span class="matched">
                  “<bdi>{suggestion.matched}</bdi>”
                </span>
              )}
              <span class="known">{knownOf(suggestion)}</span>
            </div>
          ))}
      </div>
    </span>
  );
}

/** What is known of a suggestion, to tell it from others of that name. */
function knownOf({ node }: Suggestion): string {
  const id = node.id.slice(node.id.indexOf(':') + 1);
  switch (node.__typename) {
    case 'Actor':
      return [labelOf(node.actorKind, 'ActorKind'), node.country && countryName(node.country), id]
        .filter(Boolean)
        .join(' · ');
    case 'Location':
      return [
        labelOf(node.locationKind, 'LocationKind'),
        node.partOf?.name ?? (node.country && countryName(node.country)),
        id,
      ]
        .filter(Boolean)
        .join(' · ');
    case 'Incident':
      return [node.date?.edtf ?? 'no date', node.location?.name, id].filter(Boolean).join(' · ');
    case 'Article':
      return [node.publisher, node.published, id].filter(Boolean).join(' · ');
    default:
      return id;
  }
}
