import { type Attack, ask, askRaw } from './attack.ts';

const byId = 'query ($v: ID!) { incident(id: $v) { id } }';
const first = 'query ($v: Int) { incidents(first: $v) { nodes { id } } }';
const last = 'query ($v: Int) { incidents(last: $v) { nodes { id } } }';
const after = 'query ($v: String) { incidents(after: $v) { nodes { id } } }';
const search = 'query ($v: String!) { search(text: $v) { totalCount } }';
const published = 'query ($v: Date) { articles(where: { published: { gte: $v } }) { totalCount } }';
const from = 'query ($v: Date) { incidents(where: { date: { certainly: { from: $v } } }) { totalCount } }';
const publishers = 'query ($v: Int) { incidents(where: { publisherCount: { gte: $v } }) { totalCount } }';
const near =
  'query ($v: Latitude!) { locations(where: { near: { latitude: $v, longitude: 0, km: 1 } }) { totalCount } }';
const km = 'query ($v: Float!) { locations(where: { near: { latitude: 0, longitude: 0, km: $v } }) { totalCount } }';
const country = 'query ($v: CountryCode) { actors(where: { country: { eq: $v } }) { totalCount } }';
const where = 'query ($v: IncidentWhere) { incidents(where: $v) { totalCount } }';

/** Rejected before execution, or by the field if the type accepts the value. */
const atOnce = [400, 'BAD_USER_INPUT'] as const;
const byField = [200, 'BAD_USER_INPUT'] as const;

const rows = (
  what: string,
  query: string,
  values: readonly unknown[],
  ...answer: readonly [number, string]
): Attack[] =>
  values.map((v) => [`${what}: ${(JSON.stringify(v) ?? String(v)).slice(0, 60)}`, ask(query, { v }), ...answer]);

/** JSON that a JavaScript number cannot hold, or that `JSON.stringify` does not write. */
const rawRows = (
  what: string,
  query: string,
  values: readonly string[],
  ...answer: readonly [number, string]
): Attack[] => values.map((v) => [`${what}: ${v.slice(0, 60)}`, askRaw(query, `{"v":${v}}`), ...answer]);

const wrongDates = [
  '2024-02-30',
  '2023-02-29',
  '1900-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-11-00',
  '0000-00-00',
  '10000-01-01',
  '-001-01-01',
  '2023-1-1',
  '2023-11',
  '2023-11-09T00:00:00Z',
  '2023-11-09\n',
  '2023-11-09\0',
  ' 2023-11-09',
  '２０２３-11-09',
  '',
  20231109,
  true,
];

const malformedIds = [
  '{ "$ne": 1 }',
  'convoy\0',
  '\0',
  '.*',
  'Incident:../convoy',
  'incident:convoy',
  'Actor:convoy',
  'Incident:',
  '__proto__',
  'a'.repeat(100_000),
  '',
  ' ',
  'convoy\n',
  '\ud800',
  '\u202econvoy',
  'c\u200bonvoy',
  'ｃonvoy',
];

