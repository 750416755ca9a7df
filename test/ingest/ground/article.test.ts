import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/config/package-root.ts';
import type { Article } from '../../../src/entities/article/article.ts';
import { groundArticle } from '../../../src/ingest/ground/ground-article.ts';
import { parsed, warningsOf } from './grounded.ts';

describe('NO_EVIDENCE', () => {
  it('warns of each entity and part without evidence', () => {
    const fields = {
      text: 'A convoy near Mosul was hit.',
      locations: [{ id: 'mosul', name: 'Mosul' }],
      actors: [
        { id: 'a', name: 'A', affiliations: [{ type: 'MEMBER_OF', actor: 'b' }] },
        { id: 'b', name: 'B', evidence: ['A convoy'] },
      ],
      incidents: [
        {
          id: 'i',
          title: 'I',
          places: [{ location: 'mosul', role: 'ORIGIN' }],
          targets: [{ kind: 'CONVOY' }, { kind: 'VEHICLE', evidence: ['A convoy'] }],
          participants: [{ actor: 'a', role: 'OTHER' }],
          casualties: [{ kind: 'KILLED' }],
          weapons: [{ method: 'IED', evidence: ['was hit'] }],
          links: [{ type: 'FOLLOWS', incident: 'j' }],
        },
        { id: 'j', title: 'J', evidence: ['was hit'] },
      ],
      statements: [{ id: 's', type: 'COMMENT', text: 'T' }],
    };
    expect(warningsOf(fields, 'NO_EVIDENCE').map(([, pointer]) => pointer)).toEqual([
      '/locations/0',
      '/actors/0',
      '/actors/0/affiliations/0',
      '/incidents/0',
      '/incidents/0/places/0',
      '/incidents/0/targets/0',
      '/incidents/0/participants/0',
      '/incidents/0/casualties/0',
      '/incidents/0/links/0',
      '/statements/0',
    ]);
  });

  it('ignores a place that contains others if the text does not name it', () => {
    const place = (text: string) => ({
      text,
      locations: [
        { id: 'mosul', name: 'Mosul', partOf: 'iraq', evidence: ['Mosul'] },
        { id: 'iraq', name: 'Iraq' },
      ],
    });
    expect(warningsOf(place('Mosul was hit.'), 'NO_EVIDENCE')).toEqual([]);
    expect(warningsOf(place('Mosul in Iraq was hit.'), 'NO_EVIDENCE')).toEqual([['NO_EVIDENCE', '/locations/1']]);
    const places = [{ location: 'iraq', role: 'ORIGIN', evidence: ['Mosul'] }];
    const from = { ...place('Mosul was hit.'), incidents: [{ id: 'i', title: 'I', places, evidence: ['Mosul'] }] };
    expect(warningsOf(from, 'NO_EVIDENCE')).toEqual([['NO_EVIDENCE', '/locations/1']]);
  });
});

describe('FAR_FROM_PARENT', () => {
  const place = (latitude: number, longitude: number, more: object = {}) => ({
    id: 'p',
    name: 'P',
    kind: 'CITY',
    point: { latitude, longitude },
    evidence: ['P'],
    ...more,
  });
  const pointWarnings = (...locations: object[]) => warningsOf({ text: 'P was hit.', locations }, 'FAR_FROM_PARENT');

  it.each([
    ['Mosul', 36.34, 43.13, 'IQ', false],
    ['Mosul with its coordinates exchanged', 43.13, 36.34, 'IQ', true],
    ['Mosul in Syria', 36.34, 48.13, 'SY', true],
    ['Suva', -18.14, 178.44, 'FJ', false],
    ['a Fijian island beyond the antimeridian', -18.2, -178.8, 'FJ', false],
    ['Suva with a wrong sign', 18.14, 178.44, 'FJ', true],
    ['Vladivostok', 43.1, 131.9, 'RU', false],
    ['Anchorage', 61.2, -149.9, 'US', false],
    ['a place at sea, not far out', 33.5, 33.5, 'LB', false],
  ])('compares the point with the country for %s', (_name, latitude, longitude, country, isFar) => {
    expect(pointWarnings(place(latitude, longitude, { country }))).toEqual(
      isFar ? [['FAR_FROM_PARENT', '/locations/0/point']] : [],
    );
  });

  it('takes the country from an ancestor of the place', () => {
    const iraq = { id: 'iraq', name: 'Iraq', kind: 'COUNTRY', country: 'IQ', evidence: ['P'] };
    const nineveh = { id: 'nineveh', name: 'Nineveh', kind: 'ADMIN1', partOf: 'iraq', evidence: ['P'] };
    expect(pointWarnings(place(36.34, 43.13, { partOf: 'nineveh' }), nineveh, iraq)).toEqual([]);
    expect(pointWarnings(place(46.34, 3.13, { partOf: 'nineveh' }), nineveh, iraq)).toHaveLength(1);
  });

  it('compares the point with that of the place that contains it', () => {
    const city = {
      id: 'city',
      name: 'City',
      kind: 'CITY',
      point: { latitude: 36.34, longitude: 43.13 },
      evidence: ['P'],
    };
    expect(pointWarnings(place(36.4, 43.2, { kind: 'NEIGHBOURHOOD', partOf: 'city' }), city)).toEqual([]);
    expect(pointWarnings(place(33.3, 44.4, { kind: 'NEIGHBOURHOOD', partOf: 'city' }), city)).toHaveLength(1);
  });
});

