import type { IncidentInput, TargetInput } from '../../entities/article/article.ts';
import { joinSlugs, slugOf } from '../../import/slug.ts';
import type { Doubt } from '../finish-draft.ts';
import type { DraftedActor } from '../names/draft-names.ts';
import { draftCasualties } from './draft-casualties.ts';
import { draftParticipants } from './draft-participants.ts';
import { outcomesOf, targetsOf } from './event-words.ts';
import { type Group, groupReports } from './group-reports.ts';
import { type Mentioned, mentionsOf } from './mentions.ts';
import { type CarriedDay, type IncidentSources, readReports } from './read-reports.ts';

/** An incident of a draft, and how sure its parts are. */
export interface DraftedIncident {
  input: IncidentInput;
  doubts: Doubt[];
}

/** A text with more incidents lists the first ones. */
const maxIncidents = 300;

/** Drafts the incidents of a text: sentences with a toll or an attack, grouped by place, day and kind. */
export function draftIncidents(sources: IncidentSources): DraftedIncident[] {
  const groups = groupReports(readReports(sources));
  const ids = new Set<string>();
  const actors = mentionsOf(sources.names.actors);
  return groups.slice(0, maxIncidents).flatMap((group) => draftIncident(group, actors, sources, ids));
}

function draftIncident(
  group: Group,
  actors: readonly Mentioned<DraftedActor>[],
  sources: IncidentSources,
  ids: Set<string>,
): DraftedIncident[] {
  const { quote } = sources;
  const [first] = group.reports;
  if (!first) return [];
  const evidence = group.reports.flatMap(({ span }) => quote(span)).slice(0, 20);
  if (evidence.length === 0) return [];
  const kind = group.reports.map((report) => report.kind).find(({ type }) => type !== 'OTHER') ?? first.kind;
  const doubts: DraftedIncident['doubts'] = [];
  const { place } = group;
  const carried = group.day ? undefined : carriedDay(group);
  const day = group.day ?? carried?.day;
  if (carried) evidence.push(...quote(carried.span));
  const methods = [...new Set(group.reports.flatMap((report) => report.methods.map(({ meaning }) => meaning)))];
  const casualties = draftCasualties(group, sources);
  const outcome = group.reports.flatMap(({ span }) => outcomesOf(sources.text.slice(span.start, span.end)))[0];
  const targets = draftTargets(group, sources);
  const participants = draftParticipants(group, actors, sources);
  const placeName = place?.drafted.input.name;
  const title = [
    kind.label,
    placeName === undefined ? '' : ` ${place?.isNear ? 'near' : 'in'} ${placeName}`,
    day && !carried?.isDateline ? `, ${day.edtf}` : '',
  ].join('');
  const input: IncidentInput = {
    id: uniqueId(
      joinSlugs(
        ...[
          slugOf(kind.label),
          placeName === undefined ? '' : slugOf(placeName),
          slugOf(day?.edtf.replace('~', '') ?? sources.published.slice(0, 10)),
        ].filter((part) => part !== ''),
      ),
      ids,
    ),
    title,
    type: kind.type,
    ...(kind.subtype && { subtype: kind.subtype }),
    ...(methods.length > 0 && { methods }),
    ...(outcome && { outcome: outcome.meaning }),
    ...(day && { date: { edtf: day.edtf, original: day.original } }),
    ...(place && { location: place.drafted.input.id, ...precisionOf(place) }),
    ...(targets.length > 0 && { targets }),
    ...(participants.length > 0 && { participants }),
    ...(casualties.length > 0 && { casualties }),
    evidence,
  };
  doubts.push({
    of: input,
    key: 'type',
    certainty: kind.type === 'OTHER' ? 0.4 : 0.7,
    reason: `the type is that of the words “${kind.label}”`,
  });
  for (const participant of participants) {
    doubts.push({
      of: participant,
      certainty: 0.55,
      reason: `${participant.role} is the role that the word order gives`,
    });
  }
  if (carried?.isDateline)
    doubts.push({ of: input, key: 'date', certainty: 0.35, reason: 'no day is written; this one is the dateline’s' });
  else if (carried)
    doubts.push({ of: input, key: 'date', certainty: 0.55, reason: 'the day is that of a sentence before' });
  if (!day) doubts.push({ of: input, certainty: 0.5, reason: 'no day is written in its sentences' });
  if (!place) doubts.push({ of: input, certainty: 0.5, reason: 'no place is written in its sentences' });
  if (group.reports.length > 1)
    doubts.push({ of: input, certainty: 0.6, reason: `${group.reports.length} sentences are taken for one incident` });
  return [{ input, doubts }];
}

/** Returns the day that words before a group give. A sentence goes before a dateline. */
function carriedDay({ reports }: Group): CarriedDay | undefined {
  const all = reports.flatMap(({ carried }) => carried ?? []);
  return all.find(({ isDateline }) => !isDateline) ?? all[0];
}

function precisionOf({ drafted, isNear }: NonNullable<Group['place']>): Pick<IncidentInput, 'locationPrecision'> {
  if (isNear) return { locationPrecision: 'NEAR' };
  if (drafted.isCountry) return { locationPrecision: 'COUNTRY' };
  const { kind } = drafted.input;
  return kind === 'ADMIN1' || kind === 'ADMIN2' || kind === 'REGION' ? { locationPrecision: 'AREA' } : {};
}

function uniqueId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = joinSlugs(wanted, String(count));
  ids.add(id);
  return id;
}

function draftTargets(group: Group, { text, quote }: IncidentSources): TargetInput[] {
  const targets = new Map<string, TargetInput>();
  for (const { span } of group.reports) {
    for (const { meaning } of targetsOf(text.slice(span.start, span.end))) {
      if (!targets.has(meaning)) targets.set(meaning, { kind: meaning, evidence: quote(span) });
    }
  }
  return [...targets.values()];
}
