import { getNamedType } from 'graphql';
import { expect } from 'vitest';
import type { Answer } from '../support/gateway.ts';
import { boundsOf, describeBox } from './bounds.ts';
import { groupsOf } from './groups.ts';
import { objectType } from './schema.ts';
import type { Thing, TypeName } from './things.ts';
import { timelineOf } from './timeline.ts';

export const lists: Record<TypeName, string> = {
  Incident: 'incidents',
  Actor: 'actors',
  Statement: 'statements',
  Location: 'locations',
  Article: 'articles',
};

/** The connections of a type, with the type of their items and the argument that they take beside those of all. */
export function connectionsOf(typeName: TypeName): { field: string; to: TypeName; argument: string | undefined }[] {
  const shared = ['where', 'orderBy', 'first', 'after', 'last', 'before'];
  return Object.values(objectType(typeName).getFields())
    .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
    .map(({ name, type, args }) => ({
      field: name,
      to: getNamedType(type).name.replace('Connection', '') as TypeName,
      argument: args.find((arg) => !shared.includes(arg.name))?.name,
    }));
}

/** What to sum a connection up by. */
export interface Summary {
  by: string;
  first: number;
  interval: string;
}

const toll = 'killed { min max } injured { min max }';

/** The fields of a connection that sum up all of it. */
export function summarySelection(typeName: TypeName, { by, first, interval }: Summary): string {
  const fields = objectType(`${typeName}Connection`).getFields();
  const ofIncidents = typeName === 'Incident' ? toll : '';
  return [
    'totalCount',
    `groups(by: ${by}, first: ${first}) { key count ${ofIncidents} label node { id label } }`,
    'timeline' in fields ? `timeline(interval: ${interval}) { start end count uncertain ${toll} }` : '',
    'bounds' in fields ? 'bounds { south west north east }' : '',
  ].join(' ');
}

/** Holds those fields of an answer against all the things of the connection. */
export function expectSummary(typeName: TypeName, things: readonly Thing[], summary: Summary, found: any): void {
  const fields = objectType(`${typeName}Connection`).getFields();
  expect(found.totalCount, 'totalCount').toBe(things.length);
  const groups = found.groups.map(({ label, node, ...group }: any) => {
    if (node) expect([node.id, node.label], 'the node of a group').toEqual([group.key, label]);
    return group;
  });
  expect(groups, 'groups').toEqual(groupsOf(typeName, things, summary.by, summary.first));
  if ('timeline' in fields) expect(found.timeline, 'timeline').toEqual(timelineOf(things, summary.interval));
  if ('bounds' in fields) expect(describeBox(things, found.bounds), 'bounds').toEqual(boundsOf(things));
}

/** The data of an answer, in which nothing but timelines may be refused. */
export function dataOf({ data, errors = [] }: Answer): any {
  const others = errors.filter(
    ({ path, extensions }) => path?.at(-1) !== 'timeline' || extensions.code !== 'BAD_USER_INPUT',
  );
  expect(others, 'errors').toEqual([]);
  return data;
}
