import { useEffect, useRef } from 'preact/hooks';
import { dossier, type IncidentDossier } from '../data/dossier.ts';
import { labelOf } from '../state/labels.ts';
import { change, state } from '../state/store.ts';
import { chosenArticle, pointed } from '../words/pointer.ts';
import { Words } from '../words/words.tsx';
import { Casualties } from './casualties.tsx';
import { Facts } from './facts.tsx';
import { Reports } from './reports.tsx';
import { Statements } from './statements.tsx';
import { Trouble } from './trouble.tsx';
import { WhoSaysSo } from './who-says-so.tsx';
import './dossier.css';

/** The open incident: its facts, who says so, where articles differ, and the words behind all of it. */
export function Dossier({ id }: { id: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another incident begins anew
  useEffect(() => {
    chosenArticle.value = null;
    pointed.value = null;
    const side = document.querySelector('.side');
    side?.scrollTo({ top: 0 });
    if (side && side.scrollHeight <= side.clientHeight) window.scrollTo({ top: 0 }); // on phones, the page scrolls
  }, [id]);
  const { answer, answered, loading } = dossier;
  const isCurrent = answered.value?.id === id;
  const incident = answer.value?.data.incident;
  useEffect(() => {
    // The list that had the focus is gone.
    if (isCurrent && (document.activeElement ?? document.body) === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [isCurrent]);
  return (
    <article class={`dossier${loading.value && !isCurrent ? ' outdated' : ''}`} aria-busy={loading.value}>
      <div class="above">
        <button type="button" class="back" onClick={() => change({ open: null })}>
          <span aria-hidden="true">←</span> {state.value.embed ? 'All incidents' : 'Incidents'}
        </button>
      </div>
      <Trouble resource={dossier} />
      {incident ? (
        <Contents incident={incident} heading={heading} />
      ) : (
        isCurrent &&
        answer.value?.problems.length === 0 && (
          <p class="absent">
            There is no incident with the id <code>{id}</code>. It may have been withdrawn.
          </p>
        )
      )}
    </article>
  );
}

interface ContentsProps {
  incident: IncidentDossier;
  heading: { current: HTMLHeadingElement | null };
}

function Contents({ incident, heading }: ContentsProps) {
  const { type, subtype, occurrence, outcome, publisherCount, articles, reports } = incident;
  return (
    <>
      <header>
        <p class="kinds">
          {labelOf(type, 'IncidentType')}
          {subtype && ` · ${labelOf(subtype, 'IncidentSubtype')}`}
          {outcome !== 'UNKNOWN' && ` · ${labelOf(outcome, 'Outcome')}`}
        </p>
        <LongText class="title" text={incident.title} as="h1" innerRef={heading} />
        {occurrence !== 'HAPPENED' && <p class="occurrence">{labelOf(occurrence, 'Occurrence')}</p>}
        {incident.summary && <LongText class="summary" text={incident.summary} as="p" />}
        <p class="meta">
          {count(reports.length, 'report')}
          {(articles?.totalCount ?? 0) > 0 && ` · ${count(articles?.totalCount ?? 0, 'article')}`}
          {publisherCount > 0 && ` · ${count(publisherCount, 'publisher')}`}
        </p>
      </header>
      <Facts incident={incident} />
      <Casualties incident={incident} />
      <WhoSaysSo incident={incident} />
      <Reports incident={incident} />
      <Statements incident={incident} />
      <Words incident={incident} />
    </>
  );
}

function count(number: number, of: string): string {
  return `${number.toLocaleString('en')} ${of}${number === 1 ? '' : 's'}`;
}

interface LongTextProps {
  class: string;
  text: string;
  as: 'h1' | 'p';
  innerRef?: { current: HTMLHeadingElement | null };
}

/** A text that is clamped to a few lines, and whole on request if it is very long. */
function LongText({ class: name, text, as: Element, innerRef }: LongTextProps) {
  if (text.length <= 400)
    return (
      <Element class={name} dir="auto" ref={innerRef ?? null} {...(innerRef && { tabIndex: -1 })}>
        {text}
      </Element>
    );
  return (
    <>
      <Element class={`${name} clamped`} dir="auto" ref={innerRef ?? null} {...(innerRef && { tabIndex: -1 })}>
        {text.slice(0, 400)}…
      </Element>
      <details class="whole">
        <summary>The whole text ({text.length.toLocaleString('en')} characters)</summary>
        <p dir="auto">{text}</p>
      </details>
    </>
  );
}
