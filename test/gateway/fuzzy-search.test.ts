import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';

let gateway: TestGateway;

const texts = [
  'A drone hit the base near Baghdad.',
  'Unmanned aerial vehicles were seen. Two unmanned planes, one aerial picture, and a vehicle.',
  'An unmanned post, an aerial view of a vehicle.',
  'A UAV fell into the Tigris.',
  'A roadside bomb killed two soldiers in Mosul.',
  'Improvised explosive devices were found; an IED went off.',
  'They improvised. The explosive was no device.',
  'Muhammad spoke in Bagdad.',
];

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    ...texts.map((text, i) => article(`a${i}`, { title: `Report ${i}`, text })),
    article('names', {
      text: 'Names.',
      locations: [named('baghdad', { name: 'Baghdad' }), named('mosul', { name: 'Mosul' })],
      actors: [named('muhammad', { name: 'Muhammad Ali' })],
      incidents: [incident('iedattack', { title: 'IED attack', summary: 'A bomb at the roadside' })],
    }),
  );
});
afterAll(() => gateway.close());

async function search(text: string, more = ', fuzzy: true'): Promise<any> {
  const query = `query ($text: String!) { search(text: $text, first: 100${more}) {
    totalCount alsoSearchedFor pageInfo { hasNextPage endCursor } nodes { id } edges { score highlight cursor }
  } }`;
  return (await gateway.ask(query, { text })).search;
}

const ids = ({ nodes }: any) => nodes.map(({ id }: any) => id);
const sorted = (found: any) => ids(found).toSorted();

describe('a fuzzy search', () => {
  it('corrects spellings by names, and reports them', async () => {
    expect(await search('Baghdd', '')).toMatchObject({ totalCount: 0, alsoSearchedFor: [] });
    const found = await search('Baghdd');
    expect(found.alsoSearchedFor).toEqual(['baghdad']);
    expect(sorted(found)).toEqual(['Article:a0', 'Location:baghdad']);
    expect(sorted(await search('mohammed'))).toEqual(['Actor:muhammad', 'Article:a7']);
  });

  it('finds words and phrases of the same meaning', async () => {
    const found = await search('drone');
    expect(sorted(found)).toEqual(['Article:a0', 'Article:a1', 'Article:a3']);
    expect(found.alsoSearchedFor).toEqual(expect.arrayContaining(['UAV', 'unmanned aerial vehicle']));
    expect(sorted(await search('UAV'))).toEqual(sorted(found));
    expect(sorted(await search('unmanned aerial vehicle', ', fuzzy: true, types: [ARTICLE]'))).toEqual(
      expect.arrayContaining(['Article:a0', 'Article:a1', 'Article:a2', 'Article:a3']),
    );
  });

  it('takes several words for one of the same meaning, in either direction', async () => {
    expect(sorted(await search('roadside bomb'))).toEqual(['Article:a4', 'Article:a5', 'Incident:iedattack']);
    expect(sorted(await search('ied'))).toEqual(['Article:a4', 'Article:a5', 'Incident:iedattack']);
  });

  it('highlights what it also searched for', async () => {
    const { edges } = await search('drone', ', fuzzy: true, types: [ARTICLE]');
    expect(edges.map(({ highlight }: any) => highlight)).toContainEqual(expect.stringContaining('**UAV**'));
  });

  it('leaves phrases and excluded words as they are', async () => {
    expect(await search('"drone"')).toMatchObject({ alsoSearchedFor: [] });
    expect(await search('-drone -baghdd')).toMatchObject({ alsoSearchedFor: [] });
    expect(sorted(await search('drone -uav'))).toEqual(['Article:a0', 'Article:a1']);
  });

  const words = [
    'drone',
    'uav',
    'base',
    'baghdd',
    'roadside',
    'bomb',
    'ied',
    'mosul',
    'moskl',
    'soldiers',
    '-tigris',
    '"a drone"',
  ];

  it('finds all that a search finds, as many as it counts, and the same in pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), async (some) => {
        const text = some.join(' ');
        const [plain, fuzzy] = [await search(text, ''), await search(text)];
        expect(sorted(fuzzy)).toEqual(expect.arrayContaining(sorted(plain)));
        expect(fuzzy.totalCount).toBe(fuzzy.nodes.length);
        const paged: string[] = [];
        let after = '';
        for (;;) {
          const slice = (
            await gateway.ask(
              `query ($text: String!) { search(text: $text, fuzzy: true, first: 2${after}) {
                alsoSearchedFor nodes { id } pageInfo { hasNextPage endCursor } } }`,
              { text },
            )
          ).search;
          expect(slice.alsoSearchedFor).toEqual(fuzzy.alsoSearchedFor);
          paged.push(...ids(slice));
          if (!slice.pageInfo.hasNextPage) break;
          after = `, after: "${slice.pageInfo.endCursor}"`;
        }
        expect(paged).toEqual(ids(fuzzy));
      }),
      tries(15),
    );
  });

  it('keeps its spellings on later pages, whatever is stored meanwhile', async () => {
    const query = `query ($after: String) { search(text: "Mosil", fuzzy: true, first: 1, after: $after) {
      alsoSearchedFor pageInfo { endCursor } } }`;
    const first = (await gateway.ask(query)).search;
    expect(first.alsoSearchedFor).toEqual(['mosul']);
    await gateway.seed(article('other', { locations: [named('mosel', { name: 'Mosel' })] }));
    gateway.store.takeCommands();
    const second = (await gateway.ask(query, { after: first.pageInfo.endCursor })).search;
    expect(second.alsoSearchedFor).toEqual(['mosul']);
    expect((await gateway.ask(query)).search.alsoSearchedFor).toEqual(['mosel', 'mosul']);
  });

  it('rejects a cursor of a search that is not fuzzy', async () => {
    const { pageInfo } = await search('drone', ', types: [ARTICLE]');
    const { errors } = await gateway.answer(
      `{ search(text: "drone", fuzzy: true, after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
