import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { acledEventTypes, acledSubEventTypes } from '../../src/import/crosswalk/acled.ts';
import type { CrosswalkEntry } from '../../src/import/crosswalk/entry.ts';
import { crosswalkPage, dataSets } from './crosswalk-page.ts';

const entries = dataSets.flatMap(({ title, sections }) =>
  sections.flatMap((section) =>
    Object.entries(section.entries).map(([code, entry]) => ({ at: `${title}, ${section.title}, ${code}`, entry })),
  ),
);

const codesOf = (dataSet: string, section: string) =>
  Object.keys(
    dataSets.find(({ title }) => title === dataSet)?.sections.find(({ title }) => title === section)?.entries ?? {},
  );

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

describe('the crosswalk', () => {
  it('is docs/crosswalk.md', async () => {
    await expect(crosswalkPage()).toMatchFileSnapshot(join(packageRoot, 'docs', 'crosswalk.md'));
  });

  it('names values of the schema only', () => {
    const schema = buildSchema(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));
    const enums: Partial<Record<keyof CrosswalkEntry, string>> = {
      type: 'IncidentType',
      subtype: 'IncidentSubtype',
      methods: 'Method',
      outcome: 'Outcome',
      statementType: 'StatementType',
      actorKind: 'ActorKind',
      role: 'ParticipantRole',
      status: 'AttributionStatus',
      locationPrecision: 'LocationPrecision',
      targetKind: 'TargetKind',
      damage: 'Damage',
    };
    for (const { at, entry } of entries) {
      for (const [key, name] of Object.entries(enums)) {
        const type = schema.getType(name);
        if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is no enum`);
        const known = new Set(type.getValues().map((value) => value.name));
        for (const value of [entry[key as keyof CrosswalkEntry] ?? []].flat()) {
          expect(known.has(value), `${at}: ${value}`).toBe(true);
        }
      }
      // Prose says values in code, which must exist too.
      const all = new Set(
        Object.values(schema.getTypeMap()).flatMap((type) =>
          type instanceof GraphQLEnumType ? type.getValues().map(({ name }) => name) : [],
        ),
      );
      for (const [, value = ''] of (entry.lost ?? '').matchAll(/`([A-Z_]+)`/g)) {
        expect(all.has(value), `${at}: ${value}`).toBe(true);
      }
    }
  });

  it('gives each subtype the type that it belongs to', () => {
    for (const { at, entry } of entries) {
      if (entry.subtype === undefined || entry.type === undefined) continue;
      expect(typesOfSubtypes[entry.subtype], at).toBe(entry.type);
    }
  });

  // The codebooks: ACLED's table 2, GTD's variables, CAMEO's chapter 2, UCDP's codebook.
  it.each<[string, string, readonly string[]]>([
    ['UCDP Georeferenced Event Dataset', 'Type of violence', range(1, 3)],
    ['UCDP Georeferenced Event Dataset', 'Precision of places', range(1, 7)],
    ['UCDP Georeferenced Event Dataset', 'Precision of dates', range(1, 5)],
    ['ACLED', 'Time precision', range(1, 3)],
    ['ACLED', 'Geographic precision', range(1, 3)],
    ['Global Terrorism Database', 'Attack types', range(1, 9)],
    ['Global Terrorism Database', 'Weapon types', range(1, 13)],
    ['Global Terrorism Database', 'Weapon sub-types', range(1, 31).filter((code) => code !== '25')],
    ['Global Terrorism Database', 'Target types', range(1, 22)],
    ['Global Terrorism Database', 'Target sub-types', range(1, 113).filter((code) => code !== '38')],
    ['Global Terrorism Database', 'Specificity of coordinates', range(1, 5)],
    ['CAMEO', 'Root codes', range(1, 20).map((code) => code.padStart(2, '0'))],
  ])('has each code of %s, %s', (dataSet, section, codes) => {
    expect(codesOf(dataSet, section).sort()).toEqual([...codes].sort());
  });

  it('has the six event types and 25 sub-event types of ACLED, each of an event type', () => {
    expect(Object.keys(acledEventTypes)).toHaveLength(6);
    expect(Object.keys(acledSubEventTypes)).toHaveLength(25);
    const sizes = Object.values(acledEventTypes).map(
      ({ type }) => Object.values(acledSubEventTypes).filter((entry) => entry.type === type).length,
    );
    expect(sizes).toEqual([3, 3, 2, 6, 3, 8]);
  });
});

const typesOfSubtypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    BATTLE: 'ARMED_CLASH TERRITORY_TAKEN TERRITORY_RETAKEN',
    EXPLOSION_REMOTE_VIOLENCE: 'AIR_STRIKE DRONE_STRIKE SHELLING IED_ATTACK SUICIDE_BOMBING CHEMICAL_ATTACK',
    VIOLENCE_AGAINST_CIVILIANS: 'ATTACK ABDUCTION SEXUAL_VIOLENCE EXECUTION FORCED_DISPLACEMENT',
    PROTEST: 'PEACEFUL INTERVENED EXCESSIVE_FORCE',
    RIOT: 'VIOLENT_DEMONSTRATION MOB_VIOLENCE',
    STRATEGIC_DEVELOPMENT:
      'CEASEFIRE AGREEMENT NEGOTIATION RELEASE ARREST TRIAL SANCTION WITHDRAWAL DEPLOYMENT BASE_ESTABLISHED LOOTING ' +
      'WEAPONS_SEIZED WEAPONS_DISRUPTED AID GROUP_CHANGE',
    OTHER: 'OTHER',
  }).flatMap(([type, subtypes]) => subtypes.split(' ').map((subtype) => [subtype, type])),
);
