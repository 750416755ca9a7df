import type { ActorInput, Article, IncidentInput, LocationInput } from '../article/article.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { affiliationKey, incidentLinkKey, participantKey } from '../graph/part-key.ts';

/**
 * What an article states, each once: `Actor:iran#kind`, and of united lists each element, `Actor:iran#aliases=Tehran`.
 * A name is an alias too, and a weapon's method a method, since that is what they are united with.
 */
export function articleStates({ locations = [], actors = [], incidents = [] }: Article): string[] {
  const states = [
    ...locations.flatMap((location) => statesOf('Location', location, namesOf(location))),
    ...actors.flatMap((actor) =>
      statesOf('Actor', actor, { ...namesOf(actor), affiliations: actor.affiliations?.map(affiliationKey) }),
    ),
    ...incidents.flatMap((incident) => statesOf('Incident', incident, unitedOf(incident))),
  ];
  return [...new Set(states)];
}

/** The elements of each united list, by field. */
type United = Record<string, readonly string[] | undefined>;

function statesOf(type: 'Location' | 'Actor' | 'Incident', thing: { id: string }, united: United): string[] {
  const node = formatNodeId(type, thing.id);
  const fields = Object.keys(thing).filter((field) => field !== 'id' && field !== 'evidence' && !(field in united));
  const elements = Object.entries(united).flatMap(([field, values = []]) => values.map((value) => `${field}=${value}`));
  return [...fields, ...elements].map((state) => `${node}#${state}`);
}

function namesOf({ name, aliases = [] }: LocationInput | ActorInput): United {
  return { aliases: [name, ...aliases] };
}

function unitedOf({ methods = [], weapons = [], participants, links }: IncidentInput): United {
  const used = weapons.map(({ method }) => method);
  return {
    methods: [...methods, ...used],
    weapons: used,
    participants: participants?.map(participantKey),
    links: links?.map(incidentLinkKey),
  };
}
