import { type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { cellAt, columnsOf } from '../../../src/server/exports/table-cells.ts';

/** Returns the names of the columns of a selection, and the cells of a node. */
function tableOf(selection: string, node: object, fragments = '') {
  const document = parse(`{ ${selection} } ${fragments}`);
  const [operation, ...others] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation');
  const byName = new Map(
    others.map((each) => [(each as FragmentDefinitionNode).name.value, each as FragmentDefinitionNode]),
  );
  return Object.fromEntries(
    columnsOf(operation.selectionSet, byName).map(({ name, path }) => [name, cellAt(node, path)]),
  );
}

describe('columns', () => {
  it('are named by the way to a field, in words separated by underscores', () => {
    const node = {
      id: 'I',
      partOf: { title: 'War' },
      locationPrecision: 'NEAR',
      location: { name: 'Mosul', point: null },
    };
    expect(tableOf('id partOf { title } locationPrecision location { name point { latitude } }', node)).toEqual({
      id: 'I',
      part_of_title: 'War',
      location_precision: 'NEAR',
      location_name: 'Mosul',
      location_latitude: null,
    });
  });

  it('join the values of a list', () => {
    expect(tableOf('methods', { methods: ['IED', 'DRONE'] })).toEqual({ methods: 'IED; DRONE' });
  });

  it('of one list stay aligned where values are missing', () => {
    const participants = [
      { role: 'TARGET', status: null },
      { role: 'VICTIM', status: 'CONFIRMED' },
    ];
    expect(
      tableOf('participants { role status side }', {
        participants: participants.map((each) => ({ ...each, side: null })),
      }),
    ).toEqual({
      participants_role: 'TARGET; VICTIM',
      participants_status: '; CONFIRMED',
      participants_side: null,
    });
  });

  it('leave out the levels and the pages of connections', () => {
    const node = { incidents: { nodes: [{ id: 'a' }], pageInfo: {} }, articles: { edges: [{ node: { id: 'b' } }] } };
    const selection = 'incidents { nodes { id } pageInfo { endCursor } } articles { edges { node { id } } }';
    expect(tableOf(selection, node)).toEqual({ incidents_id: 'a', articles_id: 'b' });
  });

  it('join lists within lists by commas', () => {
    const node = {
      affiliations: [{ assertedBy: [{ id: 'a' }, { id: 'b' }] }, { assertedBy: [] }, { assertedBy: [{ id: 'c' }] }],
    };
    expect(tableOf('affiliations { assertedBy { id } }', node)).toEqual({ affiliations_asserted_by_id: 'a, b; ; c' });
  });

  it('have the names of aliases, and follow fragments', () => {
    const selection = 'where: location { ...Names ... on Location { kind } }';
    const node = { where: { name: 'Mosul', kind: 'CITY' } };
    expect(tableOf(selection, node, 'fragment Names on Location { name }')).toEqual({
      where_name: 'Mosul',
      where_kind: 'CITY',
    });
  });

  it('have distinct names', () => {
    const node = { a_b: 1, a: { b: 2 } };
    expect(tableOf('a_b a { b }', node)).toEqual({ a_b: 1, a_b_2: 2 });
  });

  it('keep numbers and booleans, and write other JSON as text', () => {
    expect(tableOf('a b json', { a: -1, b: false, json: { id: 'x' } })).toEqual({
      a: -1,
      b: false,
      json: '{"id":"x"}',
    });
  });
});
