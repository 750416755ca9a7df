import { formatNodeId } from '../../query/node-id.ts';
import { partId } from '../../query/part-id.ts';

/** Returns the id of an article's report of an incident. */
export function reportId(incident: string, article: string): string {
  return partId(formatNodeId('Incident', incident), `reports/${article}`);
}
