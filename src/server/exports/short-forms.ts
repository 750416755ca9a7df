/**
 * The short forms of filters in the address of an export, such as `country=IQ`, and what they mean in `where`. Pages that
 * link to exports use this table too, so it must not import anything that a browser lacks.
 */

export const exportNames = ['incidents', 'actors', 'statements', 'locations', 'articles'] as const;
/** A type in the plural, as in the name of its root field. */
export type ExportName = (typeof exportNames)[number];

export interface ShortForm {
  /** `list`: values separated by commas, any of which may match. `box`: west,south,east,north in degrees. */
  kind: 'text' | 'list' | 'box';
  /** The type of the variable of the same name. */
  type: string;
  /** The filter, as a literal. It may name other short forms, whose variables may be missing. */
  condition: string;
}

const text: ShortForm = { kind: 'text', type: 'String', condition: '{ text: $q }' };
const date = '{ date: { possibly: { from: $from , to: $to } } }';
const span = {
  from: { kind: 'text', type: 'Date', condition: date },
  to: { kind: 'text', type: 'Date', condition: date },
} satisfies Record<string, ShortForm>;

/** The short forms by type. A type lacks those that it has no field for. */
export const shortForms: Readonly<Record<ExportName, Readonly<Record<string, ShortForm>>>> = {
  incidents: {
    q: text,
    country: { kind: 'list', type: '[CountryCode!]', condition: '{ location: { country: { in: $country } } }' },
    ...span,
    bbox: { kind: 'box', type: 'BoxInput', condition: '{ location: { box: $bbox } }' },
    within: { kind: 'text', type: 'ID', condition: '{ location: { within: $within } }' },
    actor: { kind: 'list', type: '[ID!]', condition: '{ participants: { some: { actor: { id: { in: $actor } } } } }' },
    type: { kind: 'list', type: '[IncidentType!]', condition: '{ type: { in: $type } }' },
  },
  actors: {
    q: text,
    country: { kind: 'list', type: '[CountryCode!]', condition: '{ country: { in: $country } }' },
  },
  statements: {
    q: text,
    ...span,
    actor: {
      kind: 'list',
      type: '[ID!]',
      condition: '{ or: [{ speaker: { id: { in: $actor } } }, { onBehalfOf: { id: { in: $actor } } }] }',
    },
    type: { kind: 'list', type: '[StatementType!]', condition: '{ type: { in: $type } }' },
  },
  locations: {
    q: text,
    country: { kind: 'list', type: '[CountryCode!]', condition: '{ country: { in: $country } }' },
    bbox: { kind: 'box', type: 'BoxInput', condition: '{ box: $bbox }' },
    within: { kind: 'text', type: 'ID', condition: '{ within: $within }' },
  },
  articles: { q: text },
};
