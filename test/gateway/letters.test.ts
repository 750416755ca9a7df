import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

const names = {
  lodz: 'Łódź',
  street: 'Große Straße',
  odessa: 'ΟΔΟΣ Οδησσός',
  ore: 'Ørestad',
  diyarbakir: 'Diyarbakır',
  zenica: 'Zenica',
};

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(article('a', { locations: Object.entries(names).map(([id, name]) => named(id, { name })) }));
});
afterAll(() => gateway.close());

describe('case and accents do not matter', () => {
  it.each([
    ['startsWith', 'LODZ', 'lodz'],
    ['contains', 'o\u0301dz', 'lodz'],
    ['contains', 'STRASSE', 'street'],
    ['contains', 'große straße', 'street'],
    ['startsWith', 'ΟΔΟΣ', 'odessa'],
    ['contains', 'ΟΔΗΣΣΟΣ', 'odessa'],
    ['startsWith', 'οδοσ', 'odessa'],
    ['startsWith', 'øre', 'ore'],
    ['contains', 'DIYARBAKIR', 'diyarbakir'],
  ])('%s: %j', async (operator, asked, id) => {
    const query = `query ($asked: String) { locations(where: { name: { ${operator}: $asked } }) { nodes { id } } }`;
    const { locations } = await gateway.ask(query, { asked });
    expect(locations.nodes).toEqual([{ id: `Location:${id}` }]);
  });

  it('in the order of names either', async () => {
    const { locations } = await gateway.ask('{ locations { nodes { id } } }');
    const order = ['diyarbakir', 'street', 'lodz', 'ore', 'zenica', 'odessa'];
    expect(locations.nodes.map(({ id }: { id: string }) => id)).toEqual(order.map((id) => `Location:${id}`));
  });
});
