import { useEffect, useMemo, useState } from 'preact/hooks';
import { articlesOfIncident, type IncidentDossier, shownArticle, words } from '../data/dossier.ts';
import { OutsideLink } from '../dossier/outside-link.tsx';
import { Trouble } from '../dossier/trouble.tsx';
import { webAddress } from '../state/web-address.ts';
import { AnnotatedText } from './annotated-text.tsx';
import { ArticleSwitcher } from './article-switcher.tsx';
import { type Category, categories, type Evidence, type Mark, marksOf } from './marks.ts';
import { factsInArticle, panel, pointed, showFact } from './pointer.ts';
import { QuotesAlone } from './quotes-alone.tsx';
import { SourceLine } from './source-line.tsx';
import './words.css';

/** The text of an article, with the words lit that support the open incident. */
export function Words({ incident }: { incident: IncidentDossier }) {
  const [all, setAll] = useState(false);
  const [listed, setListed] = useState<Mark[]>([]);
  const article = words.answer.value?.data.article;
  const isCurrent = article?.id === shownArticle.value;
  const marks = useMarks(incident, all);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other words
  useEffect(() => setListed([]), [article?.id, incident.id, all]);
  useEffect(() => {
    factsInArticle.value = new Set(marks.map(({ key }) => key));
  }, [marks]);
  const now = panel.value;
  const asked = pointed.value;
  const isSilent = isCurrent && article?.text && asked?.from === 'fact' && !marks.some(({ key }) => key === asked.key);
  if (shownArticle.value === null) return null;
  return (
    <section class={`words-pane ${now}`} aria-labelledby="words-heading" aria-busy={words.loading.value}>
      <header>
        <h2 id="words-heading">
          <button
            type="button"
            aria-expanded={now !== 'closed'}
            aria-controls="words-panel"
            onClick={() => (panel.value = now === 'closed' ? 'open' : 'closed')}
          >
            <span class="sign" aria-hidden="true">
              {now === 'closed' ? '▴' : '▾'}
            </span>{' '}
            The words
          </button>
        </h2>
        {now !== 'closed' && (
          <>
            <label>
              <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> all
              evidence
            </label>
            <button
              type="button"
              class="size"
              aria-pressed={now === 'large'}
              onClick={() => (panel.value = now === 'large' ? 'open' : 'large')}
            >
              {now === 'large' ? 'Smaller' : 'Larger'}
            </button>
          </>
        )}
      </header>
      {now !== 'closed' && (
        <div id="words-panel" class="panel">
          <ArticleSwitcher articles={articlesOfIncident.value} />
          <Trouble resource={words} />
          {article && (
            <div class={isCurrent ? 'article' : 'article outdated'}>
              <SourceLine article={article} />
              {article.text === null ? (
                <QuotesAlone incident={incident} article={article.id} />
              ) : (
                <>
                  <Legend marks={marks} />
                  <AnnotatedText text={article.text} language={article.language} marks={marks} onList={setListed} />
                  {article.evidence.length >= 1000 && (
                    <p class="meta">Only the first 1,000 pieces of evidence are marked.</p>
                  )}
                </>
              )}
            </div>
          )}
          {!article && !words.loading.value && !words.failure.value && (
            <p class="absent">This article is not stored any more.</p>
          )}
        </div>
      )}
      {now !== 'closed' && isSilent && (
        <p class="supported absent" role="status">
          No words of this article are marked for that.
        </p>
      )}
      {now !== 'closed' && <Supported marks={listed} onClose={() => setListed([])} />}
    </section>
  );
}

/** The marks of the article that is shown, for the open incident. */
function useMarks(incident: IncidentDossier, all: boolean): Mark[] {
  const article = words.answer.value?.data.article;
  return useMemo(() => {
    if (!article?.text) return [];
    const report = incident.reports.find((each) => each.article.id === article.id);
    const places = [report?.location, incident.location, ...incident.places.map(({ location }) => location)];
    const { claimedBy, attributedTo, deniedBy } = incident.responsibility;
    const sides = [...claimedBy, ...attributedTo, ...deniedBy].map(({ statement }) => statement.id);
    const said = (incident.statements?.nodes ?? []).map(({ id }) => id);
    return marksOf(
      article.text,
      article.evidence as Evidence[],
      {
        incident: incident.id,
        statements: new Set([...said, ...sides]),
        locations: new Set(places.flatMap((place) => place?.id ?? [])),
        names: namesIn(incident),
        dateWords: report?.date?.original ?? null,
      },
      all,
    );
  }, [article, incident, all]);
}

function namesIn(incident: IncidentDossier): Map<string, string> {
  const named = [
    ...incident.participants.map(({ actor }) => actor),
    ...incident.places.map(({ location }) => location),
    ...(incident.location ? [incident.location] : []),
  ];
  return new Map(named.map(({ id, name }) => [id.slice(id.indexOf(':') + 1), name]));
}

/** What the colours mean, as far as they occur. */
function Legend({ marks }: { marks: readonly Mark[] }) {
  const present = new Set(marks.map(({ category }) => category));
  if (present.size === 0) return <p class="absent">No words of this article are marked for this incident.</p>;
  return (
    <ul class="legend" aria-label="Colours">
      {(Object.keys(categories) as Category[])
        .filter((category) => present.has(category))
        .map((category) => (
          <li key={category}>
            <span class={`swatch of-${category}`} aria-hidden="true" /> {categories[category]}
          </li>
        ))}
    </ul>
  );
}

/** All that the words which were clicked support; the smallest piece of evidence first. */
function Supported({ marks, onClose }: { marks: readonly Mark[]; onClose(): void }) {
  const [whole, setWhole] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other marks
  useEffect(() => setWhole(false), [marks]);
  if (marks.length === 0) return null;
  const shown = whole ? marks : marks.slice(0, 6);
  return (
    <section
      class="supported"
      aria-label="What these words support"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // the dossier stays open
        onClose();
      }}
    >
      <ul aria-live="polite">
        {shown.map(({ id, key, category, label, url }) => (
          <li key={id}>
            <span class={`swatch of-${category}`} aria-hidden="true" />
            <button type="button" aria-pressed={pointed.value?.key === key} onClick={() => showFact(key)}>
              <bdi>{label}</bdi>
            </button>
            <SourceLink url={url} />
          </li>
        ))}
      </ul>
      {marks.length > shown.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {marks.length - shown.length} more
        </button>
      )}
      <button type="button" class="close" aria-label="Close" onClick={onClose}>
        ×
      </button>
    </section>
  );
}

function SourceLink({ url }: { url: string | null }) {
  if (webAddress(url) === null) return null;
  return (
    <span class="source">
      <OutsideLink address={url}>at the source ↗</OutsideLink>
    </span>
  );
}
