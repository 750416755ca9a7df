import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { factKey } from '../words/marks.ts';
import { pointed, showWords } from '../words/pointer.ts';

interface FactProps {
  /** The node that the fact is about. */
  of: string;
  /** The first pieces of its evidence; without any, there are no words to show. */
  evidence: readonly { claim: string; article: { id: string } }[];
  children: ComponentChildren;
}

/** A fact that leads to the words that support it. */
export function Fact({ of, evidence, children }: FactProps) {
  const [first] = evidence;
  if (!first) return <span class="fact without-words">{children}</span>;
  return (
    <WordsButton fact={factKey(of, first.claim)} article={first.article.id}>
      {children}
    </WordsButton>
  );
}

/** A button that shows the words of a fact, and is marked while the reader points at them. */
export function WordsButton(props: { fact: string; article?: string | undefined; children: ComponentChildren }) {
  const { fact, article, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  const now = pointed.value;
  const isPointed = now?.key === fact;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same fact may be pointed at again
  useEffect(() => {
    if (now?.key === fact && now.from === 'words') scrollToFact(button.current);
  }, [now, fact]);
  return (
    <button
      ref={button}
      type="button"
      class={`fact${isPointed ? ' pointed' : ''}`}
      aria-pressed={isPointed}
      title="Show the words"
      data-fact={fact}
      onClick={() => showWords(fact, article)}
    >
      {children}
    </button>
  );
}

/** Scrolls to a fact; of several with one key, to the first. */
function scrollToFact(button: HTMLButtonElement | null): void {
  if (!button) return;
  const key = button.dataset.fact ?? '';
  const [first] = document.querySelectorAll(`[data-fact="${CSS.escape(key)}"]`);
  if (first !== button) return;
  button.closest('details')?.setAttribute('open', '');
  button.scrollIntoView({ block: 'center', behavior: prefersStillness() ? 'auto' : 'smooth' });
}

export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
