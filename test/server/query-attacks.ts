import { type Attack, ask, repeat } from './attack.ts';

const nest = (depth: number, open: string, inmost: string) =>
  `${`${open} { `.repeat(depth)}${inmost}${' }'.repeat(depth)}`;
/** Each fragment spreads the next twice: 2 to the power of `depth` selections from a few bytes. */
const bomb = (depth: number) =>
  `{ incidents { nodes { ...F0 } } } ${repeat(depth, (i) => `fragment F${i} on Incident { ...F${i + 1} ...F${i + 1} }`)} fragment F${depth} on Incident { id }`;
const aliasBomb = (depth: number) =>
  `{ incident(id: "convoy") { ...F0 } } ${repeat(depth, (i) => `fragment F${i} on Incident { a: partOf { ...F${i + 1} } b: partOf { ...F${i + 1} } }`)} fragment F${depth} on Incident { id }`;
/** Under ten thousand objects, which alone are within the cost limit. */
const underMany = (pages: string) =>
  `{ incidents(first: 100) { nodes { statements(first: 100) { nodes { ${pages} } } } } }`;

const unparsed = [400, 'GRAPHQL_PARSE_FAILED'] as const;
const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'] as const;
const badInput = [400, 'BAD_USER_INPUT'] as const;

/** Attacks by the form of a query. Without the limits, these take seconds to minutes. */
export const queryAttacks: readonly Attack[] = [
  ['a flood of tokens', ask(`{ ${repeat(1200, () => '__typename')} }`), ...unparsed],
  [
    'a flood of valid values',
    ask(`{ incidents(where: { id: { in: [${'"a" '.repeat(1000)}] } }) { totalCount } }`),
    ...unparsed,
  ],
  ['a flood of tokens without closing braces', ask('{ a '.repeat(20_000)), ...unparsed],
  ['a flood of opening brackets in a value', ask(`{ incidents(where: ${'['.repeat(50_000)}`), ...unparsed],
  [
    'deep nesting above the token limit',
    ask(`{ ${nest(600, 'incidents { nodes { parts', '__typename')} } }`),
    ...unparsed,
  ],
  [
    'a thousand aliases, above the token limit',
    ask(`{ ${repeat(1000, (i) => `a${i}: incidents { totalCount }`)} }`),
    ...unparsed,
  ],
  ['a bomb of fragments of 1.3 kB', ask(bomb(22)), ...invalid],
  ['a bomb of fragments and aliases of 30 levels', ask(aliasBomb(30)), ...invalid],
  [
    'a bomb of fragments side by side',
    ask(`{ incidents { nodes { ${'...F '.repeat(300)} } } } fragment F on Incident { ${'id '.repeat(300)} }`),
    ...invalid,
  ],
  [
    'a fragment that spreads itself',
    ask('{ incidents { nodes { ...F } } } fragment F on Incident { id ...F }'),
    ...invalid,
  ],
  [
    'fragments in a circle',
    ask(
      '{ incidents { nodes { ...A } } } fragment A on Incident { ...B } fragment B on Incident { ...C } fragment C on Incident { ...A }',
    ),
    ...invalid,
  ],
  ['aliases by the hundred', ask(`{ ${repeat(300, (i) => `a${i}: __typename`)} }`), ...invalid],
  ['600 times the same field', ask(`{ incidents { nodes { ${'id '.repeat(600)} } } }`), ...invalid],
  ['a hundred levels of null', ask(`{ incident(id: "convoy") { ${nest(100, 'partOf', 'id')} } }`), ...invalid],
  ['a flood of directives', ask(`{ __typename ${'@include(if: true) '.repeat(400)} }`), ...unparsed],
  ['a hundred directives', ask(`{ ${'__typename @skip(if: true) '.repeat(100)} }`), ...invalid],
  ['a flood of unknown directives', ask(`{ __typename ${'@a '.repeat(450)} }`), ...invalid],
  ['a flood of unknown fields', ask(`{ ${repeat(900, (i) => `a${i}`)} }`), ...invalid],
  ['a flood of unknown arguments', ask(`{ incidents(${repeat(300, (i) => `a${i}: 1`)}) { totalCount } }`), ...invalid],
  ['a flood of variables', ask(`query (${repeat(240, (i) => `$v${i}: Int`)}) { __typename }`), ...invalid],
  [
    'a list of many wrong values',
    ask(`{ incidents(where: { type: { in: [${'NOPE '.repeat(900)}] } }) { totalCount } }`),
    ...invalid,
  ],
  [
    'introspection within introspection',
    ask(`{ __schema { types { ${nest(9, 'fields { type', 'name')} ${'} '.repeat(9)} } } }`),
    ...invalid,
  ],
  ['a subscription without a stream', ask('subscription { incidents { totalCount } }'), 400, 'BAD_REQUEST'],
  ['a definition of a type', ask('type Query { a: Int } { __typename }'), ...invalid],
  ['operations of one name', ask('query A { __typename } query A { __typename }'), ...invalid],
  [
    'several operations without an operation name',
    ask('query A { __typename } query B { __typename }'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['an incremental response', ask('{ incidents { nodes { ... @defer { id } } } }'), ...invalid],
  [
    'a query above the cost limit',
    ask(
      '{ incidents(first: 100) { nodes { statements(first: 100) { nodes { actors(first: 100) { nodes { id } } } } } } }',
    ),
    400,
    'QUERY_TOO_COSTLY',
  ],
  [
    'an invalid size under each of ten thousand objects, fifty times',
    ask(underMany(repeat(50, (i) => `a${i}: incidents(first: 0) { nodes { id } }`))),
    400,
    'QUERY_TOO_COSTLY',
  ],
  [
    'a million connections without selected fields',
    ask(underMany(repeat(100, (i) => `a${i}: incidents { __typename }`))),
    400,
    'QUERY_TOO_COSTLY',
  ],
  [
    'a thousand wrong values in variables',
    ask('query ($t: [IncidentType!]) { incidents(where: { type: { in: $t } }) { totalCount } }', {
      t: Array(1000).fill('NOPE'),
    }),
    ...badInput,
  ],
  [
    'ten thousand unknown keys in variables',
    ask('query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }', {
      w: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 1])),
    }),
    ...badInput,
  ],
  [
    'thousands of conditions in variables',
    ask('query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }', {
      w: { or: Array.from({ length: 8000 }, (_, i) => ({ title: { contains: `a${i}` } })) },
    }),
    ...badInput,
  ],
];
