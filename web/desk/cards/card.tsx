import { useId } from 'preact/hooks';
import type { ArticleJson, Card as CardJson, ListName } from '../model/article-json.ts';
import { quotesOf } from '../model/article-json.ts';
import { inWords } from '../model/differences.ts';
import { cardTypes } from '../model/fields.ts';
import { issues as allIssues } from '../state/check.ts';
import { changeThing, confirmCard, deleteCard, openTarget, target } from '../state/desk.ts';
import { issueKey, issuesAt, ownIssues } from '../state/issues.ts';
import { dateMeaning } from './date-meaning.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Fields } from './fields-of.tsx';
import { IssueList } from './issue-list.tsx';
import { PartList } from './part-list.tsx';
import { takeSuggestion } from './take-suggestion.ts';

interface CardProps {
  article: ArticleJson;
  list: ListName;
  index: number;
  card: CardJson;
  /** What the drafting is not sure of; null if nobody has to confirm the card. */
  doubts: readonly string[] | null;
}

/** A card: closed, one line of what it says; open, all its fields. */
export function Card({ article, list, index, card, doubts }: CardProps) {
  const isDrafted = doubts !== null;
  const id = useId();
  const type = cardTypes[list];
  const own = { list, index };
  const open = target.value;
  const isOpen = open?.list === list && open.index === index;
  const issues = allIssues.value.get(issueKey(list, card, index)) ?? [];
  const refusals = issues.filter(({ kind }) => kind === 'refusal').length;
  const name = String(card[type.title] ?? '') || `${type.noun} without a name`;
  const withoutWords = quotesOf(card).length === 0;
  return (
    <article
      class={`card of-${type.category}${isOpen ? ' is-open' : ''}${isDrafted ? ' is-drafted' : ''}${withoutWords ? ' without-words' : ''}${refusals ? ' is-refused' : ''}`}
      aria-labelledby={`${id}-name`}
      data-open={isOpen || undefined}
      data-card={`${list}/${card.id}`}
    >
      <h3 class="card-head">
        <button
          type="button"
          id={`${id}-name`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => openTarget(isOpen && !open.part ? null : own)}
        >
          <span class="swatch" aria-hidden="true" />
          <span class="card-title">
            <bdi dir="auto">{name}</bdi>
            <span class="card-facts">{factsOf(article, list, card)}</span>
          </span>
          {isDrafted && <span class="badge drafted">Drafted</span>}
          {withoutWords && <span class="badge amber">No evidence</span>}
          {refusals > 0 ? (
            <span class="badge refused">{refusals} to fix</span>
          ) : (
            issues.length > 0 && <span class="badge warned">{issues.length} to check</span>
          )}
        </button>
      </h3>
      {isOpen && (
        <div class="card-body" id={id}>
          {doubts && (
            <div class="confirm">
              <div>
                <p>A program drafted this card. Compare it with its words, then confirm it.</p>
                {doubts.length > 0 && <p class="doubts">Least sure: {doubts.slice(0, 4).join('; ')}</p>}
              </div>
              <button type="button" class="button" onClick={() => confirmCard(own)}>
                Confirm
              </button>
            </div>
          )}
          <EvidenceList of={own} thing={card} name={name} />
          <IssueList issues={ownIssues(issues, [], ['id', ...type.fields.map(({ key }) => key)])} />
          <Fields
            article={article}
            of={own}
            thing={card}
            fields={type.fields}
            issues={issues}
            path={[]}
            self={card.id}
            isFresh={
              card[type.title] !== undefined && card.kind === undefined && list !== 'statements' && list !== 'incidents'
            }
            onPick={(suggestion) => takeSuggestion(own, suggestion)}
            drawParts={(field, part) => (
              <PartList
                key={field.key}
                article={article}
                of={own}
                card={card}
                field={field}
                part={part}
                issues={issuesAt(issues, [field.key])}
                self={card.id}
              />
            )}
          />
          <footer class="card-foot">
            <label class="id-field">
              <span>Id</span>
              <input
                type="text"
                spellcheck={false}
                autocomplete="off"
                maxLength={120}
                value={card.id ?? ''}
                aria-invalid={issuesAt(issues, ['id']).length > 0 || undefined}
                onInput={(event) => changeThing(own, { id: event.currentTarget.value })}
              />
            </label>
            <IssueList issues={issuesAt(issues, ['id'])} />
            <button type="button" class="quiet" onClick={() => deleteCard(own)}>
              Remove {type.noun.toLowerCase()}
            </button>
          </footer>
        </div>
      )}
    </article>
  );
}

/** The main facts of a closed card, on one line. */
function factsOf(article: ArticleJson, list: ListName, card: CardJson): string {
  const { fields } = cardTypes[list];
  const value = (key: string) => {
    const field = fields.find((each) => each.key === key);
    return field ? inWords(card[key], field, article) : null;
  };
  const { edtf } = (card.date ?? {}) as { edtf?: string };
  const day = edtf ? (dateMeaning(edtf) ?? edtf) : null;
  const facts: Record<ListName, (string | null)[]> = {
    incidents: [value('type'), day, value('location')],
    actors: [value('kind'), value('country')],
    locations: [value('kind'), value('country')],
    statements: [value('type'), value('speaker')],
  };
  return facts[list].filter(Boolean).join(' · ');
}
