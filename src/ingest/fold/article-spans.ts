import type { ActorInput, Article, EvidenceInput, IncidentInput } from '../../entities/article/article.ts';
import type { SpanDocument } from '../../entities/article/article-document.ts';
import {
  affiliationKey,
  casualtyKeys,
  evidenceKey,
  incidentLinkKey,
  type PartList,
  participantKey,
  placeKey,
  targetKey,
  weaponKeys,
} from '../../query/evidence-key.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { byCodeUnits } from '../../text/compare.ts';
import { anchorEvidence } from '../parse/anchor-evidence.ts';
import { type CasualtyClass, repeatsSite, winningCasualties } from './fold-incident-parts.ts';
import { statementId } from './fold-statement.ts';

/** Returns all evidence in an article with its position in the text, each span once, by start, then end, then key. */
export function articleSpans(article: Article): SpanDocument[] {
  const { text, locations = [], actors = [], incidents = [], statements = [] } = article;
  const counting = countingDefinitions(incidents);
  const supports = [
    ...locations.flatMap((location) => supportsOf(formatNodeId('Location', location.id), location)),
    ...actors.flatMap(actorSupports),
    ...incidents.flatMap((incident) => incidentSupports(incident, (of) => counting(incident.id, of) === incident)),
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
 * Returns a function from an incident and a class of casualties to the definition of the incident whose casualties of that
 * class win; undefined if none states any. Merges may have given an incident several definitions in one article.
 */
function countingDefinitions(incidents: readonly IncidentInput[]) {
  return (id: string, of: CasualtyClass): IncidentInput | undefined => {
    const definitions = incidents.filter((incident) => incident.id === id);
    const reports = definitions.map((said) => ({ article: '', published: '', isOwn: true, said }));
    return winningCasualties(reports, of)?.report.said;
  };
}

/**
 * Returns the evidence of an incident and its parts, with keys. `counts` returns whether the definition's casualties of
 * a class win; the evidence of other casualties, and of places that only repeat its location, supports the incident as a
 * whole.
 */
function incidentSupports(incident: IncidentInput, counts: (of: CasualtyClass) => boolean): Support[] {
  const node = formatNodeId('Incident', incident.id);
  const { location, places = [], targets, participants, weapons, casualties = [], links } = incident;
  const keys = casualtyKeys(casualties);
  return [
    ...supportsOf(node, incident),
    ...places.flatMap((place) =>
      supportsOf(repeatsSite(place, location) ? node : evidenceKey(node, 'places', placeKey(place)), place),
    ),
    ...partSupports(node, 'targets', targets, (items) => items.map(targetKey)),
    ...partSupports(node, 'participants', participants, (items) => items.map(participantKey)),
    ...partSupports(node, 'weapons', weapons, weaponKeys),
    ...casualties.flatMap((casualty, index) => {
      const isCounted = counts({ kind: casualty.kind, within: casualty.within ?? false });
      return supportsOf(isCounted ? evidenceKey(node, 'casualties', keys[index] as string) : node, casualty);
    }),
    ...partSupports(node, 'links', links, (items) => items.map(incidentLinkKey)),
  ];
}

function partSupports<T extends Evidenced>(
  node: string,
  list: PartList,
  items: readonly T[] = [],
  keysOf: (items: readonly T[]) => string[],
): Support[] {
  const keys = keysOf(items);
  return items.flatMap((item, index) => supportsOf(evidenceKey(node, list, keys[index] as string), item));
}

function supportsOf(key: string, { evidence = [] }: Evidenced): Support[] {
  return evidence.map((evidence) => ({ key, evidence }));
}

function inTextOrder(a: SpanDocument, b: SpanDocument | undefined): number {
  if (!b) return -1;
  return a.start - b.start || a.quote.length - b.quote.length || byCodeUnits(a.key, b.key);
}
