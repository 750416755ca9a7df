import { describe, expect, it } from 'vitest';
import { warningsOf } from './grounded.ts';

const actor = (id: string, name: string, more: object = {}) => ({ id, name, ...more });

/** The names that a participant may have, so that one sentence of a text carries it. */
function participantWarnings(text: string, quote: string, named: object, others: object[] = []) {
  const actors = [{ id: 'a', ...named }, ...others];
  const participants = [{ actor: 'a', role: 'OTHER', evidence: [quote] }];
  return warningsOf({ text, actors, incidents: [{ id: 'i', title: 'I', participants }] }, 'NAME_NOT_NEAR');
}
const warning = [['NAME_NOT_NEAR', '/incidents/0/participants/0/actor']];

describe('NAME_NOT_NEAR of an actor', () => {
  it.each([
    ['a name', 'Hamas fired rockets.', { name: 'Hamas' }],
    ['an alias', 'Tehran fired rockets.', { name: 'Iran', aliases: ['Tehran'] }],
    ['a demonym', 'Iranian rockets fell.', { name: 'Iran', kind: 'STATE' }],
    ['a country code', 'American jets took off.', { name: 'Washington', kind: 'STATE', country: 'US' }],
    ['a possessive', 'Iran’s rockets fell.', { name: 'Iran' }],
    ['dots in an abbreviation', 'The U.S. fired rockets.', { name: 'US', kind: 'STATE' }],
    ['a last name', 'Amirabdollahian went home.', { name: 'Hossein Amirabdollahian', kind: 'PERSON' }],
    ['accents', 'Nicolas Maduro went home.', { name: 'Nicolás Maduro', kind: 'PERSON' }],
    ['initials', 'The SDF went home.', { name: 'Syrian Democratic Forces', kind: 'ARMED_GROUP' }],
    ['a name in brackets', 'ISIL went home.', { name: 'Islamic State (ISIL)', kind: 'ARMED_GROUP' }],
    ['a plural', 'Two Afghan soldiers went home.', { name: 'Afghan soldier', kind: 'MILITARY' }],
    [
      'a name that shares its noun',
      'American and coalition forces went home.',
      { name: 'American forces', kind: 'MILITARY' },
    ],
    ['a country and a noun of its kind', 'US military assets were hit.', { name: 'US troops', kind: 'MILITARY' }],
    ['other word order', 'The Syrian government went home.', { name: 'Government of Syria', kind: 'GOVERNMENT' }],
  ])('accepts %s', (_what, text, named) => {
    expect(participantWarnings(text, text, named)).toEqual([]);
  });

  it.each([
    ['somebody else', 'Hamas fired rockets.', { name: 'Hezbollah' }],
    ['another first name', 'Ali Hassan went home.', { name: 'Omar Karim', kind: 'PERSON' }],
    ['the pronoun us', 'They told us of rockets.', { name: 'US', kind: 'STATE' }],
    ['another nation', 'Iraqi forces went home.', { name: 'Afghan forces', kind: 'MILITARY' }],
    [
      'a noun that is part of the name',
      'The prosecutor went home.',
      { name: 'Grant Prosecutor', kind: 'ORGANIZATION' },
    ],
  ])('warns of %s', (_what, text, named) => {
    expect(participantWarnings(text, text, named)).toEqual(warning);
  });

  it('accepts a name in the sentence of the quote and in the one before, not two before', () => {
    const quote = 'rockets were fired';
    const named = { name: 'Hamas', kind: 'ARMED_GROUP' };
    expect(participantWarnings('After Hamas met, rockets were fired.', quote, named)).toEqual([]);
    expect(participantWarnings('Hamas met. At noon rockets were fired.', quote, named)).toEqual([]);
    expect(participantWarnings('Hamas met. It rained. At noon rockets were fired.', quote, named)).toEqual(warning);
  });

  it('accepts a pronoun, a noun of the kind or a number of persons that refers further back', () => {
    const named = { name: 'Hamas', kind: 'ARMED_GROUP' };
    for (const quote of ['They fired rockets', 'The militants fired rockets', 'The four fired rockets']) {
      expect(participantWarnings(`Hamas met. It rained. ${quote}.`, quote, named)).toEqual([]);
      expect(participantWarnings(`Nobody met. It rained. ${quote}.`, quote, named)).toEqual(warning);
    }
    expect(participantWarnings('Hamas met. It rained. He fired rockets.', 'He fired rockets', named)).toEqual(warning);
  });

  it('warns if the quote names another actor instead', () => {
    const text = 'Hamas met Israel. Rockets of Fatah fell.';
    const fatah = [actor('f', 'Fatah')];
    expect(participantWarnings(text, 'Rockets of Fatah fell', { name: 'Hamas' }, fatah)).toEqual(warning);
    expect(participantWarnings(text, 'Rockets of Fatah fell', { name: 'Fatah' }, [actor('h', 'Hamas')])).toEqual([]);
  });

  it("accepts an affiliate's name in place of the actor that it belongs to", () => {
    const text = 'Hamas met. Fatah fired rockets.';
    const member = [actor('f', 'Fatah', { affiliations: [{ type: 'PART_OF', actor: 'a' }] })];
    expect(participantWarnings(text, 'Fatah fired rockets', { name: 'Hamas' }, member)).toEqual([]);
  });

  it('checks each quote of an actor, and the other actor of an affiliation', () => {
    const fields = (name: string) => ({
      text: 'Ali went home. Jordan is a country. It rained. Ali, the Iranian minister, slept.',
      actors: [
        {
          id: 'ali',
          name: 'Ali',
          kind: 'PERSON',
          evidence: [{ quote: 'Ali', occurrence: 1 }],
          affiliations: [{ type: 'HOLDS_OFFICE', actor: 'state', evidence: ['the Iranian minister'] }],
        },
        { id: 'state', name, kind: 'STATE', evidence: ['the Iranian minister'] },
      ],
    });
    expect(warningsOf(fields('Iran'), 'NAME_NOT_NEAR')).toEqual([]);
    expect(warningsOf(fields('Jordan'), 'NAME_NOT_NEAR')).toEqual([
      ['NAME_NOT_NEAR', '/actors/0/affiliations/0/actor'],
      ['NAME_NOT_NEAR', '/actors/1/evidence/0'],
    ]);
  });
});

