import DataLoader from 'dataloader';
import type {
  ActorDocument,
  ArticleDocument,
  IncidentDocument,
  LocationDocument,
  StatementDocument,
} from './documents.ts';
import { evidenceIn, linkId, numberedIds, participantId } from './parts.ts';
import type { PeerStore } from './store.ts';

/** The context of the GraphQL peers: the loaders of one request, and the store. */
export function createContext(store: PeerStore) {
  return {
    store,
    incidents: loaderOf(store.findIncidentsById),
    actors: loaderOf(store.findActors),
    locations: loaderOf(store.findLocations),
    statements: new DataLoader<Children, StatementDocument[], string>(
      async (keys) => {
        const first = (keys[0] as Children).first;
        const rows = await store.findStatementsOf(
          keys.map(({ incident }) => incident),
          first,
        );
        const byIncident = new Map(rows.map(({ _id, rows }) => [_id, rows.slice(0, first)]));
        return keys.map(({ incident }) => byIncident.get(incident) ?? []);
      },
      { cacheKeyFn: keyOf },
    ),
    evidence: new DataLoader<Children, ArticleDocument[], string>(
      async (keys) => {
        const rows = await store.findEvidenceOf(
          keys.map(({ incident }) => incident),
          (keys[0] as Children).first,
        );
        const byKey = new Map(rows.map(({ key, articles }) => [key, articles]));
        return keys.map(({ incident }) => byKey.get(`Incident:${incident}`) ?? []);
      },
      { cacheKeyFn: keyOf },
    ),
  };
}

type Context = ReturnType<typeof createContext>;

/** The first children of an incident. All keys of a request have the same `first`. */
interface Children {
  incident: string;
  first: number;
}

function keyOf({ incident, first }: Children): string {
  return `${incident} ${first}`;
}

function loaderOf<D extends { _id: string }>(find: (ids: readonly string[]) => Promise<D[]>) {
  return new DataLoader<string, D | null>(async (ids) => {
    const byId = new Map((await find(ids)).map((document) => [document._id, document]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

interface First {
  first: number;
}

/** A resolver for each field that a document does not hold itself; the others are property reads. */
export const resolvers = {
  Query: {
    incident: (_root: unknown, { id }: { id: string }, { incidents }: Context) =>
      incidents.load(id.replace('Incident:', '')),
    incidents: async (
      _root: unknown,
      { first, where }: First & { where: { type: { eq: string } } },
      { store }: Context,
      { operation }: { operation: { name?: { value: string } } },
    ) => {
      const rows = await store.findIncidents(operation.name?.value ?? '', where.type.eq, first);
      return { nodes: rows.slice(0, first) };
    },
  },
  Incident: {
    id: ({ _id }: IncidentDocument) => `Incident:${_id}`,
    label: ({ title }: IncidentDocument) => title,
    location: ({ location }: IncidentDocument, _args: unknown, { locations }: Context) =>
      location === undefined ? null : locations.load(location),
    participants: ({ _id, participants }: IncidentDocument, { first }: First) =>
      participants.slice(0, first).map((participant) => ({ ...participant, incident: _id })),
    weapons: ({ _id, weapons = [] }: IncidentDocument, { first }: First) => {
      const methods = weapons.map(({ method }) => method);
      return withIds(weapons, numberedIds(_id, 'weapons', methods)).slice(0, first);
    },
    casualties: ({ _id, casualties = [] }: IncidentDocument, { first }: First) => {
      const kinds = casualties.map(({ kind }) => kind);
      return withIds(casualties, numberedIds(_id, 'casualties', kinds)).slice(0, first);
    },
    links: ({ _id, links = [] }: IncidentDocument, { first }: First) =>
      links.slice(0, first).map((link) => ({ ...link, id: linkId(_id, link) })),
    statements: async ({ _id }: IncidentDocument, { first }: First, { statements }: Context) => ({
      nodes: await statements.load({ incident: _id, first }),
    }),
    evidence: async ({ _id }: IncidentDocument, { first }: First, { evidence }: Context) =>
      evidenceIn(await evidence.load({ incident: _id, first }), `Incident:${_id}`, first),
  },
  Participant: {
    id: ({ incident, ...participant }: { incident: string; role: string; actor: string }) =>
      participantId(incident, participant),
    actor: ({ actor }: { actor: string }, _args: unknown, { actors }: Context) => actors.load(actor),
  },
  Actor: { id: ({ _id }: ActorDocument) => `Actor:${_id}` },
  Location: {
    id: ({ _id }: LocationDocument) => `Location:${_id}`,
    point: ({ point }: LocationDocument) =>
      point ? { latitude: point.coordinates[1], longitude: point.coordinates[0] } : null,
  },
  Statement: {
    id: ({ _id }: StatementDocument) => `Statement:${_id}`,
    speaker: ({ speaker }: StatementDocument, _args: unknown, { actors }: Context) =>
      speaker === undefined ? null : actors.load(speaker),
  },
};

function withIds<P>(parts: readonly P[], ids: readonly string[]): (P & { id: string | undefined })[] {
  return parts.map((part, index) => ({ ...part, id: ids[index] }));
}
