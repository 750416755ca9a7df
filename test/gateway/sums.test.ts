import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const sum = '{ killed { min max best } killedKnown }';

/** Returns the deaths of a group of incidents. Each is given by its whole, its number of deaths, and other content. */
async function killedOf(incidents: [partOf: string | undefined, count: unknown, content?: object][]): Promise<any> {
  await gateway.seed(
    article('a', {
      incidents: incidents.map(([partOf, count, content], index) =>
        incident(`i-${index}`, {
          type: 'BATTLE',
          date: '2023-11-09',
          ...(partOf && { partOf }),
          ...(count !== undefined && { casualties: [{ kind: 'KILLED', ...(count !== null && { count }) }] }),
          ...content,
        }),
      ),
    }),
  );
  const { incidents: found } = await gateway.ask(
    `{ incidents(where: { type: { eq: BATTLE } }) { groups(by: TYPE) ${sum} timeline(interval: DAY) ${sum} } }`,
  );
  expect(found.timeline).toEqual(found.groups);
  const [{ killed, killedKnown }] = found.groups;
  return [killed && [killed.min, killed.max, killed.best], killedKnown];
}

const aggregate = { scope: 'AGGREGATE' };
const elsewhere = { type: 'RIOT' };

describe('the sum of deaths of a group and of a bucket', () => {
  it.each<[title: string, incidents: Parameters<typeof killedOf>[0], sum: unknown, known: number]>([
    ['is null if no incident states a number', [[undefined, undefined]], null, 0],
    [
      'is 0 if an incident states that nobody died',
      [
        [undefined, 0],
        [undefined, undefined],
      ],
      [0, 0, 0],
      1,
    ],
    [
      'counts a casualty without a number as at least one',
      [
        [undefined, null],
        [undefined, 2],
      ],
      [3, null, null],
      2,
    ],
    [
      'uses the number of an aggregate whose parts have fewer',
      [
        [undefined, 50, aggregate],
        ['i-0', 3],
      ],
      [50, 50, 50],
      2,
    ],
    [
      'uses the sum of the parts if it exceeds the whole',
      [
        [undefined, 5],
        ['i-0', 4],
        ['i-0', 3],
      ],
      [7, 7, 7],
      3,
    ],
    [
      'uses the sum of the parts if the whole states no number',
      [
        [undefined, undefined, aggregate],
        ['i-0', 4],
      ],
      [4, 4, 4],
      1,
    ],
    [
      'compares minimum and maximum separately',
      [
        [undefined, { min: 10, max: 20 }],
        ['i-0', { min: 12, max: 13 }],
      ],
      [12, 20, null],
      2,
    ],
    [
      'treats an open maximum as the greatest',
      [
        [undefined, 50],
        ['i-0', { min: 3, best: 4 }],
      ],
      [50, null, 50],
      2,
    ],
    [
      'sums parts of parts',
      [
        [undefined, 5],
        ['i-0', undefined],
        ['i-1', 4],
        ['i-1', 3],
        ['i-0', 2],
      ],
      [9, 9, 9],
      4,
    ],
    [
      'compares a part with its nearest whole in the group',
      [
        [undefined, 50],
        ['i-0', 60, elsewhere],
        ['i-1', 3],
      ],
      [50, 50, 50],
      2,
    ],
    [
      'ignores a whole outside the group',
      [
        [undefined, 50, elsewhere],
        ['i-0', 3],
        ['i-0', 4],
      ],
      [7, 7, 7],
      2,
    ],
    [
      'adds parts of a whole outside the group to other incidents',
      [
        [undefined, 50, elsewhere],
        ['i-0', 3],
        ['i-0', 4],
        [undefined, 1],
      ],
      [8, 8, 8],
      3,
    ],
    [
      'adds best values',
      [
        [undefined, { min: 1, max: 9, best: 4 }],
        [undefined, 3],
      ],
      [4, 12, 7],
      2,
    ],
    [
      'uses the greater best value of a whole and its part',
      [
        [undefined, { min: 1, max: 9, best: 4 }],
        ['i-0', { min: 3, max: 9, best: 6 }],
      ],
      [3, 9, 6],
      2,
    ],
    [
      'has no best value if a part has none',
      [
        [undefined, 10],
        ['i-0', { min: 1, max: 2 }],
      ],
      [10, 10, null],
      2,
    ],
    [
      'has no best value if an incident without a whole has none',
      [
        [undefined, 10],
        [undefined, { min: 1, max: 2 }],
      ],
      [11, 12, null],
      2,
    ],
    [
      'leaves out incidents that did not happen or are only expected',
      [
        [undefined, 4],
        [undefined, 50, { occurrence: 'DID_NOT_HAPPEN' }],
        [undefined, 60, { occurrence: 'EXPECTED' }],
      ],
      [4, 4, 4],
      1,
    ],
    [
      'counts parts that happened of a whole that did not, and no other parts',
      [
        [undefined, 50, { occurrence: 'PLANNED' }],
        ['i-0', 4],
        ['i-1', 3],
        ['i-0', 9, { occurrence: 'CONDITIONAL' }],
      ],
      [4, 4, 4],
      2,
    ],
    [
      'is at most 2^53 - 1',
      [
        [undefined, 2 ** 53 - 1],
        [undefined, 5],
        ['i-0', 6],
      ],
      [2 ** 53 - 1, 2 ** 53 - 1, 2 ** 53 - 1],
      3,
    ],
  ])('%s', async (_, incidents, sum, known) => {
    expect(await killedOf(incidents)).toEqual([sum, known]);
  });
});
