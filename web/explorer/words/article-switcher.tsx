import { type ArticleSource, shownArticle } from '../data/dossier.ts';
import { partInWords } from '../state/day-words.ts';
import { chosenArticle } from './pointer.ts';

/** Chooses whose words are shown. */
export function ArticleSwitcher({ articles }: { articles: readonly ArticleSource[] }) {
  const shown = shownArticle.value;
  const listed = articles.some(({ id }) => id === shown);
  if (articles.length < 2 && listed) return null;
  return (
    <label class="switcher">
      <span class="visually-hidden">Article</span>
      <select value={shown ?? ''} onChange={(event) => (chosenArticle.value = event.currentTarget.value)}>
        {!listed && shown !== null && <option value={shown}>An article that reports another incident</option>}
        {articles.map(({ id, title, publisher, published }) => (
          <option key={id} value={id}>
            {`${publisher ?? 'Unnamed publisher'}, ${partInWords(published)}: ${shorten(title)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function shorten(title: string): string {
  return title.length > 80 ? `${title.slice(0, 80)}…` : title;
}
