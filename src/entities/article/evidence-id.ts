import { formatNodeId } from '../../query/node-id.ts';
import { partId, partPath } from '../../query/part-id.ts';

/** Where a piece of evidence is: an article, an evidence key, and a range of the text. */
export interface EvidencePlace {
  article: string;
  key: string;
  start: number;
  end: number;
}

/** Returns the node and the claim of an evidence key; the claim is '' for the node itself. */
export function readEvidenceKey(key: string): { node: string; claim: string } {
  const mark = key.indexOf('#');
  if (mark < 0) return { node: key, claim: '' };
  const equals = key.indexOf('=', mark);
  return { node: key.slice(0, mark), claim: partPath(key.slice(mark + 1, equals), key.slice(equals + 1)) };
}

/** Returns the id of a piece of evidence, such as `Article:a/evidence/12-40/Incident:x/weapons/IED`. */
export function evidenceId({ article, key, start, end }: EvidencePlace): string {
  const { node, claim } = readEvidenceKey(key);
  const owner = `${formatNodeId('Article', article)}/evidence/${start}-${end}/${node}`;
  return claim === '' ? owner : partId(owner, claim);
}

/** Parses an id; undefined if it is not of evidence with this key. */
export function parseEvidenceId(id: string, key: string): EvidencePlace | undefined {
  const [, article = '', start, end] = /^Article:([a-z0-9-]{1,120})\/evidence\/(\d{1,15})-(\d{1,15})\//.exec(id) ?? [];
  const place = { article, key, start: Number(start), end: Number(end) };
  return evidenceId(place) === id ? place : undefined;
}
