import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { type AccountDocument, accountsById, accountsOf, uniteAccounts } from '../../src/ingest/fold/account.ts';
import { applyMerges } from '../../src/ingest/fold/apply-merges.ts';
import { foldActor } from '../../src/ingest/fold/fold-actor.ts';
import { type Fold, foldArticles } from '../../src/ingest/fold/fold-articles.ts';
import { foldIncident } from '../../src/ingest/fold/fold-incident.ts';
import { foldLocation } from '../../src/ingest/fold/fold-location.ts';
import { type MergedType, resolveMerges } from '../../src/ingest/fold/merges.ts';
import { articleDocument } from '../../src/ingest/index-article.ts';
import { tries } from '../support/runs.ts';
import { anyArticle, anyArticles, anyMerges } from './any-articles.ts';

describe('the fold', () => {
  it('is the same to the byte whatever the order of articles and merges', () => {
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

  it('takes of what is said often only the newest, to the same end as all of it', () => {
    const united = fc.property(anyArticles, anyMerges, (articles, merges) => {
      const survivors = resolveMerges(merges);
      const all = articles.flatMap((article) => accountsOf(applyMerges(article, survivors)));
      const distinct = uniteAccounts(all);
      const chain = { wholes: [] };
      const folds = [
        foldsBy('Actor', (id, said) => foldActor(id, said as never)),
        foldsBy('Location', (id, said) => foldLocation(id, said as never, chain)),
        foldsBy('Incident', (id, said) => foldIncident(id, said as never, chain, (place) => ({ within: [place] }))),
      ];
      for (const fold of folds) expect(fold(distinct)).toEqual(fold(all));
    });
    fc.assert(united, tries(300));
  });

  it('counts what a filter over the documents finds', () => {
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

  it('has whatever it refers to, no cycle, and one chain for each thing', () => {
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
  it('has its spans where they stand in the text, in order, for what it names', () => {
    fc.assert(
      fc.property(anyArticle, anyMerges, (article, merges) => {
        const { spans, incidents, actors, locations, statements, accounts } = articleDocument(
          article,
          resolveMerges(merges),
        );
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
        for (const account of accounts) expect(nodes).toContain(account.split('=')[0]);
        const places = spans.map(({ start, quote, key }) => [start, start + quote.length, key] as const);
        expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
      }),
      tries(),
    );
  });
});

/** The bytes of what accounts of all things of a type come to. */
function foldsBy(type: MergedType, fold: (id: string, accounts: readonly AccountDocument[]) => object) {
  return (accounts: readonly AccountDocument[]) =>
    [...accountsById(type, accounts)]
      .map(([id, said]) => Buffer.from(BSON.serialize(fold(id, said))).toString('latin1'))
      .sort();
}

/** All of `values`, in some order. */
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
