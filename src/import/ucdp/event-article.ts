import type { ActorInput, Article, CasualtyInput, DateInput, ParticipantInput } from '../../article/article.ts';
import { isDay } from '../../ingest/edtf.ts';
import { createTextWriter, type Span } from '../quotable-text.ts';
import { type Deaths, type DeathsOf, deathsOf } from './deaths.ts';
import type { GedEvent } from './ged-event.ts';
import { placesOf, precisionOf } from './places.ts';
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

const kinds = { 1: 'State-based conflict', 2: 'Non-state conflict', 3: 'One-sided violence' };
const nearness: Partial<Record<GedEvent['wherePrecision'], string>> = { 1: '', 2: 'near ' };

/**
 * One event as one article, whose text is written from the columns so that what it says can be quoted: who, when, where,
 * how many, and the headlines of the articles that the event was found in.
 */
export function articleOfEvent(event: GedEvent, version: number): Article {
  const { write, finish } = createTextWriter();
  const sideA = actorsOfSide(event.sideA);
  const sideB = actorsOfSide(event.sideB);
  const places = placesOf(event);
  const deaths = deathsOf(event);
  const id = `ucdp-${event.id}`;
  const when = event.start === event.end ? event.start : `${event.start} to ${event.end}`;

  const kind = `${kinds[event.violence]}${event.conflict && event.conflict !== event.dyad ? ` (${event.conflict})` : ''}`;
  const summaryStart = write(`${kind}: `);
  const spansA = writeNames(event.sideA);
  write(event.violence === 3 ? ' against ' : ' and ');
  const spansB = writeNames(event.sideB);
  const summaryEnd = write('.');
  write(`\nWhen: ${when}.\nWhere: ${nearness[event.wherePrecision] ?? 'in the area of '}`);
  const placeSpans = places.map(({ written }, at) => {
    if (at > 0) write(', ');
    return write(written);
  });
  write(`${event.description && ` (${event.description})`}.\n`);
  const total = write(`Killed: ${event.best} (low ${event.low}, high ${event.high})`);
  const deathSpans = new Map<Deaths['of'], Span>([['total', total]]);
  const parts = { a: event.sideA, b: event.sideB, civilians: 'civilians', unknown: 'of unknown side' };
  for (const [of, name] of Object.entries(parts) as [DeathsOf, string][]) {
    if (event.deaths[of] === 0) continue;
    write(deathSpans.size === 1 ? ': ' : ', ');
    deathSpans.set(of, write(`${name} ${event.deaths[of]}`));
  }
  write('.\n');
  if (event.reportedBy) write(`Reported by: ${event.reportedBy}.\n`);
  const headlines = event.sources.map(({ office, date, headline }) => {
    write(`Source: ${[office, date].filter(Boolean).join(', ')}${(office || date) && headline ? ': ' : ''}`);
    const span = write(headline ?? '');
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
  const told = headlines.flatMap((span) => evidence(span));
  return {
    id,
    version,
    title,
    ...publisher,
    published: publishedOf(event),
    text: text.trimEnd(),
    locations: places.map(({ location }, at) => ({ ...location, evidence: evidence(placeSpans[at] as Span) })),
    actors: [...actors.values()],
    incidents: [
      {
        id,
        title,
        summary: text.slice(summary.start, summary.end),
        scope: event.clarity === 2 ? 'AGGREGATE' : 'EVENT',
        type: event.violence === 3 ? 'VIOLENCE_AGAINST_CIVILIANS' : 'BATTLE',
        date: dateOf(event),
        location: places[0].location.id,
        locationPrecision: precisionOf(event),
        participants: participantsOf(event, sideA, sideB),
        casualties: deaths.map((each) => casualtyOf(each)),
        evidence: told.length > 0 ? told : evidence(summary),
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

/** Who attacked whom is known of one-sided violence only. */
function participantsOf({ violence }: GedEvent, sideA: ActorInput[], sideB: ActorInput[]): ParticipantInput[] {
  const roles = violence === 3 ? (['PERPETRATOR', 'VICTIM'] as const) : (['OTHER', 'OTHER'] as const);
  const participants = new Map<string, ParticipantInput>();
  [sideA, sideB].forEach((side, at) => {
    for (const { id } of side) participants.set(`${id} ${roles[at]}`, { actor: id, role: roles[at] ?? 'OTHER' });
  });
  return [...participants.values()];
}

/** A day, a whole month or year, or the days between which it was. */
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

/** The day of the newest source, and never before the event was over. */
function publishedOf({ sources, end }: GedEvent): string {
  return sources.reduce((newest, { date }) => (date && isDay(date) && date > newest ? date : newest), end);
}
