import { getNamedType } from 'graphql';
import { expect } from 'vitest';
import type { Answer } from '../support/gateway.ts';
import { boundsOf, describeBox } from './bounds.ts';
import { type Cells, cellsOf, rounded } from './cells.ts';
import { groupsOf } from './groups.ts';
import type { Node, TypeName } from './nodes.ts';
import { objectType } from './schema.ts';
import { type Timeline, timelineOf } from './timeline.ts';

export const lists: Record<TypeName, string> = {
  Incident: 'incidents',
  Actor: 'actors',
  Statement: 'statements',
  Location: 'locations',
  Article: 'articles',
};

/** The connections of a type, with the type of their items and their own arguments. */
export function connectionsOf(typeName: TypeName): { field: string; to: TypeName; own: string[] }[] {
  const shared = ['where', 'orderBy', 'first', 'after', 'last', 'before'];
  return Object.values(objectType(typeName).getFields())
    .filter(({ type }) => /^(?!Change).*Connection$/.test(getNamedType(type).name)) // a history lists no nodes
    .map(({ name, type, args }) => ({
      field: name,
      to: getNamedType(type).name.replace('Connection', '') as TypeName,
      own: args.map((arg) => arg.name).filter((each) => !shared.includes(each)),
    }));
}

/** The summaries to query of a connection. */
export interface Summary {
  by: string;
  first: number;
  orderBy: string;
  timeline: Timeline;
  cells: Cells;
}

const box = 'south west north east';
const toll = 'killed { min max best } injured { min max best } killedKnown injuredKnown';

/** The fields of a connection that sum up all of it. */
export function summarySelection(typeName: TypeName, { by, first, orderBy, timeline: asked, cells }: Summary): string {
  const fields = objectType(`${typeName}Connection`).getFields();
  const { interval, from, to, empty } = asked;
  const timeline = `timeline(interval: ${interval}, ${literals({ from, to, empty })}) { start end count uncertain ${toll} }`;
  const isOfIncidents = typeName === 'Incident';
  const order = isOfIncidents ? `, orderBy: ${orderBy}` : '';
  const ofGroup = `key count ${isOfIncidents ? toll : ''} label node { id label } ${'timeline' in fields ? timeline : ''}`;
  return [
    'totalCount',
    `groups(by: ${by}, first: ${first}${order}) { ${ofGroup} }`,
    `groupCount(by: ${by})`,
    'timeline' in fields ? timeline : '',
    'cells' in fields
      ? `cells(${literals({ ...cells })}) { geohash count latitude longitude bounds { ${box} } location { id } ${toll} }`
      : '',
    'bounds' in fields ? `bounds { ${box} } byCentre: bounds(areasByCentre: true) { ${box} }` : '',
  ].join(' ');
}

function literals(args: object): string {
  return JSON.stringify(args)
    .slice(1, -1)
    .replaceAll(/"(\w+)":/g, '$1:');
}

/** Compares these fields of a response with those computed from all nodes of the connection. */
export function expectSummary(typeName: TypeName, nodes: readonly Node[], summary: Summary, found: any): void {
  const fields = objectType(`${typeName}Connection`).getFields();
  expect(found.totalCount, 'totalCount').toBe(nodes.length);
  const groups = found.groups.map(({ label, node, ...group }: any) => {
    if (node) expect([node.id, node.label], 'the node of a group').toEqual([group.key, label]);
    return group;
  });
  const all = groupsOf(typeName, nodes, summary.by, typeName === 'Incident' ? summary.orderBy : 'COUNT');
  const expected = all.slice(0, summary.first).map(({ members, ...group }) => ({
    ...group,
    count: members.length,
    ...('timeline' in fields && { timeline: timelineOf(typeName, members, summary.timeline) }),
  }));
  expect(groups, 'groups').toEqual(expected);
  expect(found.groupCount, 'groupCount').toBe(all.length);
  if ('timeline' in fields) expect(found.timeline, 'timeline').toEqual(timelineOf(typeName, nodes, summary.timeline));
  if ('cells' in fields) expect(found.cells.map(rounded), 'cells').toEqual(cellsOf(typeName, nodes, summary.cells));
  if ('bounds' in fields) {
    expect(describeBox(nodes, false, found.bounds), 'bounds').toEqual(boundsOf(nodes, false));
    expect(describeBox(nodes, true, found.byCentre), 'bounds by centre').toEqual(boundsOf(nodes, true));
  }
}

/** Returns the data of a response, in which only timelines may be rejected. */
export function dataOf({ data, errors = [] }: Answer): any {
  const others = errors.filter(
    ({ path, extensions }) => path?.at(-1) !== 'timeline' || extensions.code !== 'BAD_USER_INPUT',
  );
  expect(others, 'errors').toEqual([]);
  return data;
}