describe('SENTENCE_NOT_COVERED', () => {
  const covered = (text: string, ...evidence: string[]) =>
    warningsOf({ text, incidents: [{ id: 'i', title: 'I', evidence }] }, 'SENTENCE_NOT_COVERED').length;

  it('warns of a sentence with a number, a date, a method, a casualty or a verb of speech that no evidence touches', () => {
    const first = 'A convoy was hit by nobody.';
    for (const second of [
      'Twelve people were in it then.',
      'It was repaired again on Thursday.',
      'Rockets were found beside the road.',
      'The driver of it was wounded.',
      'The driver of it denied this.',
    ]) {
      expect([second, covered(`${first} ${second}`, 'A convoy was hit')]).toEqual([second, 1]);
      expect(covered(`${first} ${second}`, 'A convoy was hit', second.slice(0, 6))).toBe(0);
    }
    expect(covered(`${first} It was very, very late.`, 'A convoy was hit')).toBe(0);
  });

  it('does not break sentences at abbreviations, initials and numbers', () => {
    for (const text of [
      'The U.S. Army said on Thursday that 3 convoys were hit.',
      'Lt. Gen. Stephen J. Townsend said that 3 convoys were hit.',
      'Resolution No. 3 of Nov. 9 said that 3 convoys were hit.',
      'At 5 p.m. on Thursday, Mr. Ali said that 3.5 tons were hit.',
    ]) {
      const last = text.slice(-9, -1);
      expect([text, covered(text, last)]).toEqual([text, 0]);
    }
  });

  it('breaks sentences at closing quotes, blank lines and after abbreviations', () => {
    for (const text of [
      '“Three convoys were hit here.” Two of them were burning later.',
      'Three convoys were hit in all\n\nTwo of them were burning later.',
      'Three convoys were hit by the U.S. The other two were burning later.',
    ]) {
      expect([text, covered(text, 'Three convoys')]).toEqual([text, 1]);
    }
  });

  it('is absent for a bare article', () => {
    expect(warningsOf({ text: 'Three convoys were hit on Thursday.' })).toEqual([]);
  });
});

describe('articles in other languages', () => {
  const fields = (language: string | undefined) => ({
    ...(language === undefined ? {} : { language }),
    text: 'Am Donnerstag wurden bei einem Anschlag in Mossul drei Soldaten getötet, sagte der Sprecher.',
    actors: [{ id: 'a', name: 'Streitkräfte', evidence: ['Soldaten'] }],
    incidents: [
      {
        id: 'i',
        title: 'I',
        date: '2023-11-13',
        casualties: [{ kind: 'KILLED', count: 4, evidence: ['drei Soldaten getötet'] }],
        evidence: ['wurden bei einem Anschlag in Mossul drei Soldaten getötet'],
      },
    ],
  });

  it('get only the checks that need no words', () => {
    expect(warningsOf(fields('de'))).toEqual([['AFTER_PUBLICATION', '/incidents/0/date']]);
  });

  it('are recognized even if they state no language', () => {
    const { language: _, ...article } = parsed(fields('de'));
    expect(groundArticle(article as Article).map(({ code }) => code)).toEqual(['AFTER_PUBLICATION']);
  });
});

describe('the shipped articles', () => {
  const file = (name: string) => readFileSync(join(packageRoot, 'seed', 'articles', name));

  it('have only two warnings, because "both drones" attacked one airbase each', () => {
    const { $schema: _, ...article } = JSON.parse(file('us-troops-iraq-2023-11-12.json').toString());
    expect(warningsOf(article)).toEqual([
      ['NUMBER_NOT_IN_QUOTE', '/incidents/3/weapons/0/count'],
      ['NUMBER_NOT_IN_QUOTE', '/incidents/4/weapons/0/count'],
    ]);
  });

  it('have no warnings if they are imported', () => {
    const lines = [file('imported/re3d-ten.ndjson'), gunzipSync(file('imported/ucdp-ged-global-sample.ndjson.gz'))];
    const articles: Article[] = lines
      .flatMap((each) => each.toString().trim().split('\n'))
      .map((line) => JSON.parse(line));
    expect(articles.length).toBeGreaterThan(500);
    expect(articles.flatMap((article) => groundArticle(article).map((warning) => [article.id, warning]))).toEqual([]);
  });
});
