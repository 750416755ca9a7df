import type { Document } from 'mongodb';
import type { GroupKey } from '../entity.ts';
import {
  byToll,
  type GroupModel,
  type GroupRequest,
  groupStages,
  keyOf,
  keyStages,
  ofKeys,
  tollOrder,
} from './groups.ts';
import { listsBy } from './lists-by.ts';
import type { SummaryReader } from './summary-reader.ts';
import {
  type BucketModel,
  datedStages,
  startOf,
  type TimelineRequest,
  timelineStages,
  toTimeline,
} from './timeline.ts';
import { hasRelated, type TollField, toToll } from './tolls.ts';

/** Returns the requested groups, in order. */
export async function readGroups(
  reader: SummaryReader,
  request: GroupRequest,
  selected: readonly TollField[],
): Promise<GroupModel[]> {
  const { entity, read, readRelated } = reader;
  const { by, first, orderBy } = request;
  const key = entity.groups[by] as GroupKey;
  const order = tollOrder(orderBy);
  const wanted = order === undefined ? selected : [...new Set([...selected, order])];
  const name = JSON.stringify(['groups', request, wanted]);
  const rows = await read({
    name,
    stages: () => groupStages(entity, key, request, wanted),
    ...(order === undefined && { maxRows: first }),
  });
  const counted = {
    name,
    stages: (keys: readonly string[]) => ofKeys(key.path, keys),
    keys: rows.filter(hasRelated).map(({ _id }) => _id),
  };
  const related = byKey(await readRelated(rows, wanted, { keys: `$${key.path}` }, counted));
  const groups = rows.map((row) => ({
    key: row._id as string,
    is: key.is ?? ('value' as const),
    count: row.count as number,
    ...toToll([row], related(row._id), wanted),
  }));
  if (order !== undefined) groups.sort(byToll(order));
  const shown = groups.slice(0, first);
  const timelines = timelinesOf(reader, name, key, shown);
  return shown.map((group) => ({
    ...group,
    timeline: async (request, selected) => (await timelines(request, selected))(group.key),
  }));
}

type TimelineByKey = (key: string) => BucketModel[];

/** Returns a reader of some groups' timelines. The first request for one group's timeline reads those of all groups. */
function timelinesOf(
  { entity, read, readRelated }: SummaryReader,
  groups: string,
  key: GroupKey,
  shown: readonly { key: string }[],
): (request: TimelineRequest, selected: readonly TollField[]) => Promise<TimelineByKey> {
  const { toll, timeline: paths = {} } = entity;
  const keys = shown.map((group) => group.key);
  const known = new Map<string, Promise<TimelineByKey>>();

  async function readTimelines(name: string, request: TimelineRequest, wanted: readonly TollField[]) {
    const stages = (keys: readonly string[]) => [
      ...ofKeys(key.path, keys),
      ...keyStages(key),
      ...(key.list ? ofKeys(keyOf(key).slice(1), keys) : []),
      ...timelineStages(entity, request, wanted, keyOf(key)),
    ];
    const rows = await read({ name, stages, keys });
    const fields = { keys: `$${key.path}`, d: startOf(paths) };
    const related = await readRelated(rows, wanted, fields, {
      name,
      stages: (keys) => [...ofKeys(key.path, keys), ...datedStages(paths, request)],
      keys,
    });
    const [rowsOf, relatedOf] = [listsBy(rows, (row) => row._id.k as string), byKey(related)];
    return (key: string) => toTimeline(rowsOf.get(key) ?? [], relatedOf(key), request, wanted);
  }

  return (request, selected) => {
    const wanted = toll ? selected : [];
    const name = JSON.stringify([groups, 'timeline', request, wanted]);
    const timelines = known.get(name) ?? readTimelines(name, request, wanted);
    known.set(name, timelines);
    return timelines;
  };
}

/** Returns a lookup of documents by key. A document has one key or a list of keys. */
function byKey(documents: readonly Document[]): (key: string) => Document[] {
  const keyed = documents.flatMap((document) => [document.keys].flat().map((key: string) => ({ key, document })));
  const lists = listsBy(keyed, ({ key }) => key);
  return (key) => lists.get(key)?.map(({ document }) => document) ?? [];
}
