import { describe, expect, it } from 'vitest';
import { CasualtyKind, Method } from '../../../src/generated/schema.ts';
import { ofIncident, warningsOf } from './grounded.ts';

const weaponWarnings = (text: string, method: string) =>
  warningsOf(ofIncident(text, { weapons: [{ method, evidence: [text] }] }), 'METHOD_NOT_IN_QUOTE');
const kindWarnings = (text: string, kind: string) =>
  warningsOf(ofIncident(text, { casualties: [{ kind, evidence: [text] }] }), 'KIND_NOT_IN_QUOTE');

const methodSentences: Record<Exclude<Method, 'OTHER' | 'UNKNOWN'>, string> = {
  IED: 'The convoy hit an improvised explosive device.',
  DRONE: 'Two drones came down.',
  AIR_STRIKE: 'Warplanes circled the town.',
  ROCKET: 'Rockets landed in a field.',
  MISSILE: 'A missile landed in a field.',
  SHELLING: 'Artillery was heard all night.',
  GRENADE: 'Somebody threw a grenade.',
  LANDMINE: 'A tractor drove over a landmine.',
  EXPLOSIVE: 'There were explosions at noon.',
  SUICIDE_BOMB: 'A man blew himself up.',
  VEHICLE_BOMB: 'A car bomb went off.',
  RPG: 'They carried bazookas.',
  TEAR_GAS: 'Police used tear gas.',
  SMALL_ARMS: 'Gunmen opened fire.',
  ARSON: 'The office was set ablaze.',
  ABDUCTION: 'Two men were kidnapped.',
  CHEMICAL: 'Chlorine was smelt.',
  CYBER: 'Hackers read the mails.',
  MELEE: 'He was stabbed.',
  VEHICLE: 'A van ploughed into people.',
};

describe('METHOD_NOT_IN_QUOTE', () => {
  it.each(Object.entries(methodSentences))('accepts words for %s: %s', (method, text) => {
    expect(weaponWarnings(text, method)).toEqual([]);
  });

  it.each(Object.entries(methodSentences))('rejects the words of most other methods for %s', (method) => {
    const others = Object.entries(methodSentences).filter(([other]) => other !== method);
    const silent = others.filter(([, text]) => weaponWarnings(text, method).length === 0);
    expect(silent.length).toBeLessThanOrEqual(5);
  });

  it('warns of the weapon, and of a method of the incident', () => {
    const incident = { methods: ['CYBER'], weapons: [{ method: 'DRONE', evidence: ['A rocket fell'] }] };
    expect(warningsOf(ofIncident('A rocket fell.', incident), 'METHOD_NOT_IN_QUOTE')).toEqual([
      ['METHOD_NOT_IN_QUOTE', '/incidents/0/methods/0'],
      ['METHOD_NOT_IN_QUOTE', '/incidents/0/weapons/0/method'],
    ]);
  });

  it('reads the sentence and the one before, if the quote says no method', () => {
    const text = 'A drone was seen. The garage was destroyed.';
    const stated = (method: string) =>
      warningsOf(
        { text, incidents: [{ id: 'i', title: 'I', weapons: [{ method, evidence: ['The garage was destroyed'] }] }] },
        'METHOD_NOT_IN_QUOTE',
      );
    expect(stated('DRONE')).toEqual([]);
    expect(stated('CYBER')).toHaveLength(1);
  });

  it('is absent for OTHER and UNKNOWN', () => {
    for (const method of [Method.OTHER, Method.UNKNOWN]) expect(weaponWarnings('It rained.', method)).toEqual([]);
  });
});

describe('KIND_NOT_IN_QUOTE', () => {
  const sentences: Record<CasualtyKind, string> = {
    KILLED: 'Three soldiers lost their lives.',
    INJURED: 'Three soldiers were wounded.',
    CAPTURED: 'Three soldiers were taken hostage.',
    ARRESTED: 'Three soldiers were jailed.',
    RELEASED: 'Three soldiers were freed.',
    MISSING: 'Three soldiers are unaccounted for.',
    DISPLACED: 'Three families fled their homes.',
  };

  it.each(Object.entries(sentences))('accepts words for %s: %s', (kind, text) => {
    expect(kindWarnings(text, kind)).toEqual([]);
    for (const other of Object.values(CasualtyKind).filter((each) => each !== kind)) {
      expect(kindWarnings(text, other)).toEqual([['KIND_NOT_IN_QUOTE', '/incidents/0/casualties/0/kind']]);
    }
  });
});
