import type {
  CasualtyInput,
  EvidenceInput,
  IncidentInput,
  ParticipantInput,
  TargetInput,
} from '../../entities/article/article.ts';
import type { Method } from '../../generated/schema.ts';
import { joinSlugs, slugOf } from '../../import/slug.ts';
import { mentionsWithin, type Reading } from '../../ingest/ground/reading.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import { type DayMention, readDays } from '../dates/read-days.ts';
import type { Doubt } from '../finish-draft.ts';
import type { DraftedActor, DraftedNames, DraftedPlace } from '../names/draft-names.ts';
import { type EventKind, eventKindOf, methodsOf, outcomesOf, targetsOf } from './event-words.ts';
import { readTolls, type Toll } from './read-tolls.ts';

/** An incident of a draft, and how sure its parts are. */
export interface DraftedIncident {
  input: IncidentInput;
  doubts: Doubt[];
}

/** What one sentence says of an incident. */
interface Report {
  sentence: number;
  span: Span;
  kind: EventKind;
  methods: { meaning: Method; start: number; end: number }[];
  tolls: Toll[];
  day?: DayMention;
  /** The day that a sentence shortly before gives. */
  carried?: { day: DayMention; span: Span };
  place?: { drafted: DraftedPlace; isNear: boolean; start: number };
}

/** Sentences that tell of one incident. */
interface Group {
  reports: Report[];
  day?: DayMention;
  place?: { drafted: DraftedPlace; isNear: boolean };
}

/** The maximum number of sentences from one that gives a day to one that tells what happened on it. */
const maxCarried = 4;

/** A text with more incidents lists the first ones. */
const maxIncidents = 300;

export interface IncidentSources {
  /** The text without markup, of the same length as the text. */
  text: string;
  reading: Reading;
  published: string;
  names: DraftedNames;
  quote: (span: Span) => EvidenceInput[];
}

/** Drafts the incidents of a text: sentences with a toll or an attack, grouped by place, day and kind. */
export function draftIncidents(sources: IncidentSources): DraftedIncident[] {
  const groups = groupReports(readReports(sources));
  const ids = new Set<string>();
  return groups.slice(0, maxIncidents).flatMap((group) => draftIncident(group, sources, ids));
}

function readReports(sources: IncidentSources): Report[] {
  const { text, reading, published, names } = sources;
  const { sentences, sentenceStarts, words } = reading;
  const places = placeMentions(names);
  const persons = names.actors.filter(({ input }) => input.kind === 'PERSON').flatMap(({ mentions }) => mentions);
  const reports: Report[] = [];
  let carried: { day: DayMention; span: Span; sentence: number } | undefined;
  let placeIndex = 0;
  for (const [index, span] of sentences.entries()) {
    while ((places[placeIndex]?.mention.start ?? Number.POSITIVE_INFINITY) < span.start) placeIndex++;
    const sentence = text.slice(span.start, span.end);
    const range = { from: sentenceStarts[index] ?? 0, to: sentenceStarts[index + 1] ?? words.words.length };
    const dateline = datelineEnd(sentence);
    const days = readDays(text, { start: span.start + dateline, end: span.end }, published);
    const told = days.filter((each) => !isOfOther(each, text));
    if (isHeading(sentence, range.to - range.from)) continue;
    const numbers = mentionsWithin(reading.numbers, [range]);
    const tolls = readTolls(
      words,
      range,
      numbers,
      index,
      persons.filter(({ start, end }) => start >= span.start && end <= span.end),
    ).filter(({ from }) => (words.starts[from] ?? 0) >= span.start + dateline);
    const methods = methodsOf(sentence);
    if (tolls.length === 0 && methods.length === 0) {
      const day = told.at(-1);
      if (day) carried = { day, span, sentence: index };
      continue;
    }
    const own = places
      .slice(placeIndex)
      .filter(({ mention }) => mention.start < span.end && mention.start >= span.start + dateline);
    const place = choosePlace(own, text);
    const day = chooseDay(told.length > 0 ? told : days, tolls, words.starts);
    const before = day || !carried || index - carried.sentence > maxCarried ? undefined : carried;
    if (day) carried = { day, span, sentence: index };
    reports.push({
      sentence: index,
      span: { start: dateline > 0 ? span.start + skipSpace(sentence, dateline) : span.start, end: span.end },
      kind: eventKindOf(
        sentence,
        methods.map(({ meaning }) => meaning),
        tolls,
      ),
      methods: methods.map(({ meaning, start, end }) => ({
        meaning,
        start: span.start + start,
        end: span.start + end,
      })),
      tolls,
      ...(day && { day }),
      ...(before && { carried: before }),
      ...(place && { place }),
    });
  }
  return reports;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s–—-]/.test(text.charAt(at))) at++;
  return at;
}

