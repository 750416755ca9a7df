import type {
  ActorInput,
  Article,
  CasualtyInput,
  DateInput,
  ParticipantInput,
} from '../../entities/article/article.ts';
import type { IncidentSubtype, IncidentType, ParticipantRole } from '../../generated/schema.ts';
import { isDay } from '../../ingest/parse/edtf.ts';
import type { CrosswalkEntry } from '../crosswalk/entry.ts';
import { ucdpViolence } from '../crosswalk/ucdp.ts';
import { createTextWriter, type Span } from '../quotable-text.ts';
import { type Deaths, type DeathsOf, deathsOf } from './deaths.ts';
import type { GedEvent } from './ged-event.ts';
import { placesOf, precisionOf } from './places.ts';
import { yearOfRelease } from './release.ts';
import { actorsOfSide, namesOfSide } from './sides.ts';

const publisher = {
  url: 'https://ucdp.uu.se/downloads/',
  publisher: 'Uppsala Conflict Data Program',
  language: 'en',
  license: 'CC BY 4.0',
  citation:
    'Sundberg, Ralph and Erik Melander (2013) Introducing the UCDP Georeferenced Event Dataset. Journal of Peace ' +
    'Research 50(4). Davies, Shawn, Therese Pettersson and Magnus Öberg (2023) Organized violence 1989-2022. Journal ' +
    'of Peace Research 60(4).',
};

const nearness: Partial<Record<GedEvent['wherePrecision'], string>> = { 1: '', 2: 'near ' };

/**
 * Turns an event into an article. The text is written from the columns, so that it can be quoted: who, when, where, how
 * many, who reported it, and the headlines of the articles that report the event.
 */
export function articleOfEvent(event: GedEvent, version: number): Article {
  const { write, finish } = createTextWriter();
  const sideA = actorsOfSide(event.sideA);
  const sideB = actorsOfSide(event.sideB);
  const places = placesOf(event);
  const deaths = deathsOf(event);
  const id = `ucdp-${event.id}`;
  const when = event.start === event.end ? event.start : `${event.start} to ${event.end}`;

  const kind = `${ucdpViolence[event.violence].name}${event.conflict && event.conflict !== event.dyad ? ` (${event.conflict})` : ''}`;
  const summaryStart = write(`${kind}: `);
  const spansA = writeNames(event.sideA);
  write(event.violence === 3 ? ' against ' : ' and ');
  const spansB = writeNames(event.sideB);
  const summaryEnd = write('.');
  write('\n');
  const whenSpan = write(`When: ${when}`);
  write('.\n');
  const whereStart = write(`Where: ${nearness[event.wherePrecision] ?? 'in the area of '}`);
  const placeSpans = places.map(({ written }, at) => {
    if (at > 0) write(', ');
    return write(written);
  });
  const whereEnd = write(`${event.description && ` (${event.description})`}`);
  write('.\n');
  const total = write(`Killed: ${event.best} (low ${event.low}, high ${event.high})`);
  const deathSpans = new Map<Deaths['of'], Span>([['total', total]]);
  const parts = { a: event.sideA, b: event.sideB, civilians: 'civilians', unknown: 'of unknown side' };
  for (const [of, name] of Object.entries(parts) as [DeathsOf, string][]) {
    if (event.deaths[of] === 0) continue;
    write(deathSpans.size === 1 ? ': ' : ', ');
    deathSpans.set(of, write(`${name} ${event.deaths[of]}`));
  }
  write('.\n');
  const reportedBy = event.reportedBy ? [write(`Reported by: ${event.reportedBy}`)] : [];
  if (event.reportedBy) write('.\n');
  if (event.sourceCount !== undefined) write(`Number of sources: ${event.sourceCount}.\n`);
  const sources = event.sources.map(({ office, date, headline }) => {
    const line = write(
      `Source: ${[office, date].filter(Boolean).join(', ')}${(office || date) && headline ? ': ' : ''}`,
    );
    const span = headline ? write(headline) : line;
    write('\n');
    return span;
  });
  const { text, evidence } = finish();

  const title = `${event.sideA} ${event.violence === 3 ? 'against' : 'and'} ${event.sideB}: ${event.place}, ${when}`;
  const actors = new Map<string, ActorInput>();
  [...sideA, ...sideB].forEach((actor, at) => {
    const span = [...spansA, ...spansB][at];
    if (!actors.has(actor.id)) actors.set(actor.id, { ...actor, evidence: span ? evidence(span) : [] });
  });
  const summary = { start: summaryStart.start, end: summaryEnd.end };
  const where = { start: whereStart.start, end: whereEnd.end };
  const withEvidence = (side: ActorInput[], spans: Span[]): EvidencedActor[] =>
    side.map(({ id }, at) => ({ actor: id, evidence: evidence(spans[at] as Span) }));
  return {
    id,
    version,
    title,
    ...publisher,
    ...publicationOf(event, version),
    text: text.trimEnd(),
    locations: places.map(({ location }, at) => ({ ...location, evidence: evidence(placeSpans[at] as Span) })),
    actors: [...actors.values()],
    incidents: [
      {
        id,
        title,
        summary: text.slice(summary.start, summary.end),
        scope: event.clarity === 2 ? 'AGGREGATE' : 'EVENT',
        ...kindOf(event),
        date: dateOf(event),
        location: places[0].location.id,
        locationPrecision: precisionOf(event),
        participants: participantsOf(event, withEvidence(sideA, spansA), withEvidence(sideB, spansB)),
        casualties: deaths.map((each) => casualtyOf(each)),
        evidence: evidence(...(sources.length > 0 ? [] : [summary]), whenSpan, where, ...reportedBy, ...sources),
      },
    ],
  };

  function writeNames(side: string): Span[] {
    return namesOfSide(side).map((name, at) => {
      if (at > 0) write(', ');
      return write(name);
    });
  }

  function casualtyOf({ of, count }: Deaths): CasualtyInput {
    const side = of === 'a' ? sideA : of === 'b' ? sideB : [];
    const isGovernment = side.length > 0 && side.every(({ kind }) => kind === 'GOVERNMENT');
    const group = of === 'civilians' ? 'CIVILIAN' : isGovernment ? 'MILITARY' : 'UNKNOWN';
    const [only, ...others] = of === 'civilians' && event.violence === 3 ? sideB : side;
    const actor = only && others.length === 0 ? { actor: only.id } : {};
    return { kind: 'KILLED', count, group, ...actor, evidence: evidence(deathSpans.get(of) as Span) };
  }
}

