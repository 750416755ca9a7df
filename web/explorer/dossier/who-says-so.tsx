import type { IncidentDossier } from '../data/dossier.ts';
import { partInWords } from '../state/day-words.ts';
import { labelOf } from '../state/labels.ts';
import { WordsButton } from './fact.tsx';

type Entry = IncidentDossier['responsibility']['claimedBy'][number];

/** Claimed, attributed and denied, side by side, each with what was said. */
export function WhoSaysSo({ incident: { responsibility } }: { incident: IncidentDossier }) {
  const { claimedBy, attributedTo, deniedBy } = responsibility;
  return (
    <section class="who-says-so" aria-labelledby="who-says-so-heading">
      <h2 id="who-says-so-heading">Who says who did it</h2>
      <div class="sides">
        <Side side="claimed" label="Claimed by" none="Nobody claims it." entries={claimedBy} />
        <Side side="attributed" label="Attributed to" none="It is attributed to nobody." entries={attributedTo} />
        <Side side="denied" label="Denied by" none="Nobody denies it." entries={deniedBy} />
      </div>
    </section>
  );
}

/** The most entries of a side that are asked for. */
const most = 20;

interface SideProps {
  side: string;
  label: string;
  none: string;
  entries: Entry[];
}

function Side({ side, label, none, entries }: SideProps) {
  return (
    <section class={`side-of-it ${side}`} aria-label={label}>
      <h3>
        {label} {entries.length > 0 && <span class="tally">{entries.length < most ? entries.length : `${most}+`}</span>}
      </h3>
      {entries.length === 0 ? (
        <p class="absent">{none}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <EntryOfSide key={entry.id} entry={entry} isAttribution={side === 'attributed'} />
          ))}
        </ul>
      )}
    </section>
  );
}

function EntryOfSide({ entry: { actor, statement }, isAttribution }: { entry: Entry; isAttribution: boolean }) {
  const { id, text, hedge, anonymous, speaker, onBehalfOf, article, evidence } = statement;
  const quote = evidence[0]?.quote;
  return (
    <li>
      <strong dir="auto">{actor.name}</strong>
      <WordsButton fact={id} article={article.id}>
        <span class="said" dir="auto" lang={article.language ?? undefined}>
          {text}
        </span>
        {quote && quote !== text && (
          <q class="quote" dir="auto" lang={article.language ?? undefined}>
            {quote}
          </q>
        )}
      </WordsButton>
      <p class="meta">
        {isAttribution && (
          <>
            {anonymous ? 'Anonymous source' : <bdi>{speaker?.name ?? 'Unnamed'}</bdi>}
            {' · '}
          </>
        )}
        {!isAttribution && onBehalfOf && speaker && speaker.id !== actor.id && (
          <>
            through <bdi>{speaker.name}</bdi>
            {' · '}
          </>
        )}
        {!isAttribution && anonymous && 'Anonymous source · '}
        <bdi>{article.publisher ?? article.title}</bdi> · {partInWords(article.published)}
      </p>
      {hedge && <p class="doubt">{labelOf(hedge, 'Hedge')}</p>}
    </li>
  );
}
