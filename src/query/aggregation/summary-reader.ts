import type { Document } from 'mongodb';
import type { Entity } from '../entity.ts';
import { hasRelated, relatedStages, type TollField } from './tolls.ts';

/**
 * The stages of one summary. Those of groups depend on the keys of the groups. Lists that are read together share their
 * stages, which are built once from the keys of all lists.
 */
export interface SummaryStages {
  /** Equal for equal summaries. */
  name: string;
  stages: (keys: readonly string[]) => readonly Document[];
  keys?: readonly string[];
  /** The max number of its rows, if it has one. */
  maxRows?: number;
}

/** Reads the summaries of one list. Each method costs one command. */
export interface SummaryReader {
  entity: Entity;
  read(summary: SummaryStages): Promise<readonly Document[]>;
  /**
   * Returns the documents of `relatedStages`, with `fields`, among those of the summary `of`. If `rows` leave none out,
   * returns an empty list without a command.
   */
  readRelated(
    rows: readonly Document[],
    wanted: readonly TollField[],
    fields: Document,
    of: SummaryStages,
  ): Promise<readonly Document[]>;
}

export function createSummaryReader(entity: Entity, read: SummaryReader['read']): SummaryReader {
  return {
    entity,
    read,
    async readRelated(rows, wanted, fields, { name, stages, keys = [] }) {
      const { toll } = entity;
      if (!toll || !rows.some(hasRelated)) return [];
      const all = (keys: readonly string[]) => [...stages(keys), ...relatedStages(toll, wanted, fields)];
      return read({ name: `related ${name}`, stages: all, keys });
    },
  };
}