describe('NAME_NOT_NEAR of a place', () => {
  const iraq = { id: 'iraq', name: 'Iraq', kind: 'COUNTRY', country: 'IQ' };
  const mosul = { id: 'mosul', name: 'Mosul', kind: 'CITY', partOf: 'iraq' };
  const basra = { id: 'basra', name: 'Basra province', kind: 'ADMIN1', partOf: 'iraq' };

  function placeWarnings(text: string, quote: string, location: string) {
    const incidents = [{ id: 'i', title: 'I', location, evidence: [quote] }];
    return warningsOf({ text, locations: [iraq, mosul, basra], incidents }, 'NAME_NOT_NEAR');
  }
  const placeWarning = [['NAME_NOT_NEAR', '/incidents/0/location']];

  it.each([
    ['its name', 'A market in Mosul burned.', 'mosul'],
    ['its name without the noun', 'A market in Basra burned.', 'basra'],
    ['a place in it', 'A market in Mosul burned.', 'iraq'],
    ['a demonym', 'An Iraqi market burned.', 'iraq'],
  ])('accepts %s', (_what, text, location) => {
    expect(placeWarnings(text, text, location)).toEqual([]);
  });

  it('warns of a place that the words do not name', () => {
    expect(placeWarnings('A market in Mosul burned.', 'A market in Mosul burned', 'basra')).toEqual(placeWarning);
    expect(placeWarnings('A market in Iraq burned.', 'A market in Iraq burned', 'mosul')).toEqual(placeWarning);
  });

  it('warns of a place that only the sentence before names, if the quote names another', () => {
    expect(placeWarnings('He left Basra. A market in Mosul burned.', 'A market in Mosul burned', 'basra')).toEqual(
      placeWarning,
    );
    expect(placeWarnings('He left Basra. A market burned.', 'A market burned', 'basra')).toEqual([]);
  });

  it('accepts a noun of its kind that refers to a name further back', () => {
    const text = 'He left Mosul. It rained. Markets in the city burned.';
    expect(placeWarnings(text, 'Markets in the city burned', 'mosul')).toEqual([]);
  });
});

