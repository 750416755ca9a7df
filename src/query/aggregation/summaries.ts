import type { Document } from 'mongodb';
import type { Bounds } from '../../generated/schema.ts';
import type { Entity, GroupKey, PointPaths } from '../entity.ts';
import { boundsStages, toBounds } from './bounds.ts';
import type { CellModel, CellRequest } from './cells.ts';
import { type GroupModel, type GroupRequest, groupCountStages } from './groups.ts';
import { readCells } from './read-cells.ts';
import { readGroups } from './read-groups.ts';
import { createSummaryReader, type SummaryReader } from './summary-reader.ts';
import {
  type BucketModel,
  datedStages,
  startOf,
  type TimelineRequest,
  timelineStages,
  toTimeline,
} from './timeline.ts';
import type { TollField } from './tolls.ts';

/**
 * Summaries of a list. Each method costs one command, and a second one if it sums documents that are part of one
 * another.
 */
export interface Summaries {
  totalCount(): Promise<number>;
  groups(request: GroupRequest, wanted: readonly TollField[]): Promise<GroupModel[]>;
  groupCount(by: string): Promise<number>;
  timeline(request: TimelineRequest, wanted: readonly TollField[]): Promise<BucketModel[]>;
  cells(request: CellRequest, wanted: readonly TollField[], withPlace: boolean): Promise<CellModel[]>;
  bounds(areasByCentre: boolean): Promise<Bounds | null>;
}

/** Each call of `read` costs one command. */
export function createSummaries(entity: Entity, read: SummaryReader['read']): Summaries {
  const { toll, timeline: paths = {} } = entity;
  const reader = createSummaryReader(entity, read);
  const readCount = async (name: string, stages: Document[]): Promise<number> => {
    const [row] = await read({ name, stages: () => stages, maxRows: 1 });
    return row?.n ?? 0;
  };

  return {
    totalCount: () => readCount('totalCount', [{ $count: 'n' }]),
    groups: (request, selected) => readGroups(reader, request, selected),
    groupCount: (by) => readCount(`groupCount ${by}`, groupCountStages(entity.groups[by] as GroupKey)),
    async timeline(request, selected) {
      const wanted = toll ? selected : [];
      const name = JSON.stringify(['timeline', request, wanted]);
      const rows = await read({ name, stages: () => timelineStages(entity, request, wanted) });
      const counted = { name, stages: () => datedStages(paths, request) };
      const related = await reader.readRelated(rows, wanted, { d: startOf(paths) }, counted);
      return toTimeline(rows, related, request, wanted);
    },
    cells: (request, selected, withPlace) => readCells(reader, request, selected, withPlace),
    async bounds(areasByCentre) {
      const stages = () => boundsStages(entity.point as PointPaths, areasByCentre);
      return toBounds(await read({ name: `bounds ${areasByCentre}`, stages, maxRows: 361 }));
    },
  };
}
