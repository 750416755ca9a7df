import { cardsOf, type ListName, listNames } from '../model/article-json.ts';
import { cardTypes } from '../model/fields.ts';
import { createCard, doubtsOf, focusNext, type Work } from '../state/desk.ts';
import { ArticleCard } from './article-card.tsx';
import { Card } from './card.tsx';

/** All that the article is said to state: itself, and its incidents, actors, places and statements. */
export function CardsPane({ now }: { now: Work }) {
  const { article } = now;
  return (
    <div class="cards">
      <ArticleCard now={now} />
      {listNames.map((list) => {
        const cards = cardsOf(article, list);
        const { plural, noun } = cardTypes[list];
        return (
          <section key={list} class="card-list" aria-label={plural}>
            <header>
              <h2>
                {plural} <span class="number">{cards.length}</span>
              </h2>
              <button type="button" class="quiet" aria-label={`Add ${noun.toLowerCase()}`} onClick={() => add(list)}>
                + Add
              </button>
            </header>
            {cards.map((card, index) => (
              <Card
                // biome-ignore lint/suspicious/noArrayIndexKey: an id is written letter by letter, and may be there twice
                key={index}
                article={article}
                list={list}
                index={index}
                card={card}
                doubts={doubtsOf(now, list, card)}
              />
            ))}
            {cards.length === 0 && <p class="empty">{emptyWords[list]}</p>}
          </section>
        );
      })}
    </div>
  );
}

const emptyWords: Record<ListName, string> = {
  incidents: 'Select the words that say what happened, and press i.',
  actors: 'Select a name and press a, or let a participant add it.',
  locations: 'Select the name of a place and press p.',
  statements: 'Select what somebody said and press s.',
};

function add(list: ListName): void {
  createCard(list, list === 'statements' ? { type: 'REPORT' } : {});
  focusNext.value = '[data-open] .fields :is(input, textarea, select)';
}
