import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/entities/article/article.ts';
import { tries } from '../../support/runs.ts';
import { articlesOf } from './parse-content.ts';

/** Every key that an article can state. Its type keeps types and schema in step. */
const full: Required<Article> = {
  id: 'full',
  version: 3,
  title: 'Full',
  url: 'https://news.example/full?a=b#c',
  publisher: 'The Example',
  language: 'en-GB',
  license: 'CC BY 4.0',
  citation: 'The Example, 2023',
  published: '2023-11-12',
  text: 'One drone. One drone. A denial.',
  locations: [
    { id: 'iraq', name: 'Iraq' },
    {
      id: 'mosul-dam',
      name: 'Mosul Dam',
      aliases: ['Saddam Dam'],
      kind: 'INFRASTRUCTURE',
      country: 'IQ',
      point: { latitude: 36.6303, longitude: 42.8231 },
      partOf: 'iraq',
      evidence: [{ quote: 'A denial' }],
    },
  ],
  actors: [
    { id: 'iran', name: 'Iran' },
    {
      id: 'groups',
      name: 'Groups',
      aliases: [],
      kind: 'COLLECTIVE',
      country: 'XK',
      affiliations: [
        {
          type: 'BACKED_BY',
          actor: 'iran',
          title: 'Proxies',
          date: { edtf: '2003/..', original: 'since 2003' },
          status: 'DISPUTED',
          assertedBy: ['claim'],
          deniedBy: ['denial'],
          evidence: [{ quote: 'One drone', occurrence: 2 }],
        },
      ],
      evidence: [{ quote: 'One drone.', occurrence: 1 }],
    },
  ],
  incidents: [
    { id: 'whole', title: 'Whole' },
    { id: 'other', mention: true, evidence: [{ quote: 'A denial' }] },
    {
      id: 'part',
      title: 'Part',
      summary: 'A part.',
      scope: 'AGGREGATE',
      type: 'EXPLOSION_REMOTE_VIOLENCE',
      subtype: 'DRONE_STRIKE',
      occurrence: 'EXPECTED',
      methods: ['IED'],
      weapons: [
        {
          method: 'DRONE',
          count: { min: 1, max: 3 },
          outcome: 'INTERCEPTED',
          certain: false,
          evidence: [{ quote: 'A' }],
        },
      ],
      outcome: 'PARTIAL',
      count: { min: 10, max: 12, best: 12, original: 'a dozen' },
      date: { edtf: '2023-11-09', original: 'Thursday' },
      location: 'mosul-dam',
      locationPrecision: 'NEAR',
      places: [{ location: 'iraq', role: 'ORIGIN', precision: 'COUNTRY', evidence: [{ quote: 'A' }] }],
      targets: [
        {
          kind: 'HOSPITAL',
          name: 'The clinic',
          location: 'mosul-dam',
          damage: 'SEVERE',
          count: { min: 2, max: 2, original: 'two' },
          evidence: [{ quote: 'A' }],
        },
      ],
      participants: [
        { actor: 'groups', role: 'PERPETRATOR', status: 'SUSPECTED', side: 'B', evidence: [{ quote: 'A' }] },
      ],
      casualties: [
        {
          kind: 'INJURED',
          count: { min: 41 },
          group: 'MILITARY',
          demographic: 'MEN',
          within: true,
          severity: 'MINOR',
          later: 'returned to duty',
          actor: 'iran',
          assertedBy: ['claim'],
          deniedBy: ['denial'],
          evidence: [{ quote: 'A' }],
        },
      ],
      links: [{ type: 'RESPONSE_TO', incident: 'whole', evidence: [{ quote: 'A' }] }],
      partOf: 'whole',
      evidence: [{ quote: 'A' }],
    },
  ],
  statements: [
    { id: 'claim', type: 'CLAIM_OF_RESPONSIBILITY', text: 'We did it' },
    {
      id: 'denial',
      type: 'DENIAL_OF_RESPONSIBILITY',
      text: 'Iran denies it',
      quote: 'No',
      mode: 'INDIRECT',
      date: { edtf: '2023-11~' },
      condition: 'as long as it lasts',
      speaker: 'iran',
      onBehalfOf: 'groups',
      incidents: ['part'],
      actors: ['groups'],
      links: [
        { type: 'CONTRADICTS', statement: 'full.claim' },
        { type: 'ECHOES', statement: 'other.denial' },
      ],
      evidence: [{ quote: 'A denial' }],
    },
  ],
};

const print = (value: unknown) => JSON.stringify(value);

describe('the canonical form', () => {
  it('is unchanged by parsing, including the order of keys', () => {
    expect(articlesOf(print(full)).map(print)).toEqual([print(full)]);
  });

  it('has every key of the schema', async () => {
    const { default: schema } = await import('../../../seed/article.schema.json', { with: { type: 'json' } });
    const printed = print(full);
    const keys = Object.values(schema.$defs).flatMap((each) =>
      'properties' in each ? Object.keys(each.properties) : [],
    );
    expect([...new Set(keys)].filter((key) => !printed.includes(`"${key}":`))).toEqual([
      '$schema',
      'textFile',
      'retracted',
      'merge',
      'from',
      'into',
    ]);
  });

  it('does not depend on the order of keys, nulls, $schema or the short forms', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        const written = print(rewrite(full, () => choices.next().value ?? 0));
        expect(articlesOf(written).map(print)).toEqual([print(full)]);
      }),
      tries(50),
    );
  });

  it('keeps all strings of an article', () => {
    const words = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `${text.replaceAll('\0', '')}.`);
    fc.assert(
      fc.property(words, words, (text, title) => {
        const article: Article = { id: 'a', title, published: '2023-11-12', text };
        expect(articlesOf(print(article))).toEqual([article]);
        const escaped = print(article).replace(
          /[^\0-~]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        expect(articlesOf(escaped)).toEqual([article]);
      }),
      tries(),
    );
  });
});

/**
 * Writes the same article differently: shuffled keys, additional nulls, short forms of dates, quantities and evidence.
 */
function rewrite(value: unknown, choose: () => number): unknown {
  if (Array.isArray(value)) return value.map((element) => rewrite(element, choose));
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && value.startsWith('full.') && choose() % 2 ? value.slice(5) : value;
  }
  const keys = Object.keys(value);
  if (keys.length === 1 && ('edtf' in value || 'quote' in value) && choose() % 2) return Object.values(value)[0];
  const entries = Object.entries(value).map(([key, part]) => ({
    rank: choose(),
    entry: [key, rewrite(part, choose)] as const,
  }));
  if ('title' in value && 'text' in value)
    entries.push({ rank: choose(), entry: ['$schema', '../article.schema.json'] });
  if ('name' in value && !('kind' in value)) entries.push({ rank: choose(), entry: ['kind', null] });
  return Object.fromEntries(entries.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}
