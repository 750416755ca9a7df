import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  ActorDocument,
  DateSpan,
  IncidentDocument,
  LocationDocument,
  Quantity,
  StatementDocument,
} from './documents.ts';
import { evidenceIn, linkId, numberedIds, participantId } from './parts.ts';
import { reportPort, start } from './start.ts';

/*
 * An endpoint without GraphQL, as one would write it for three known pages: it sends the fewest commands, joins by hand,
 * and checks nothing.
 */
const { store } = await start();
const participantsShown = 3;
const statementsShown = 5;
const evidenceShown = 10;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
      const body = Buffer.from(JSON.stringify({ data: await answer(operationName, variables) }));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => reportPort((server.address() as AddressInfo).port));

async function answer(operation: string, { type = '', id = '' }: { type?: string; id?: string }): Promise<object> {
  if (operation === 'One') {
    const [incident] = await nested(await store.findIncidentsById([id.slice('Incident:'.length)]));
    return { incident: incident ?? null };
  }
  if (operation === 'Nested') return { incidents: { nodes: await nested(await pageOf(operation, type, 50)) } };
  if (operation === 'Wide') return { incidents: { nodes: await wide(await pageOf(operation, type, 100)) } };
  throw new Error(`Unknown operation ${operation}`);
}

async function pageOf(operation: string, type: string, first: number): Promise<IncidentDocument[]> {
  const rows = await store.findIncidents(operation, type, first);
  return rows.length > first ? rows.slice(0, first) : rows;
}

async function nested(incidents: IncidentDocument[]): Promise<object[]> {
  const locationIds = new Set<string>();
  const actorIds = new Set<string>();
  for (const { location, participants } of incidents) {
    if (location !== undefined) locationIds.add(location);
    for (let i = 0; i < participants.length && i < participantsShown; i++)
      actorIds.add((participants[i] as { actor: string }).actor);
  }
  const [locations, actors, statements] = await Promise.all([
    locationIds.size > 0 ? store.findLocations([...locationIds]) : [],
    actorIds.size > 0 ? store.findActors([...actorIds]) : [],
    store.findStatementsOf(
      incidents.map(({ _id }) => _id),
      statementsShown,
    ),
  ]);
  const locationOf = new Map(locations.map((location) => [location._id, toLocation(location)]));
  const actorOf = new Map(actors.map((actor) => [actor._id, toActor(actor)]));
  const statementsOf = new Map(statements.map(({ _id, rows }) => [_id, rows.slice(0, statementsShown)]));
  const speakerIds = new Set<string>();
  for (const rows of statementsOf.values())
    for (const { speaker } of rows) if (speaker !== undefined && !actorOf.has(speaker)) speakerIds.add(speaker);
  if (speakerIds.size > 0)
    for (const actor of await store.findActors([...speakerIds])) actorOf.set(actor._id, toActor(actor));
  return incidents.map((incident) => ({
    id: `Incident:${incident._id}`,
    title: incident.title,
    type: incident.type,
    date: incident.date ? toDay(incident.date) : null,
    outcome: incident.outcome,
    location: incident.location === undefined ? null : (locationOf.get(incident.location) ?? null),
    participants: incident.participants.slice(0, participantsShown).map(({ role, status, actor }) => ({
      role,
      status: status ?? null,
      actor: actorOf.get(actor),
    })),
    statements: {
      nodes: (statementsOf.get(incident._id) ?? []).map((statement) => toStatement(statement, actorOf)),
    },
  }));
}

async function wide(incidents: IncidentDocument[]): Promise<object[]> {
  const rows = await store.findEvidenceOf(
    incidents.map(({ _id }) => _id),
    evidenceShown,
  );
  const articlesOf = new Map(rows.map(({ key, articles }) => [key, articles]));
  return incidents.map((incident) => {
    const { _id, title, weapons = [], casualties = [], links = [] } = incident;
    const id = `Incident:${_id}`;
    const weaponIds = numberedIds(
      _id,
      'weapons',
      weapons.map(({ method }) => method),
    );
    const casualtyIds = numberedIds(
      _id,
      'casualties',
      casualties.map(({ kind }) => kind),
    );
    return {
      id,
      label: title,
      title,
      summary: incident.summary ?? null,
      scope: incident.scope,
      type: incident.type,
      methods: incident.methods,
      outcome: incident.outcome,
      count: toQuantity(incident.count),
      date: incident.date ? { ...toDay(incident.date), ...toWords(incident.date) } : null,
      locationPrecision: incident.locationPrecision,
      publisherCount: incident.publisherCount,
      weapons: weapons.map(({ method, count, outcome, certain }, index) => ({
        id: weaponIds[index],
        method,
        count: toQuantity(count),
        outcome,
        certain,
      })),
      participants: incident.participants.map((participant) => ({
        id: participantId(_id, participant),
        role: participant.role,
        status: participant.status ?? null,
      })),
      casualties: casualties.map(({ kind, count, group, severity, later = null }, index) => ({
        id: casualtyIds[index],
        kind,
        count: toQuantity(count),
        group,
        severity,
        later,
      })),
      links: links.map((link) => ({ id: linkId(_id, link), type: link.type })),
      evidence: evidenceIn(articlesOf.get(id) ?? [], id, evidenceShown),
    };
  });
}

function toDay({
  start = null,
  end = null,
  precision,
}: Omit<DateSpan, 'start' | 'end'> & { start?: string | null; end?: string | null }) {
  return { start, end, precision };
}

function toWords({ edtf, original }: DateSpan) {
  return { edtf, original: original ?? null };
}

function toQuantity(quantity: Quantity | undefined): object | null {
  if (!quantity) return null;
  const { min, max, best, original } = quantity;
  return { min, max: max ?? null, best: best ?? null, original: original ?? null };
}

function toActor({ _id, name, kind }: ActorDocument): object {
  return { id: `Actor:${_id}`, name, kind };
}

function toLocation({ _id, name, kind, country, point }: LocationDocument): object {
  return {
    id: `Location:${_id}`,
    name,
    kind,
    country: country ?? null,
    point: point ? { latitude: point.coordinates[1], longitude: point.coordinates[0] } : null,
  };
}

function toStatement({ _id, type, text, speaker }: StatementDocument, actorOf: Map<string, object>): object {
  return {
    id: `Statement:${_id}`,
    type,
    text,
    speaker: speaker === undefined ? null : (actorOf.get(speaker) ?? null),
  };
}
