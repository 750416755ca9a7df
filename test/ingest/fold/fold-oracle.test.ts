import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { tries } from '../../support/runs.ts';
import { anyArticles, anyMerges, anyPlacement } from '../any-articles.ts';
import { foldByRules } from './fold-oracle.ts';

const anyPlacements = fc.uniqueArray(anyPlacement, { selector: ({ id }) => id, maxLength: 4 });

it('the fold equals a second implementation of its rules', () => {
  fc.assert(
    fc.property(fc.oneof(anyArticles, anyPlacements), anyMerges, (articles, merges) => {
      const { actors, locations, ...fold } = foldArticles(articles, merges);
      const incidents = fold.incidents.map((each) => ({ ...each, placesWithin: each.placesWithin.toSorted() }));
      const rules = foldByRules(articles, merges);
      expect(alike({ incidents, actors, locations }, rules)).toEqual(rules);
    }),
    tries(300),
  );
});

/** Returns the part of `actual` that `expected` has too, at any depth. */
function alike(actual: any, expected: any): any {
  if (Array.isArray(actual))
    return actual.map((each, i) => (Array.isArray(expected) ? alike(each, expected[i]) : each));
  if (typeof actual !== 'object' || typeof expected !== 'object' || !actual || !expected) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, alike(actual[key], expected[key])]));
}