type EvidencedActor = Required<Pick<ParticipantInput, 'actor' | 'evidence'>>;

/**
 * Returns the participants. Only one-sided violence has known attackers. An actor on both sides, such as clans that share
 * a name, has no side.
 */
function participantsOf(event: GedEvent, sideA: EvidencedActor[], sideB: EvidencedActor[]): ParticipantInput[] {
  const participants = new Map<string, ParticipantInput>();
  [sideA, sideB].forEach((actors, at) => {
    const side = at === 0 ? 'A' : 'B';
    for (const { actor, evidence } of actors) {
      const role = roleOf(event, side, actor);
      const key = `${actor} ${role}`;
      const known = participants.get(key);
      if (!known) participants.set(key, { actor, role, side, evidence });
      else if (known.side !== side) participants.set(key, { actor, role, evidence: known.evidence ?? [] });
    }
  });
  return [...participants.values()];
}

function roleOf(event: GedEvent, side: 'A' | 'B', actor: string): ParticipantRole {
  if (event.violence === 3) return side === 'A' ? 'PERPETRATOR' : 'VICTIM';
  if (!isAgainstCivilians(event)) return 'BELLIGERENT';
  return actor === 'civilians' ? 'VICTIM' : 'OTHER';
}

/** One-sided violence is against civilians; so is what is coded otherwise where one side are civilians. */
function kindOf(event: GedEvent): { type: IncidentType; subtype?: IncidentSubtype } {
  const { type, subtype }: CrosswalkEntry = ucdpViolence[isAgainstCivilians(event) ? 3 : event.violence];
  return { type: type ?? 'OTHER', ...(subtype !== undefined && { subtype }) };
}

/** Returns a day, a whole month, a whole year, or an interval. */
function dateOf({ start, end }: GedEvent): DateInput {
  if (start === end) return { edtf: start };
  const original = `${start} to ${end}`;
  const [year, month] = [start.slice(0, 4), start.slice(0, 7)];
  if (start === `${year}-01-01` && end === `${year}-12-31`) return { edtf: year, original };
  if (start === `${month}-01` && end === lastDayOf(month)) return { edtf: month, original };
  return { edtf: `${start}/${end}`, original };
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function isAgainstCivilians({ violence, sideA, sideB }: GedEvent): boolean {
  return violence === 3 || [...namesOfSide(sideA), ...namesOfSide(sideB)].includes('Civilians');
}

/**
 * The day of the newest source, and never before the event was over. An event without a dated source is published with
 * its release, of which the year is known.
 */
function publicationOf({ sources, end }: GedEvent, version: number): Pick<Article, 'citation' | 'published'> {
  const days = sources.flatMap(({ date }) => (date && isDay(date) ? [date] : []));
  if (days.length > 0) return { citation: publisher.citation, published: [end, ...days].sort().at(-1) as string };
  const released = `${yearOfRelease(version)}-01-01`;
  const note = 'The day of publication is not given: the first day of the year of the release.';
  return { citation: `${publisher.citation} ${note}`, published: released > end ? released : end };
}
