import type { IncidentDossier, StatementInDossier } from '../data/dossier.ts';
import { partInWords, spanInWords } from '../state/day-words.ts';
import { labelOf } from '../state/labels.ts';
import { WordsButton } from './fact.tsx';
import { LoadMore } from './more.tsx';

/** What was said about the incident, newest article first. */
export function Statements({ incident }: { incident: IncidentDossier }) {
  const { statements } = incident;
  if (!statements || statements.nodes.length === 0) return null;
  return (
    <section class="statements" aria-labelledby="statements-heading">
      <h2 id="statements-heading">
        What was said <span class="tally">{statements.totalCount}</span>
      </h2>
      <ol>
        {statements.nodes.map((statement) => (
          <StatementItem key={statement.id} statement={statement} incident={incident.id} />
        ))}
      </ol>
      <LoadMore list="statements" length={statements.nodes.length} total={statements.totalCount} />
    </section>
  );
}

function StatementItem({ statement, incident }: { statement: StatementInDossier; incident: string }) {
  const { id, type, text, quote, mode, hedge, anonymous, condition, date, article, incidents, links } = statement;
  const language = article.language ?? undefined;
  const about = incidents?.nodes ?? [];
  return (
    <li class={type.toLowerCase()}>
      <p class="by">
        <Speaker statement={statement} />
        <span class="type">{labelOf(type, 'StatementType')}</span>
      </p>
      <WordsButton fact={id} article={article.id}>
        <span class="said" dir="auto" lang={language}>
          {text}
        </span>
        {quote && quote !== text && (
          <q class="quote" dir="auto" lang={language}>
            {quote}
          </q>
        )}
      </WordsButton>
      {condition && (
        <p class="meta">
          On condition: <bdi>{condition}</bdi>
        </p>
      )}
      <p class="meta">
        {[mode && labelOf(mode, 'SpeechMode'), anonymous && 'name withheld'].filter(Boolean).join(' · ')}
        {(mode || anonymous) && ' · '}
        {date && `said ${spanInWords(date)} · `}
        <bdi>{article.publisher ?? article.title}</bdi>, {partInWords(article.published)}
      </p>
      {hedge && <p class="doubt">{labelOf(hedge, 'Hedge')}</p>}
      {about.length > 0 && !about.some((each) => each.id === incident) && (
        <p class="meta">
          Said of the whole: <bdi>{about[0]?.title}</bdi>
        </p>
      )}
      {links.length > 0 && (
        <ul class="links">
          {links.map((link) => (
            <li key={link.id} class={link.type.toLowerCase()}>
              <span class="type">{labelOf(link.type, 'StatementLinkType')}</span>{' '}
              <WordsButton fact={link.statement.id} article={link.statement.article.id}>
                <bdi>{link.statement.speaker?.name ?? 'Unnamed'}</bdi>: <bdi>{shorten(link.statement.text)}</bdi>
              </WordsButton>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Who speaks, on whose behalf, to whom and through whom. */
function Speaker({ statement: { speaker, onBehalfOf, anonymous, to, via } }: { statement: StatementInDossier }) {
  return (
    <>
      <strong dir="auto">{speaker?.name ?? (anonymous ? 'Anonymous source' : 'Unnamed')}</strong>
      {onBehalfOf && <Names before="for" actors={[onBehalfOf]} />}
      <Names before="to" actors={to} />
      <Names before="via" actors={via} />
    </>
  );
}

function Names({ before, actors }: { before: string; actors: { id: string; name: string }[] }) {
  if (actors.length === 0) return null;
  return (
    <span class="meta">
      {' '}
      {before}{' '}
      {actors.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  );
}
