import { describe, expect, it } from 'vitest';
import {
  type ArticleVersion,
  applyVersions,
  type CurrentVersion,
  hashArticle,
  isRetraction,
} from '../../../src/ingest/fold/apply-versions.ts';
import { anArticle } from '../an-article.ts';

const article = (version: number | undefined, text: string): ArticleVersion =>
  anArticle({ id: 'a', text, ...(version !== undefined && { version }) });
const retraction = (version?: number): ArticleVersion => ({
  id: 'a',
  ...(version !== undefined && { version }),
  retracted: true,
});

describe('applyVersions', () => {
  it.each<
    [string, ArticleVersion | undefined, ArticleVersion, ArticleVersion | undefined, 'taken' | 'unchanged' | string]
  >([
    ['stores the first version', undefined, article(undefined, 'x'), article(undefined, 'x'), 'taken'],
    [
      'reports the same content as unchanged',
      article(undefined, 'x'),
      article(undefined, 'x'),
      article(undefined, 'x'),
      'unchanged',
    ],
    [
      'replaces an article by a later one, both without a version',
      article(undefined, 'x'),
      article(undefined, 'y'),
      article(undefined, 'y'),
      'taken',
    ],
    ['replaces a version by a higher one', article(1, 'x'), article(2, 'y'), article(2, 'y'), 'taken'],
    [
      'replaces an article without a version by one with a version',
      article(undefined, 'x'),
      article(1, 'y'),
      article(1, 'y'),
      'taken',
    ],
    [
      'skips an article without a version if a version is stored',
      article(3, 'x'),
      article(undefined, 'y'),
      article(3, 'x'),
      'An article without a version is older than version 3, which is stored',
    ],
    [
      'replaces an article by one of the same version with other content',
      article(2, 'x'),
      article(2, 'y'),
      article(2, 'y'),
      'taken',
    ],
    [
      'skips an older version',
      article(2, 'x'),
      article(1, 'y'),
      article(2, 'x'),
      'Version 1 is older than version 2, which is stored',
    ],
    [
      'skips an older version even if its content is the same',
      article(2, 'x'),
      article(1, 'x'),
      article(2, 'x'),
      'Version 1 is older than version 2, which is stored',
    ],
    [
      'skips a withdrawal without a version if a version is stored',
      article(2, 'x'),
      retraction(),
      article(2, 'x'),
      'A withdrawal without a version is older than version 2, which is stored',
    ],
    [
      'withdraws an article without a version by a withdrawal without one',
      article(undefined, 'x'),
      retraction(),
      retraction(),
      'taken',
    ],
    [
      'withdraws an article by a withdrawal of a higher version',
      article(2, 'x'),
      retraction(3),
      retraction(3),
      'taken',
    ],
    [
      'stores a withdrawal with a version although no article is stored',
      undefined,
      retraction(3),
      retraction(3),
      'taken',
    ],
    [
      'stores a withdrawal without a version although no article is stored',
      undefined,
      retraction(),
      retraction(),
      'taken',
    ],
    [
      'skips an article without a version after a withdrawal without one',
      retraction(),
      article(undefined, 'x'),
      retraction(),
      'It was withdrawn; only an article with a version can follow',
    ],
    [
      'accepts an article with a version after a withdrawal without one',
      retraction(),
      article(1, 'x'),
      article(1, 'x'),
      'taken',
    ],
    [
      'skips a withdrawal without a version after a withdrawal with one',
      retraction(3),
      retraction(),
      retraction(3),
      'A withdrawal without a version is older than version 3, which was withdrawn',
    ],
    ['reports the same withdrawal as unchanged', retraction(3), retraction(3), retraction(3), 'unchanged'],
    [
      'withdraws an article by a withdrawal of the same version',
      article(3, 'x'),
      retraction(3),
      retraction(3),
      'taken',
    ],
    [
      'skips an article of a withdrawn version',
      retraction(3),
      article(3, 'x'),
      retraction(3),
      'Version 3 was withdrawn',
    ],
    [
      'skips an older withdrawal',
      article(3, 'x'),
      retraction(2),
      article(3, 'x'),
      'Version 2 is older than version 3, which is stored',
    ],
    [
      'skips an article older than a withdrawal',
      retraction(3),
      article(2, 'x'),
      retraction(3),
      'Version 2 is older than version 3, which was withdrawn',
    ],
    ['accepts a higher version after a withdrawal', retraction(3), article(4, 'x'), article(4, 'x'), 'taken'],
    [
      'skips an article without a version after a withdrawal with one',
      retraction(3),
      article(undefined, 'x'),
      retraction(3),
      'An article without a version is older than version 3, which was withdrawn',
    ],
  ])('%s', (_, stored, arriving, current, outcome) => {
    const { changed, unchanged, skipped } = applyVersions(new Map(stored && [['a', standingOf(stored)]]), [arriving]);
    expect(changed.has('a') ? changed.get('a') : stored).toEqual(current);
    expect(changed.has('a')).toBe(outcome === 'taken');
    expect(unchanged).toBe(outcome === 'unchanged' ? 1 : 0);
    expect(skipped).toEqual(outcome === 'taken' || outcome === 'unchanged' ? [] : [{ id: 'a', reason: outcome }]);
  });

  it('applies versions in order', () => {
    const accepted = [article(1, 'x'), article(3, 'z'), article(2, 'y'), article(3, 'z')];
    const { changed, unchanged, skipped } = applyVersions(new Map(), accepted);
    expect([...changed.values()]).toEqual([article(3, 'z')]);
    expect(unchanged).toBe(1);
    expect(skipped).toHaveLength(1);
  });
});

function standingOf(stored: ArticleVersion): CurrentVersion {
  const { version = 0 } = stored;
  return isRetraction(stored) ? { version } : { version, hash: hashArticle(stored) };
}
