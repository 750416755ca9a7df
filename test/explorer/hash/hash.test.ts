import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import articleSchema from '../../../seed/article.schema.json' with { type: 'json' };
import {
  IncidentSubtype,
  IncidentType,
  Method,
  Outcome,
  ParticipantRole,
  TargetKind,
} from '../../../web/explorer/generated/graphql.ts';
import { type ExplorerState, emptyState, type Sort, sorts } from '../../../web/explorer/state/explorer-state.ts';
import { readHash, writeHash } from '../../../web/explorer/state/hash.ts';
import { countryCode } from '../../../web/explorer/state/values.ts';

const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { maxLength: 12 });
const slug = fc.stringMatching(/^[a-z0-9-]{1,120}$/);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim());
const degrees = (most: number) =>
  fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((tenThousandths) => tenThousandths / 1e4);
const box = fc
  .record({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
  .filter(({ west, south, east, north }) => west !== east && south < north);

const states: fc.Arbitrary<ExplorerState> = fc
  .record({
    q: words,
    type: some(fc.constantFrom(...Object.values(IncidentType))),
    subtype: some(fc.constantFrom(...Object.values(IncidentSubtype))),
    country: some(fc.stringMatching(countryCode)),
    actor: some(slug),
    role: some(fc.constantFrom(...Object.values(ParticipantRole))),
    method: some(fc.constantFrom(...Object.values(Method))),
    target: some(fc.constantFrom(...Object.values(TargetKind))),
    outcome: some(fc.constantFrom(...Object.values(Outcome))),
    responsibility: some(fc.constantFrom('claimed' as const, 'attributed' as const, 'denied' as const)),
    publisher: some(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '')),
    days: fc.tuple(fc.option(day), fc.option(day)),
    box: fc.option(box),
    within: fc.option(slug),
    unplaced: fc.boolean(),
    sort: fc.constantFrom(...(Object.keys(sorts) as Sort[])),
    open: fc.option(slug.map((text) => `Incident:${text}`)),
    embed: fc.boolean(),
  })
  .map(({ days: [a, b], ...rest }) => {
    const [from, to] = a && b && a > b ? [b, a] : [a, b];
    return { ...rest, from, to, sort: rest.q === '' && rest.sort === 'relevance' ? 'newest' : rest.sort };
  });

describe('the hash of the address', () => {
  it('reads back every state that it writes', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readHash(writeHash(state))).toEqual({ state, leftOut: [] });
      }),
    );
  });

  it('reads any text without throwing, and as a state that it can write', () => {
    const parts = fc.tuple(
      fc.constantFrom(
        'q',
        'type',
        'actor',
        'box',
        'from',
        'to',
        'open',
        'within',
        'sort',
        'embed',
        '__proto__',
        'publisher',
      ),
      fc.string({ unit: 'binary' }),
    );
    const hashes = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((pairs) => `#${pairs.map((pair) => pair.join('=')).join('&')}`),
    );
    fc.assert(
      fc.property(hashes, (hash) => {
        const { state } = readHash(hash);
        expect(readHash(writeHash(state)).state).toEqual(state);
      }),
    );
  });

  it('is empty for the state without filters', () => {
    expect(writeHash(emptyState)).toBe('');
    expect(readHash('')).toEqual({ state: emptyState, leftOut: [] });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s for no filter', (key) => {
    const { state, leftOut } = readHash(`#${key}=IQ`);
    expect(state).toEqual(emptyState);
    expect(leftOut).toEqual([`“${key}” is no filter of this page.`]);
    expect(({} as Record<string, unknown>).IQ).toBeUndefined();
  });

  it.each([
    ['#country=iq', '“iq” is no country.'],
    ['#country=ZZ', '“ZZ” is no country.'],
    ['#type=BATTLE,WAR', '“WAR” is no type.'],
    ['#from=2023-02-30', 'from must be a day such as 2023-11-09, not “2023-02-30”.'],
    ['#from=2024-01-02&to=2024-01-01', 'The days are the wrong way round: 2024-01-02 is after 2024-01-01.'],
    ['#box=1,2,3', 'box must be west,south,east,north in degrees, not “1,2,3”.'],
    ['#box=,0,1,1', 'box must be west,south,east,north in degrees, not “,0,1,1”.'],
    ['#open=Actor:iran', 'open must be the id of an incident, not “Actor:iran”.'],
    ['#within=Mosul Dam', 'within must be the id of a place, not “Mosul Dam”.'],
    ['#sort=relevance', '“sort=relevance” needs words to search for.'],
    ['#country=IQ&country=SY', '“country” is given twice; the first one counts.'],
    ['#resp=blamed', '“blamed” is no responsibility.'],
  ])('says what it cannot read of %s', (hash, message) => {
    expect(readHash(hash).leftOut).toEqual([message]);
  });

  it('takes what it can read beside what it cannot', () => {
    expect(readHash('#country=IQ,iq&from=yesterday&method=DRONE').state).toEqual({
      ...emptyState,
      country: ['IQ'],
      method: ['DRONE'],
    });
  });

  it('takes an incident and a place with or without the type of their ids', () => {
    expect(readHash('#open=strike&within=Location:mosul').state).toMatchObject({
      open: 'Incident:strike',
      within: 'mosul',
    });
  });

  it('takes at most 50 values, and says so', () => {
    const actors = Array.from({ length: 60 }, (_, index) => `actor-${index}`);
    const { state, leftOut } = readHash(`#actor=${actors.join(',')}`);
    expect(state.actor).toEqual(actors.slice(0, 50));
    expect(leftOut).toEqual(['Only the first 50 of 60 values of actor count.']);
  });

  it('reads the first 16,384 characters, without the part that they cut, and says so', () => {
    const { state, leftOut } = readHash(`#country=IQ&publisher=${'x'.repeat(20_000)}`);
    expect(state).toEqual({ ...emptyState, country: ['IQ'] });
    expect(leftOut).toEqual(['The address is longer than 16,384 characters; its end was not read.']);
  });

  it('knows the countries that articles may name', () => {
    expect(countryCode.source).toBe(articleSchema.$defs.country.pattern);
  });
});
