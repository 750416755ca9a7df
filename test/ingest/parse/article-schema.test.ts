import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../../seed/article.schema.json' with { type: 'json' };
import { subtypesOf } from '../../../src/entities/incident/subtypes.ts';
import * as generated from '../../../src/generated/schema.ts';
import { countryCodes } from './country-codes.ts';

type Keywords = Record<string, unknown>;

function isKeywords(value: unknown): value is Keywords {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Yields all schemas within a schema, with their pointers, except conditions. */
function schemasOf(value: Keywords, pointer = ''): [string, Keywords][] {
  const inner = Object.entries(value).flatMap(([keyword, part]): [string, Keywords][] => {
    if (!isKeywords(part) || keyword === 'if' || keyword === 'then' || keyword === 'else') return [];
    if (keyword === 'items') return schemasOf(part, `${pointer}/items`);
    return Object.entries(part).flatMap(([name, child]) =>
      isKeywords(child) ? schemasOf(child, `${pointer}/${keyword}/${name}`) : [],
    );
  });
  return [[pointer, value], ...inner];
}

const schemas = schemasOf(schema);
const enums = schemas.filter(([, keywords]) => keywords.enum !== undefined);

function ajv(): Ajv2020 {
  const created = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  created.addVocabulary(['enumDescriptions']);
  for (const format of ['publication', 'edtf', 'web-address', 'language-tag']) created.addFormat(format, true);
  return created;
}

describe('the schema of articles', () => {
  it.each(schemas)('has a description at %j', (_, keywords) => {
    expect(keywords.description).toMatch(/^[A-Z].*\.$/s);
  });

  it.each(schemas.filter(([, keywords]) => keywords.properties))('allows no other keys at %j', (_, keywords) => {
    expect(keywords.additionalProperties).toBe(false);
  });

  it.each(enums)('has the values of the API at %j, each with a description', (pointer, keywords) => {
    const name = pointer.split('/').at(-1) ?? '';
    const values = new Map<string, unknown>(Object.entries(generated)).get(name);
    const listed = [keywords.enum].flat().filter((value) => value !== null);
    expect(listed).toEqual(Object.values(isKeywords(values) ? values : {}));
    expect([keywords.enumDescriptions].flat()).toHaveLength([keywords.enum].flat().length);
  });

  it('has every enum that an article can state', () => {
    expect(enums.map(([pointer]) => pointer.split('/').at(-1)).sort()).toEqual(
      [
        'ActorKind',
        'AffiliationType',
        'AttributionStatus',
        'CasualtyGroup',
        'CasualtyKind',
        'Damage',
        'Demographic',
        'IncidentLinkType',
        'IncidentScope',
        'IncidentSubtype',
        'IncidentType',
        'LocationKind',
        'LocationPrecision',
        'Method',
        'Occurrence',
        'Outcome',
        'ParticipantRole',
        'PlaceRole',
        'Severity',
        'SpeechMode',
        'StatementLinkType',
        'StatementType',
        'TargetKind',
      ].sort(),
    );
  });

  it('accepts every country of ISO 3166-1 and Kosovo, and no other', () => {
    const pattern = new RegExp(schema.$defs.country.pattern, 'u');
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => pattern.test(code));
    expect(known).toEqual([...countryCodes, 'XK'].sort());
  });

  it.each([
    ['an article', { published: '2023-11-12', text: 'a' }, true],
    ['a withdrawal', { id: 'a', version: 2, retracted: true }, true],
    [
      'an array of both',
      [
        { id: 'a', published: '2023-11-12', text: 'a' },
        { id: 'b', retracted: true },
      ],
      true,
    ],
    ['an empty array', [], true],
    ['an article of an array without id', [{ published: '2023-11-12', text: 'a' }], false],
    ['a withdrawal with a text', { id: 'a', retracted: true, text: 'a' }, false],
    ['a withdrawal without id', { retracted: true }, false],
    ['a number', 5, false],
    ['an array of numbers', [5], false],
    [
      'a precision without a location',
      { published: '2023-11-12', text: 'a', incidents: [{ id: 'a', title: 'A', locationPrecision: 'NEAR' }] },
      false,
    ],
  ])('validates %s in an editor', (_, value, expected) => {
    expect(ajv().validate(schema, value)).toBe(expected);
  });

  it('allows each subtype with its type, and with no other', () => {
    const subtypes = Object.values(subtypesOf).flat();
    expect(subtypes.toSorted()).toEqual(Object.values(generated.IncidentSubtype).toSorted());
    const isValid = ajv().compile(schema);
    const accepts = (incident: object) =>
      isValid({ published: '2023-11-12', text: 'a', incidents: [{ id: 'a', title: 'A', ...incident }] });
    for (const subtype of subtypes) expect(accepts({ subtype })).toBe(false);
    for (const [type, own] of Object.entries(subtypesOf))
      expect(subtypes.filter((subtype) => accepts({ type, subtype }))).toEqual(own);
  });
});
