import type { ArticleSource } from '../data/dossier.ts';
import { OutsideLink } from '../dossier/outside-link.tsx';
import { partInWords } from '../state/day-words.ts';

/** Title, publisher, day and licence of an article. */
export function SourceLine({ article }: { article: ArticleSource }) {
  const { title, publisher, published, license, citation, url, language } = article;
  return (
    <header class="source-line">
      <h3 class="clamped" dir="auto" lang={language ?? undefined}>
        <OutsideLink address={url}>{title.length > 500 ? `${title.slice(0, 500)}…` : title}</OutsideLink>
      </h3>
      <p class="meta">
        {publisher && (
          <>
            <bdi>{publisher}</bdi> ·{' '}
          </>
        )}
        {partInWords(published)}
        {license && (
          <>
            {' · licence: '}
            <bdi title={citation ?? undefined}>{license}</bdi>
          </>
        )}
      </p>
    </header>
  );
}
