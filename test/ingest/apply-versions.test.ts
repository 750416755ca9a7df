import { describe, expect, it } from 'vitest';
import {
  type ArticleVersion,
  applyVersions,
  hashArticle,
  isRetraction,
  type StandingVersion,
} from '../../src/ingest/apply-versions.ts';
import { anArticle } from './an-article.ts';

const article = (version: number | undefined, text: string): ArticleVersion =>
  anArticle({ id: 'a', text, ...(version !== undefined && { version }) });
const retraction = (version?: number): ArticleVersion => ({
  id: 'a',
  ...(version !== undefined && { version }),
  retracted: true,
});

describe('versions of an article', () => {
  it.each<
    [string, ArticleVersion | undefined, ArticleVersion, ArticleVersion | undefined, 'taken' | 'unchanged' | string]
  >([
    ['a first one is taken', undefined, article(undefined, 'x'), article(undefined, 'x'), 'taken'],
    [
      'the same content is unchanged',
      article(undefined, 'x'),
      article(undefined, 'x'),
      article(undefined, 'x'),
      'unchanged',
    ],
    ['a later one replaces', article(undefined, 'x'), article(undefined, 'y'), article(undefined, 'y'), 'taken'],
    ['a higher version replaces', article(1, 'x'), article(2, 'y'), article(2, 'y'), 'taken'],
    ['a version replaces none', article(undefined, 'x'), article(1, 'y'), article(1, 'y'), 'taken'],
    ['none replaces a version', article(3, 'x'), article(undefined, 'y'), article(undefined, 'y'), 'taken'],
    ['the same version with other content replaces', article(2, 'x'), article(2, 'y'), article(2, 'y'), 'taken'],
    [
      'an older version is skipped',
      article(2, 'x'),
      article(1, 'y'),
      article(2, 'x'),
      'Version 1 is older than version 2, which is stored',
    ],
    [
      'an older version is skipped even if it says the same',
      article(2, 'x'),
      article(1, 'x'),
      article(2, 'x'),
      'Version 1 is older than version 2, which is stored',
    ],
    ['a withdrawal without a version leaves nothing', article(2, 'x'), retraction(), undefined, 'taken'],
    ['a withdrawal with a version stays', article(2, 'x'), retraction(3), retraction(3), 'taken'],
    ['a withdrawal stays although nothing was there', undefined, retraction(3), retraction(3), 'taken'],
    ['a withdrawal without a version of nothing is unchanged', undefined, retraction(), undefined, 'unchanged'],
    [
      'a withdrawal without a version of a withdrawn one is unchanged',
      retraction(3),
      retraction(),
      retraction(3),
      'unchanged',
    ],
    ['the same withdrawal is unchanged', retraction(3), retraction(3), retraction(3), 'unchanged'],
    ['a withdrawal of the same version wins, coming second', article(3, 'x'), retraction(3), retraction(3), 'taken'],
    [
      'a withdrawal of the same version wins, coming first',
      retraction(3),
      article(3, 'x'),
      retraction(3),
      'Version 3 was withdrawn',
    ],
    [
      'an older withdrawal is skipped',
      article(3, 'x'),
      retraction(2),
      article(3, 'x'),
      'Version 2 is older than version 3, which is stored',
    ],
    [
      'what is older than a withdrawal is skipped',
      retraction(3),
      article(2, 'x'),
      retraction(3),
      'Version 2 is older than version 3, which was withdrawn',
    ],
    ['a higher version comes back', retraction(3), article(4, 'x'), article(4, 'x'), 'taken'],
    ['one without a version comes back', retraction(3), article(undefined, 'x'), article(undefined, 'x'), 'taken'],
  ])('%s', (_, stored, arriving, standing, outcome) => {
    const { changed, unchanged, skipped } = applyVersions(new Map(stored && [['a', standingOf(stored)]]), [arriving]);
    expect(changed.has('a') ? changed.get('a') : stored).toEqual(standing);
    expect(changed.has('a')).toBe(outcome === 'taken');
    expect(unchanged).toBe(outcome === 'unchanged' ? 1 : 0);
    expect(skipped).toEqual(outcome === 'taken' || outcome === 'unchanged' ? [] : [{ id: 'a', reason: outcome }]);
  });

  it('are applied one after the other', () => {
    const accepted = [article(1, 'x'), article(3, 'z'), article(2, 'y'), article(3, 'z')];
    const { changed, unchanged, skipped } = applyVersions(new Map(), accepted);
    expect([...changed.values()]).toEqual([article(3, 'z')]);
    expect(unchanged).toBe(1);
    expect(skipped).toHaveLength(1);
  });
});

function standingOf(stored: ArticleVersion): StandingVersion {
  return isRetraction(stored) ? { ...stored } : { ...stored, hash: hashArticle(stored) };
}
