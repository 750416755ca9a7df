import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

const types = ['BATTLE', 'PROTEST', 'RIOT'];

/** 700 incidents of three types at five places, every seventh of which is part of the one before. */
beforeAll(async () => {
  gateway = await openTestGateway();
  const number = (index: number) => ({
    type: types[index % 3],
    date: `2024-0${1 + (index % 9)}-1${index % 10}`,
    ...(index % 6 && { location: `place-${index % 5}`, locationPrecision: index % 4 ? 'EXACT' : 'AREA' }),
    methods: index % 2 ? ['DRONE', 'IED'] : ['ARSON'],
    casualties: [{ kind: 'KILLED', count: index % 11 }],
    participants: [{ actor: `actor-${index % 13}`, role: 'TARGET' }],
    ...(index % 7 === 1 && { partOf: `incident-${index - 1}` }),
  });
  await gateway.seed(
    article('a', {
      actors: Array.from({ length: 13 }, (_, i) => named(`actor-${i}`)),
      locations: Array.from({ length: 5 }, (_, i) =>
        named(`place-${i}`, {
          kind: 'CITY',
          country: i % 2 ? 'IQ' : 'SY',
          point: { latitude: 30 + i, longitude: 40 + i },
        }),
      ),
      incidents: Array.from({ length: 700 }, (_, i) => incident(`incident-${i}`, number(i))),
    }),
  );
});
afterAll(() => gateway.close());

const toll = 'killed { min max best } killedKnown';

/** Summaries of each kind. */
const summaries = [
  'groups(by: TYPE) { key count }',
  `groups(by: METHOD) { key count ${toll} }`,
  `groups(by: ACTOR, first: 4, orderBy: KILLED) { key count ${toll} }`,
  'groupCount(by: ACTOR)',
  'groupCount(by: COUNTRY)',
  `timeline(interval: MONTH) { start count uncertain ${toll} }`,
  `cells(precision: 4) { geohash count latitude ${toll} location { id } }`,
  'bounds { south west north east }',
  'totalCount',
];

const inIraq = '{ location: { country: { eq: "IQ" } } }';

const filters = [
  '{}',
  '{ location: { country: { eq: "IQ" } } }',
  '{ and: [{ location: { country: { eq: "IQ" } } }, { type: { in: [BATTLE, RIOT] } }] }',
  '{ and: [{ location: { country: { eq: "IQ" } } }, { locationPrecision: { in: [EXACT] } }] }',
  '{ methods: { some: { eq: IED } } }',
  '{ not: { type: { eq: BATTLE } } }',
  '{ location: { name: { contains: "place-3" } } }',
];

describe('summaries that are requested together', () => {
  it.each(filters)('are what each is alone, for a list and %s', async (where) => {
    const all = [inIraq, where].flatMap((each) =>
      summaries.map((summary) => `incidents(where: ${each}) { s: ${summary} }`),
    );
    const together = await gateway.ask(`{ ${all.map((field, i) => `f${i}: ${field}`).join(' ')} }`);
    const { database } = gateway.store;
    for (const [i, field] of all.entries()) {
      // a turn of writing, after which nothing is kept
      await database.collection<{ _id: string }>('control').updateOne({ _id: 'seed' }, { $inc: { writes: 1 } });
      const alone = await gateway.ask(`{ f: ${field} }`);
      expect(together[`f${i}`], field).toEqual(alone.f);
    }
  });

  // DocumentDB answers as the router of a sharded cluster does, where a $facet would gather all documents in one place.
  it.skipIf(process.env.TEST_MONGODB_URI)(
    'share a command from three of a list on, with those of its parts',
    async () => {
      const ofBattles = `{ and: [${inIraq}, { type: { eq: BATTLE } }] }`;
      const commands = async (fields: string[]) => {
        gateway.store.takeCommands();
        await gateway.ask(`{ ${fields.map((field, i) => `f${i}: ${field}`).join('\n')} }`);
        return gateway.store.takeCommands().filter((command) => command.includes('incidents')).length;
      };
      const groups = (by: string, where: string, first: number) =>
        `incidents(where: ${where}) { groups(by: ${by}, first: ${first}) { key count } }`;
      expect(await commands([groups('TYPE', inIraq, 11), groups('METHOD', inIraq, 11)])).toBe(2);
      expect(await commands(['TYPE', 'METHOD', 'OUTCOME'].map((by) => groups(by, inIraq, 12)))).toBe(1);
      const joint = ['TYPE', 'METHOD', 'OUTCOME'].map((by) => groups(by, inIraq, 13));
      expect(await commands([...joint, groups('METHOD', ofBattles, 13)])).toBe(1);
      expect(await commands([...joint, groups('METHOD', '{ type: { eq: RIOT } }', 13)])).toBe(1);
    },
  );
});
