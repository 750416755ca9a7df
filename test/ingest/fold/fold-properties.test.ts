import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { applyMerges } from '../../../src/ingest/fold/apply-merges.ts';
import {
  type AssertionDocument,
  addAssertion,
  assertionsById,
  assertionsOf,
} from '../../../src/ingest/fold/assertion.ts';
import { foldActor } from '../../../src/ingest/fold/fold-actor.ts';
import { type Fold, foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { foldIncident } from '../../../src/ingest/fold/fold-incident.ts';
import { foldLocation } from '../../../src/ingest/fold/fold-location.ts';
import { articleDocument } from '../../../src/ingest/fold/index-article.ts';
import { type MergedType, resolveMerges } from '../../../src/query/merges.ts';
import { tries } from '../../support/runs.ts';
import { anyArticle, anyArticles, anyMerges } from '../any-articles.ts';

describe('the fold', () => {
  it('returns the same bytes for any order of articles and merges', () => {
    const shuffles = fc
      .tuple(anyArticles, anyMerges)
      .chain(([articles, merges]) =>
        fc.tuple(fc.constant(articles), whole(articles), fc.constant(merges), whole(merges)),
      );
    fc.assert(
      fc.property(shuffles, ([articles, shuffledArticles, merges, shuffledMerges]) => {
        const bytes = BSON.serialize(foldArticles(articles, merges));
        expect(Buffer.compare(bytes, BSON.serialize(foldArticles(shuffledArticles, shuffledMerges)))).toBe(0);
      }),
      tries(500),
    );
  });

  it('returns the same documents from the newest of equal reports as from all of them', () => {
    const property = fc.property(anyArticles, anyMerges, (articles, merges) => {
      const survivors = resolveMerges(merges);
      const all = articles.flatMap((article) => assertionsOf(applyMerges(article, survivors), article));
      const united = new Map<string, AssertionDocument>();
      for (const assertion of all) addAssertion(united, assertion);
      const distinct = [...united.values()];
      const chain = { wholes: [] };
      const folds = [
        foldsBy('Actor', (id, said) => foldActor(id, said as never)),
        foldsBy('Location', (id, said) => foldLocation(id, said as never, chain)),
        foldsBy('Incident', (id, said) =>
          foldIncident(id, said as never, chain, (place) => ({ within: place < 'y' ? [place, 'y', 'z'] : [place] })),
        ),
      ];
      for (const fold of folds) expect(fold(distinct)).toEqual(fold(all));
    });
    fc.assert(property, tries(300));
  });

  it('returns counts equal to those of a filter over the documents', () => {
    fc.assert(
      fc.property(anyArticles, anyMerges, (articles, merges) => {
        const fold = foldArticles(articles, merges);
        const { incidents, actors, statements, locations } = fold;
        const survivors = resolveMerges(merges);
        const stored = articles.map((article) => articleDocument(article, survivors));
        for (const { _id, about, participants, counts } of incidents) {
          expect(counts).toEqual({
            participants: participants.length,
            parts: incidents.filter(({ partOf }) => partOf === _id).length,
            statements: statements.filter((statement) => about.some((id) => statement.incidents.includes(id))).length,
            articles: stored.filter((article) => article.incidents.includes(_id)).length,
          });
        }
        for (const { _id, counts } of actors) {
          expect(counts).toEqual({
            members: actors.filter(({ memberOf }) => memberOf.includes(_id)).length,
            incidents: incidents.filter(({ participants }) => participants.some(({ actor }) => actor === _id)).length,
            statements: statements.filter(({ speaker, onBehalfOf }) => speaker === _id || onBehalfOf === _id).length,
            statementsAbout: statements.filter((statement) => statement.actors.includes(_id)).length,
            articles: stored.filter((article) => article.actors.includes(_id)).length,
          });
        }
        for (const { _id, counts } of locations) {
          expect(counts).toEqual({
            contains: locations.filter(({ partOf }) => partOf === _id).length,
            incidents: incidents.filter(({ within }) => within.includes(_id)).length,
            articles: stored.filter((article) => article.locations.includes(_id)).length,
          });
        }
      }),
      tries(),
    );
  });

  it('returns every referenced document, no cycles, and one chain for each entity', () => {
    fc.assert(
      fc.property(anyArticles, anyMerges, (articles, merges) => {
        const fold = foldArticles(articles, merges);
        for (const { type, id } of references(fold)) expect(idsOf(fold, type)).toContain(id);
        for (const { about, partOf } of fold.incidents) {
          expect(new Set(about).size).toBe(about.length);
          expect(about.slice(1)).toEqual(fold.incidents.find(({ _id }) => _id === partOf)?.about ?? []);
        }
        for (const { ancestors, partOf } of fold.locations) {
          const whole = fold.locations.find(({ _id }) => _id === partOf);
          expect(ancestors).toEqual(whole ? [whole._id, ...whole.ancestors] : []);
        }
      }),
      tries(),
    );
  });
});

describe('an indexed article', () => {
  it('has spans at their positions in the text, in order, for nodes that it defines', () => {
    fc.assert(
      fc.property(anyArticle, anyMerges, (article, merges) => {
        const {
          spans,
          incidents,
          actors,
          locations,
          statements,
          accounts: assertions,
        } = articleDocument(article, resolveMerges(merges));
        const nodes = [
          ...incidents.map((id) => `Incident:${id}`),
          ...actors.map((id) => `Actor:${id}`),
          ...locations.map((id) => `Location:${id}`),
          ...statements.map((id) => `Statement:${id}`),
        ];
        for (const { key, quote, start } of spans) {
          expect(article.text.slice(start, start + quote.length)).toBe(quote);
          expect(nodes).toContain(key.split('#')[0]);
        }
        for (const assertion of assertions) expect(nodes).toContain(assertion.split('=')[0]);
        const places = spans.map(({ start, quote, key }) => [start, start + quote.length, key] as const);
        expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
      }),
      tries(),
    );
  });
});

/** Returns the bytes of the documents folded from the assertions of one type. */
function foldsBy(type: MergedType, fold: (id: string, assertions: readonly AssertionDocument[]) => object) {
  return (assertions: readonly AssertionDocument[]) =>
    [...assertionsById(type, assertions)]
      .map(([id, said]) => Buffer.from(BSON.serialize(fold(id, said))).toString('latin1'))
      .sort();
}

/** All of `values` in any order. */
function whole<T>(values: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(values, { minLength: values.length });
}

type NodeList = 'incidents' | 'actors' | 'statements' | 'locations';

function idsOf(fold: Fold, type: NodeList): string[] {
  return fold[type].map(({ _id }) => _id);
}

function references({ incidents, actors, statements }: Fold): { type: NodeList; id: string }[] {
  return [
    ...incidents.flatMap(({ about, links }) => [...about, ...links.map((it) => it.incident)]).map(to('incidents')),
    ...incidents.flatMap(({ within }) => within).map(to('locations')),
    ...incidents.flatMap(({ participants }) => participants.map((it) => it.actor)).map(to('actors')),
    ...actors.flatMap(({ affiliations }) => affiliations.map((it) => it.actor)).map(to('actors')),
    ...actors
      .flatMap(({ affiliations }) => affiliations.flatMap((it) => [...it.assertedBy, ...it.deniedBy]))
      .map(to('statements')),
    ...statements.flatMap(({ voices, actors }) => [...voices, ...actors]).map(to('actors')),
    ...statements.flatMap(({ incidents }) => incidents).map(to('incidents')),
    ...statements.flatMap(({ links }) => links.map((it) => it.statement)).map(to('statements')),
  ];
}

function to(type: NodeList): (id: string) => { type: NodeList; id: string } {
  return (id) => ({ type, id });
}
