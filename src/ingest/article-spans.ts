import type { ActorInput, Article, EvidenceInput, IncidentInput } from '../article/article.ts';
import type { SpanDocument } from '../article/article-document.ts';
import { formatNodeId } from '../graph/node-id.ts';
import {
  affiliationKey,
  incidentLinkKey,
  type PartList,
  participantKey,
  partKey,
  weaponKeys,
} from '../graph/part-key.ts';
import { anchorEvidence } from './anchor-evidence.ts';
import { statementId } from './fold/fold-statement.ts';
import { byCodeUnits } from './fold/sorting.ts';

/** All evidence in an article, where it stands in the text; by start, then end, then key; each once. */
export function articleSpans(article: Article): SpanDocument[] {
  const { text, locations = [], actors = [], incidents = [], statements = [] } = article;
  const counting = new Map(incidents.filter(({ casualties }) => casualties).map((incident) => [incident.id, incident]));
  const supports = [
    ...locations.flatMap((location) => supportsOf(formatNodeId('Location', location.id), location)),
    ...actors.flatMap(actorSupports),
    ...incidents.flatMap((incident) => incidentSupports(incident, counting.get(incident.id))),
    ...statements.flatMap((it) => supportsOf(formatNodeId('Statement', statementId(article, it)), it)),
  ];
  const spans = supports.map(({ key, evidence: { quote, occurrence } }) => {
    const { start } = anchorEvidence(text, quote, occurrence);
    return { key, quote, start };
  });
  return spans.sort(inTextOrder).filter((span, index) => index === 0 || inTextOrder(span, spans[index - 1]) !== 0);
}

interface Support {
  key: string;
  evidence: EvidenceInput;
}

interface Evidenced {
  evidence?: EvidenceInput[];
}

function actorSupports(actor: ActorInput): Support[] {
  const node = formatNodeId('Actor', actor.id);
  return [
    ...supportsOf(node, actor),
    ...partSupports(node, 'affiliations', actor.affiliations, (items) => items.map(affiliationKey)),
  ];
}

/**
 * `counting` is the definition whose list of casualties wins. Where merges gave an incident several definitions, what
 * stands in the list of another one supports the incident.
 */
function incidentSupports(incident: IncidentInput, counting: IncidentInput | undefined): Support[] {
  const node = formatNodeId('Incident', incident.id);
  const { participants, weapons, casualties = [], links } = incident;
  return [
    ...supportsOf(node, incident),
    ...partSupports(node, 'participants', participants, (items) => items.map(participantKey)),
    ...partSupports(node, 'weapons', weapons, weaponKeys),
    ...(incident === counting
      ? partSupports(node, 'casualties', casualties, (items) => items.map((_, index) => index))
      : casualties.flatMap((casualty) => supportsOf(node, casualty))),
    ...partSupports(node, 'links', links, (items) => items.map(incidentLinkKey)),
  ];
}

function partSupports<T extends Evidenced>(
  node: string,
  list: PartList,
  items: readonly T[] = [],
  keysOf: (items: readonly T[]) => (string | number)[],
): Support[] {
  const keys = keysOf(items);
  return items.flatMap((item, index) => supportsOf(partKey(node, list, keys[index] as string | number), item));
}

function supportsOf(key: string, { evidence = [] }: Evidenced): Support[] {
  return evidence.map((evidence) => ({ key, evidence }));
}

function inTextOrder(a: SpanDocument, b: SpanDocument | undefined): number {
  if (!b) return -1;
  return a.start - b.start || a.quote.length - b.quote.length || byCodeUnits(a.key, b.key);
}