function placeMentions(names: DraftedNames) {
  return names.places
    .flatMap((drafted) => drafted.mentions.map((mention) => ({ mention, drafted })))
    .sort((a, b) => a.mention.start - b.mention.start);
}

/** The end of a dateline such as `KABUL, Afghanistan (Jan. 25, 2013) –`, whose place and day are those of the report. */
function datelineEnd(sentence: string): number {
  const found =
    /^.{0,400}?\p{Lu}{3,}[\p{Lu} .'-]*(?:, ?[\p{L}. ]{2,30})? ?\((?:[^()]{3,30})\)(?:\s*[–—-]+)?/su.exec(sentence) ??
    /^\p{Lu}{3,}[\p{Lu} .'-]*(?:, ?[\p{L}. ]{2,30})? ?[–—]/u.exec(sentence);
  return found?.[0].length ?? 0;
}

function isHeading(sentence: string, words: number): boolean {
  return words < 4 || (!/[.!?”"’)]$/.test(sentence) && words < 14);
}

/** The place of an event: the first one after a preposition of place, the narrowest first. */
function choosePlace(mentions: readonly { mention: Span; drafted: DraftedPlace }[], text: string): Report['place'] {
  const located = mentions.flatMap(({ mention, drafted }) => {
    const before = text.slice(Math.max(0, mention.start - 40), mention.start);
    const found =
      /\b(in|near|at|outside|of|around|inside|on|north|south|east|west|over|from|to) (?:the )?(?:[a-z]+ (?:of|in) (?:the )?)?(?:[a-z-]+ )?$/i.exec(
        before,
      );
    const preposition = found?.[1]?.toLowerCase();
    return [
      {
        drafted,
        start: mention.start,
        isNear: preposition === 'near' || preposition === 'outside',
        isSited: preposition !== undefined && preposition !== 'from' && preposition !== 'to',
      },
    ];
  });
  const sited = located.filter(({ isSited }) => isSited);
  const chosen =
    sited.find(({ drafted }) => !drafted.isCountry) ??
    sited[0] ??
    located.find(({ drafted }) => !drafted.isCountry && located.length === 1);
  return chosen && { drafted: chosen.drafted, isNear: chosen.isNear, start: chosen.start };
}

/** Whether a day is that of something else: `Tuesday's attack`, `since Monday`, `said on Monday`. */
function isOfOther({ start, end }: DayMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  if (/^['’]s\b/.test(after)) return true;
  if (/^,? (?:also )?(?:confirm|announc|said|that\b|report)/i.test(after)) return true;
  if (/\bthe $/i.test(before) && /^ [a-z]+/.test(after)) return true;
  return /\b(?:since|until|before|after|said|announced|confirmed|told \w+|reported)(?: on)? $/i.test(before);
}

/** The day of an event: the one nearest to its toll. */
function chooseDay(
  days: readonly DayMention[],
  tolls: readonly Toll[],
  starts: readonly number[],
): DayMention | undefined {
  const at = starts[tolls[0]?.from ?? -1];
  if (at === undefined || days.length < 2) return days[0];
  return [...days].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}

function groupReports(reports: readonly Report[]): Group[] {
  const groups: Group[] = [];
  for (const report of reports) {
    const recent = groups.slice(-12).reverse();
    const group = recent.find((each) => isSame(each, report));
    if (!group) {
      groups.push({
        reports: [report],
        ...(report.day && { day: report.day }),
        ...(report.place && { place: report.place }),
      });
      continue;
    }
    group.reports.push(report);
    group.day ??= report.day as DayMention;
    group.place ??= report.place as NonNullable<Group['place']>;
    if (report.place && group.place && isPartOf(report.place.drafted, group.place.drafted)) group.place = report.place;
  }
  return groups;
}

function isPartOf(inner: DraftedPlace, outer: DraftedPlace): boolean {
  return inner !== outer && inner.input.partOf === outer.input.id;
}

function isSame(group: Group, report: Report): boolean {
  const last = group.reports.at(-1);
  if (!last) return false;
  const distance = report.sentence - last.sentence;
  const hasNothingNew = !report.day && !report.place;
  const samePlace =
    !report.place ||
    !group.place ||
    report.place.drafted === group.place.drafted ||
    isPartOf(report.place.drafted, group.place.drafted) ||
    isPartOf(group.place.drafted, report.place.drafted);
  const sameDay = !report.day || !group.day || report.day.edtf === group.day.edtf;
  const sameKind = group.reports.some(({ kind }) => areCompatible(kind, report.kind));
  if (!samePlace || !sameDay) return false;
  if (hasNothingNew) return distance <= 3 && sameKind;
  return (
    sameKind &&
    (distance <= 6 ||
      (report.day !== undefined && report.place !== undefined && group.day !== undefined && group.place !== undefined))
  );
}

function areCompatible(a: EventKind, b: EventKind): boolean {
  if (a.type === b.type && (a.subtype === b.subtype || !a.subtype || !b.subtype)) return true;
  const vague = new Set(['OTHER']);
  if (vague.has(a.type) || vague.has(b.type)) return true;
  return isArrest(a) || isArrest(b);
}

function isArrest({ subtype }: EventKind): boolean {
  return subtype === 'ARREST';
}

function draftIncident(group: Group, sources: IncidentSources, ids: Set<string>): DraftedIncident[] {
  const { reading, names, quote } = sources;
  const [first] = group.reports;
  if (!first) return [];
  const evidence = group.reports.flatMap(({ span }) => quote(span)).slice(0, 20);
  if (evidence.length === 0) return [];
  const kind = group.reports.map((report) => report.kind).find(({ type }) => type !== 'OTHER') ?? first.kind;
  const doubts: DraftedIncident['doubts'] = [];
  const { place } = group;
  const carried = group.day ? undefined : group.reports.find((report) => report.carried)?.carried;
  const day = group.day ?? carried?.day;
  if (carried) evidence.push(...quote(carried.span));
  const methods = [...new Set(group.reports.flatMap((report) => report.methods.map(({ meaning }) => meaning)))];
  const casualties = draftCasualties(group, quote, reading);
  const outcome = group.reports.flatMap(({ span }) => outcomesOf(sources.text.slice(span.start, span.end)))[0];
  const targets = draftTargets(group, sources);
  const participants = draftParticipants(group, names.actors, sources);
  const placeName = place?.drafted.input.name;
  const title = [
    kind.label,
    placeName === undefined ? '' : ` ${place?.isNear ? 'near' : 'in'} ${placeName}`,
    day ? `, ${day.edtf}` : '',
  ].join('');
  const input: IncidentInput = {
    id: uniqueId(
      joinSlugs(
        ...[
          slugOf(kind.label),
          placeName === undefined ? '' : slugOf(placeName),
          slugOf(day?.edtf ?? sources.published.slice(0, 10)),
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
  if (carried) doubts.push({ of: input, key: 'date', certainty: 0.55, reason: 'the day is that of a sentence before' });
  if (!day) doubts.push({ of: input, certainty: 0.5, reason: 'no day is written in its sentences' });
  if (!place) doubts.push({ of: input, certainty: 0.5, reason: 'no place is written in its sentences' });
  if (group.reports.length > 1)
    doubts.push({ of: input, certainty: 0.6, reason: `${group.reports.length} sentences are taken for one incident` });
  return [{ input, doubts }];
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

/** A number that stands in several sentences is one; a vague one gives way to the number that explains it. */
function draftCasualties(group: Group, quote: IncidentSources['quote'], reading: Reading): CasualtyInput[] {
  const kept: Toll[] = [];
  for (const toll of group.reports.flatMap(({ tolls }) => tolls)) {
    const known = kept.filter((each) => isSameToll(each, toll));
    const vague = known.find((each) => each.isVague && !toll.isVague);
    if (known.length === 0 || (toll.isFurther && !vague)) kept.push(toll);
    else if (vague) kept[kept.indexOf(vague)] = toll;
  }
  return kept.slice(0, 30).map(({ kind, count, group: people, demographic, sentence }) => {
    const span = reading.sentences[sentence];
    return {
      kind,
      count,
      ...(people && { group: people }),
      ...(demographic && { demographic }),
      evidence: span ? quote(group.reports.find((report) => report.sentence === sentence)?.span ?? span) : [],
    };
  });
}

/** Whether two sentences give the toll of the same people. Who was captured was arrested. */
function isSameToll(a: Toll, b: Toll): boolean {
  const isTaken = ({ kind }: Toll) => kind === 'CAPTURED' || kind === 'ARRESTED';
  if (a.sentence === b.sentence || !(a.kind === b.kind || (isTaken(a) && isTaken(b)))) return false;
  return a.group === b.group || a.group === undefined || b.group === undefined;
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

/** Verbs whose subject does harm to their object. */
const harms =
  /^(?:(?:has|have|had|also|then|later|reportedly|allegedly|successfully) )*(?:killed|killing|wounded|injured|attacked|struck|hit|bombed|shelled|ambushed|abducted|kidnapped|captured|detained|arrested|executed|beheaded|targeted|fired|launched|raided|destroyed|opened fire|carried out|conducted|engaged|shot|murdered)\b/i;

function draftParticipants(
  group: Group,
  actors: readonly DraftedActor[],
  { text, quote }: IncidentSources,
): ParticipantInput[] {
  const participants = new Map<string, ParticipantInput>();
  for (const { span, tolls, methods } of group.reports) {
    if (tolls.length === 0 && methods.length === 0) continue;
    for (const actor of actors) {
      for (const mention of actor.mentions) {
        if (mention.start < span.start || mention.end > span.end) continue;
        const before = text.slice(Math.max(span.start, mention.start - 60), mention.start);
        const after = text.slice(mention.end, Math.min(span.end, mention.end + 60));
        const role = roleOf(before, after, actor.input.kind === 'PERSON');
        if (!role) continue;
        const key = `${actor.input.id} ${role}`;
        if (!participants.has(key)) participants.set(key, { actor: actor.input.id, role, evidence: quote(span) });
      }
    }
  }
  return [...participants.values()].slice(0, 20);
}

function roleOf(before: string, after: string, isPerson: boolean): ParticipantInput['role'] | undefined {
  const isHedged = /\b(?:suspected|allegedly|alleged|accused|blamed|believed)\b/i.test(
    `${before} ${after.slice(0, 30)}`,
  );
  if (
    /\b(?:killing|killed|wounding|injuring|captured|detained|arrested|abducted|kidnapped|targeting|targeted|against|attack(?:s|ed)? on|strikes? on|striking)(?: (?:a|an|the|several|two|three|four|five|some|senior|at least|\d+|suspected|[a-z]+ leader,?))* $/i.test(
      before,
    )
  )
    return isPerson ? 'VICTIM' : 'TARGET';
  if (harms.test(after.trimStart())) return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  if (
    /^ (?:forces|troops|militants|fighters|insurgents|warplanes|aircraft|jets|gunmen|rebels|soldiers|police|army|military|drones?)\b/.test(
      after,
    ) &&
    harms.test(after.replace(/^ \w+/, '').trimStart())
  )
    return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  if (
    /\b(?:killed|wounded|injured|attacked|struck|hit|bombed|shelled|ambushed|abducted|kidnapped|captured|detained|arrested|carried out|conducted|launched|fired|perpetrated|committed) by (?:the |a |an |suspected )?$/i.test(
      before,
    )
  )
    return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  return undefined;
}
