import { signal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { createResource } from '../data/resource.ts';
import { SuggestDocument } from '../generated/graphql.ts';
import { search, state } from '../state/store.ts';
import { choose } from './choose.ts';
import { groupSuggestions } from './group-suggestions.ts';

/** Searches for words on Enter, and suggests names while they are typed: a combobox with a list of them. */
export function SearchBox() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, write] = useState(state.peek().q);
  const [active, activate] = useState<string | null>(null);
  const { typed, suggestions } = useMemo(() => {
    const typed = signal<string | null>(null);
    const asked = () => {
      const text = typed.value?.trim() ?? '';
      return text.length >= 2 ? { text: text.slice(0, 200), types: null, first: 10 } : null;
    };
    return { typed, suggestions: createResource(SuggestDocument, asked, { delayMs: 120 }) };
  }, []);
  useEffect(() => suggestions.dispose, [suggestions]);

  const { q } = state.value;
  useEffect(() => write(q), [q]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  const groups = groupSuggestions(suggestions.answer.value?.data.suggest ?? []);
  const options = groups.flatMap(({ suggestions: members }) => members);
  const isOpen = typed.value !== null && options.length > 0;
  const close = () => {
    typed.value = null;
    activate(null);
  };
  const pick = (suggestion: (typeof options)[number]) => {
    close();
    write(state.peek().q);
    void choose(suggestion);
  };
  const submit = () => {
    close();
    search(words);
  };
  const move = (step: number) => {
    const index = options.findIndex(({ node }) => node.id === active);
    const next = index < 0 && step < 0 ? options.length - 1 : index + step;
    activate(options[next]?.node.id ?? null); // past either end, back to what was typed
  };

  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <input
          ref={input}
          type="search"
          list={undefined}
          // biome-ignore lint/a11y/noRedundantRoles: it has a list box, and no datalist
          role="combobox"
          aria-label="Search incidents, actors, places and articles"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active}` : undefined}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          maxLength={1000}
          placeholder="Search, such as drone “air base” -kirkuk"
          enterkeyhint="search"
          dir="auto"
          value={words}
          onInput={(event) => {
            const { value } = event.currentTarget;
            write(value);
            typed.value = value;
            activate(null);
            if (value === '' && state.peek().q) search(''); // the cross in the box
          }}
          onBlur={close}
          onKeyDown={(event) => {
            const chosen = options.find(({ node }) => node.id === active);
            if (event.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1);
              else typed.value = words;
            } else if (event.key === 'Enter' && isOpen && chosen) {
              event.preventDefault();
              pick(chosen);
            } else if (event.key === 'Escape') {
              event.preventDefault();
              if (isOpen) close();
              else if (words !== state.peek().q) write(state.peek().q);
              else input.current?.blur();
            }
          }}
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
      <div class="suggestions" id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={!isOpen}>
        {isOpen &&
          groups.map(({ type, title, suggestions: members }) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
            <div key={type} role="group" aria-labelledby={`${id}-${type}`}>
              <div class="type" id={`${id}-${type}`} role="presentation">
                {title}
              </div>
              {members.map((suggestion) => (
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
                </div>
              ))}
            </div>
          ))}
      </div>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