describe('NAME_NOT_NEAR of a speaker', () => {
  const actors = [
    actor('iran', 'Iran', { kind: 'STATE' }),
    actor('us', 'United States', { kind: 'STATE' }),
    actor('ali', 'Ali Hassan', {
      kind: 'PERSON',
      affiliations: [{ type: 'HOLDS_OFFICE', actor: 'iran', title: 'Foreign Minister' }],
    }),
    actor('omar', 'Omar Karim', { kind: 'PERSON' }),
  ];
  function speakerWarnings(text: string, quote: string, speaker: string) {
    const statements = [{ id: 's', type: 'COMMENT', text: 'It rained', speaker, evidence: [quote] }];
    return warningsOf({ text, actors, statements }, 'NAME_NOT_NEAR').filter(([, pointer]) =>
      pointer.startsWith('/statements'),
    );
  }
  const speakerWarning = [['NAME_NOT_NEAR', '/statements/0/speaker']];

  it.each([
    ['Ali Hassan said that it rained.', 'Ali Hassan said that it rained', 'ali', 'omar'],
    ['“It rained,” said Hassan, who met Karim.', 'It rained', 'ali', 'us'],
    ['It rained, according to the United States.', 'It rained', 'us', 'iran'],
    ['The foreign minister said that it rained.', 'said that it rained', 'ali', 'omar'],
    ['Omar Karim stated that Iran does not see rain.', 'Iran does not see rain', 'omar', 'iran'],
    ['Ali Hassan met Omar Karim. He said that it rained.', 'He said that it rained', 'ali', 'us'],
  ])('finds the speaker of %j', (text, quote, speaker, other) => {
    expect(speakerWarnings(text, quote, speaker)).toEqual([]);
    expect(speakerWarnings(text, quote, other)).toEqual(speakerWarning);
  });

  it('does not take a person named in direct speech for the speaker', () => {
    const text = '“The United States denied that Iran said a word about the rain,” Karim said.';
    expect(speakerWarnings(text, text, 'omar')).toEqual([]);
    expect(speakerWarnings(text, text, 'iran')).toEqual(speakerWarning);
  });
});

describe('NAME_NOT_NEAR of a target', () => {
  const targetWarnings = (text: string, quote: string, target: object) =>
    warningsOf(
      { text, incidents: [{ id: 'i', title: 'I', targets: [{ ...target, evidence: [quote] }] }] },
      'NAME_NOT_NEAR',
    );
  const named = { kind: 'HOSPITAL', name: 'Al-Shifa Hospital' };

  it.each([
    ['its name', 'Al-Shifa hospital was hit.', 'Al-Shifa hospital was hit'],
    ['its name in the sentence before', 'Al-Shifa Hospital is full. It was hit.', 'It was hit'],
    [
      'its kind, further away',
      'Al-Shifa Hospital is full. It rained. At noon the hospital was hit.',
      'the hospital was hit',
    ],
  ])('accepts %s', (_what, text, quote) => {
    expect(targetWarnings(text, quote, named)).toEqual([]);
  });

  it('warns of another name, and not of a target without a name', () => {
    const text = 'A clinic in Rafah was hit.';
    expect(targetWarnings(text, text, named)).toEqual([['NAME_NOT_NEAR', '/incidents/0/targets/0/name']]);
    expect(targetWarnings(text, text, { kind: 'HOSPITAL' })).toEqual([]);
  });
});

describe('NAME_NOT_NEAR of a place of an incident', () => {
  it.each([
    ['places', { role: 'ORIGIN' }],
    ['targets', { kind: 'HOME' }],
  ])('warns of %s whose location is not named', (list, part) => {
    const text = 'Rockets were fired from Karbala.';
    const of = (location: string) => ({
      text,
      locations: [
        { id: 'karbala', name: 'Karbala' },
        { id: 'najaf', name: 'Najaf' },
      ],
      incidents: [{ id: 'i', title: 'I', [list]: [{ ...part, location, evidence: [text] }] }],
    });
    expect(warningsOf(of('karbala'), 'NAME_NOT_NEAR')).toEqual([]);
    expect(warningsOf(of('najaf'), 'NAME_NOT_NEAR')).toEqual([['NAME_NOT_NEAR', `/incidents/0/${list}/0/location`]]);
  });
});
