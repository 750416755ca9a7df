import type {
  ActorInput,
  Article,
  DateInput,
  IncidentInput,
  ParticipantInput,
} from '../../entities/article/article.ts';
import { alpha2OfNumeric, countryOf } from '../countries.ts';
import { acledGeoPrecision, acledSubEventTypes } from '../crosswalk/acled.ts';
import { type EventPlace, kindByName, placeChain } from '../place-chain.ts';
import { createTextWriter, type Span } from '../quotable-text.ts';
import type { AcledEvent } from './acled-event.ts';
import { actorOf } from './actors.ts';
import { associatedRolesOf, rolesOf } from './roles.ts';

const publisher = {
  url: 'https://acleddata.com/',
  publisher: 'Armed Conflict Location & Event Data (ACLED)',
  language: 'en',
  license: 'ACLED Terms of Use: attribution required, no redistribution of the data',
};

/**
 * Turns an event into an article. The text is the notes and then the columns in words, so that they can be quoted.
 * `accessed` is the day when the file was downloaded, which ACLED asks to be cited.
 */
export function articleOfEvent(event: AcledEvent, accessed: string | undefined): Article {
  const { write, finish } = createTextWriter();
  const id = `acled-${event.id.toLowerCase()}`;
  const places = placesOf(event);
  const [sideA, sideB] = event.sides;
  const joined = event.eventType === 'Violence against civilians' ? 'against' : 'and';

  const notes = event.notes === '' ? [] : [write(event.notes)];
  if (event.notes !== '') write('\n');
  const kind = write(`Event: ${event.eventType}, ${event.subEventType}`);
  write('.\n');
  write('Actors: ');
  const spans = event.sides.map(({ actor, associated }, at) => {
    if (at > 0) write(` ${joined} `);
    const main = write(actor);
    return [
      main,
      ...associated.map((each, index) => {
        write(index === 0 ? ' (with ' : ', ');
        const span = write(each);
        if (index === associated.length - 1) write(')');
        return span;
      }),
    ];
  });
  write('.\n');
  const when = write(`When: ${whenOf(event)}`);
  write('.\n');
  const whereStart = write('Where: ');
  const placeSpans = places.map(({ written }, at) => {
    if (at > 0) write(', ');
    return write(written);
  });
  const where = { start: whereStart.start, end: (placeSpans.at(-1) ?? whereStart).end };
  write('.\n');
  const killed = write(event.fatalities === 0 ? 'Killed: none reported' : `Killed: ${event.fatalities}`);
  write('.\n');
  if (event.isTargetingCivilians) write('Civilians targeted.\n');
  if (event.tags.length > 0) write(`Tags: ${event.tags.join('; ')}.\n`);
  const sources = event.sources.map((source) => {
    const span = write(`Source: ${source}`);
    write('.\n');
    return span;
  });
  if (event.sourceScale !== '') write(`Source scale: ${event.sourceScale}.\n`);
  const { text, evidence } = finish();

  const actors = new Map<string, ActorInput>();
  const participants = new Map<string, ParticipantInput>();
  event.sides.forEach((side, at) => {
    [side.actor, ...side.associated].forEach((name, index) => {
      const actor = actorOf(name, index === 0 ? side.inter : undefined);
      const quotes = evidence(spans[at]?.[index] as Span);
      if (!actors.has(actor.id)) actors.set(actor.id, { ...actor, evidence: quotes });
      for (const role of index === 0 ? rolesOf(event, side) : associatedRolesOf(event, side, name)) {
        const key = `${actor.id} ${role}`;
        const letter = at === 0 ? 'A' : 'B';
        const known = participants.get(key);
        if (!known) participants.set(key, { actor: actor.id, role, side: letter, evidence: quotes });
        // Rioters may fight rioters: an actor on both sides has none.
        else if (known.side !== letter)
          participants.set(key, { actor: actor.id, role, evidence: known.evidence ?? [] });
      }
    });
  });

  const title = `${sideA.actor}${sideB ? ` ${joined} ${sideB.actor}` : ''}: ${event.location}, ${event.date}`;
  const entry: IncidentInput = {
    id,
    title,
    summary: event.notes === '' ? text.slice(kind.start, kind.end) : event.notes,
    scope: 'EVENT',
    ...kindOf(event),
    date: dateOf(event),
    location: places[0].location.id,
    locationPrecision: acledGeoPrecision[event.geoPrecision].locationPrecision,
    participants: [...participants.values()],
    ...(event.fatalities > 0 && {
      casualties: [
        { kind: 'KILLED', count: { min: event.fatalities, max: event.fatalities }, evidence: evidence(killed) },
      ],
    }),
    evidence: evidence(...notes, kind, when, where, ...sources),
  };
  return {
    id,
    ...(event.timestamp !== undefined && { version: event.timestamp }),
    title,
    ...publisher,
    citation: citationOf(event, accessed),
    published: publishedOf(event),
    text: text.trimEnd(),
    locations: places.map(({ location }, at) => ({ ...location, evidence: evidence(placeSpans[at] as Span) })),
    actors: [...actors.values()],
    incidents: [entry],
  };
}

function kindOf({ subEventType }: AcledEvent): Pick<IncidentInput, 'type' | 'subtype' | 'methods'> {
  const entry = acledSubEventTypes[subEventType];
  return {
    type: entry.type,
    ...('subtype' in entry && { subtype: entry.subtype }),
    ...('methods' in entry && { methods: [...entry.methods] }),
  };
}

function placesOf(event: AcledEvent): [EventPlace, ...EventPlace[]] {
  const { country, location, geoPrecision } = event;
  const known = countryOf(country, alpha2OfNumeric(event.iso));
  // `Mosul - Old City` is a part of Mosul.
  const kind = location.includes(' - ') ? 'NEIGHBOURHOOD' : (kindByName(location) ?? 'OTHER');
  return placeChain({
    country: { written: country, known, code: known.code },
    adm1: event.admin1,
    adm2: event.admin2,
    place: { written: location, kind, isOwn: geoPrecision < 3 },
    point: { latitude: event.latitude, longitude: event.longitude },
  });
}

function whenOf({ date, timePrecision }: AcledEvent): string {
  if (timePrecision === 1) return date;
  return timePrecision === 2 ? `about ${date}, within the week` : `within the month ${date.slice(0, 7)}`;
}

function dateOf(event: AcledEvent): DateInput {
  const { date, timePrecision } = event;
  if (timePrecision === 1) return { edtf: date };
  return { edtf: timePrecision === 2 ? `${date}~` : date.slice(0, 7), original: whenOf(event) };
}

/** The moment of the upload; the day of the event if it is unknown. No event is published before it happened. */
function publishedOf({ date, timestamp }: AcledEvent): string {
  const moment = timestamp === undefined ? date : new Date(timestamp * 1_000).toISOString();
  return moment < date ? date : moment;
}

function citationOf({ timestamp }: AcledEvent, accessed: string | undefined): string {
  const snapshot = accessed === undefined ? '' : `, accessed on ${accessed}`;
  const note = timestamp === undefined ? ' The day of publication is not given: the day of the event.' : '';
  return (
    `Armed Conflict Location & Event Data (ACLED), www.acleddata.com${snapshot}. Event types, actors and places are ` +
    `converted to the terms of this graph.${note}`
  );
}