/** Attacks by values. */
export const valueAttacks: readonly Attack[] = [
  ...rows('an id that is malformed', byId, malformedIds, ...byField),
  ...rows('an id that is no id', byId, [1.5, true, ['a'], { $ne: 1 }, null], ...atOnce),

  ...rows('a size out of range', first, [-1, 0, 101, 1001, 2_147_483_647, -2_147_483_648], ...byField),
  ...rows('a size from the end out of range', last, [-1, 0, 101], ...byField),
  ...rows('a size that is none', first, [2_147_483_648, 1.5, '10', true, [1, 2], {}], ...atOnce),
  ...rawRows('a size beyond numbers', first, ['1e400', '-1e400', '99999999999999999999', '0.1'], ...atOnce),
  ['a size beyond all numbers in the query', ask('{ incidents(first: 1e400) { nodes { id } } }'), ...atOnce],
  ['sizes from both ends', ask('{ incidents(first: 1, last: 1) { nodes { id } } }'), ...byField],

  ...rows('a day out of the calendar', published, wrongDates, ...atOnce),
  ...rows('a bound out of the calendar', from, wrongDates.slice(0, 5), ...atOnce),
  ...rows('a number out of range', publishers, [1.5, '3', true, 2_147_483_648, 9_007_199_254_740_992], ...atOnce),
  ...rawRows('a number beyond numbers', publishers, ['1e400', '-1e400', '9007199254740993'], ...atOnce),
  ...rows('a latitude out of range', near, [90.001, -91, 1e308, '36', '36° 37′ 49″ N', [], [36], {}, true], ...atOnce),
  ...rawRows('a latitude beyond numbers', near, ['1e400', '-1e400', '"NaN"', '"1"'], ...atOnce),
  ...rows('a distance out of range', km, [-1, 1e308], ...byField),
  ...rawRows('a distance beyond numbers', km, ['1e400'], ...atOnce),
  ...rows('a country that is none', country, ['XX ', 'iq\0', 'IRQ', '', 'ＩＱ', 1, { $ne: '' }], ...atOnce),

  ...rows('a cursor of noise', after, ['', '////', 'a', '\0', '\ud800', 'x'.repeat(100_000)], ...byField),
  ...rows(
    'a cursor that holds an operator',
    after,
    [[1, { $ne: 1 }], [1, 'a', { $gt: '' }], { $where: '1' }].map((place) =>
      Buffer.from(JSON.stringify(place)).toString('base64url'),
    ),
    ...byField,
  ),
  ...rows('a cursor that is none', after, [{ $ne: '' }, 1, ['a']], ...atOnce),

  ...rows(
    'long search texts',
    search,
    ['a '.repeat(50_000), 'a'.repeat(200_000), '-a '.repeat(50_000), '"'.repeat(50_000)],
    ...byField,
  ),

  ...[64, 1000, 5000, 30_000].map((levels): Attack => {
    const filter = `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;
    return [`variables of ${levels} levels`, askRaw(where, `{"v":${filter}}`), ...atOnce];
  }),
  ['20,000 nested lists in a variable', askRaw(where, `{"v":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), ...atOnce],
  [
    '20,000 nested lists in an undeclared variable',
    askRaw('{ __typename }', `{"v":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
    ...atOnce,
  ],
  ['a prototype in a filter', askRaw(where, '{"v":{"__proto__":{"id":{"eq":"a"}}}}'), ...atOnce],
  ['a prototype within a filter', askRaw(where, '{"v":{"id":{"__proto__":{"eq":"a"}}}}'), ...atOnce],
  ['a constructor in a filter', askRaw(where, '{"v":{"constructor":{"prototype":{"polluted":true}}}}'), ...atOnce],
  ['names of object methods in a filter', ask(where, { v: { toString: 1, hasOwnProperty: 1 } }), ...atOnce],
  ['JavaScript in a filter', ask(where, { v: { $where: 'sleep(10000)' } }), ...atOnce],
  [
    'an expression in a filter',
    ask(where, { v: { $expr: { $function: { body: 'while(1){}', args: [], lang: 'js' } } } }),
    ...atOnce,
  ],
  [
    'duplicate keys, the last of which is an operator',
    askRaw(where, '{"v":{"id":{"eq":"a"},"id":{"$ne":"a"}}}'),
    ...atOnce,
  ],
  [
    'an order by an operator',
    ask('query ($v: [IncidentOrder!]) { incidents(orderBy: $v) { totalCount } }', { v: [{ field: { $meta: 'x' } }] }),
    ...atOnce,
  ],
  [
    'a huge list of ids',
    ask('query ($v: [ID!]!) { nodes(ids: $v) { id } }', { v: Array(6000).fill('Actor:a') }),
    ...atOnce,
  ],
  ['too many ids', ask('query ($v: [ID!]!) { nodes(ids: $v) { id } }', { v: Array(2000).fill('Actor:a') }), ...byField],
];
