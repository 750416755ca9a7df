import { createRequire } from 'node:module';
import type {
  ActorKind,
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  Damage,
  Demographic,
  Hedge,
  IncidentSubtype,
  IncidentType,
  LocationKind,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  Severity,
  SpeechMode,
  StatementType,
  TargetKind,
} from '../../generated/schema.ts';
import { isJsonObject, type JsonObject } from '../../ingest/json/json-object.ts';
import type { RejectedFact } from '../draft.ts';

/** The facts of a model that have the form of the schema: quotes, words and enum values. */
export interface ModelAnswer {
  locations: { name: string; kind?: LocationKind }[];
  actors: { name: string; kind?: ActorKind }[];
  incidents: ModelIncident[];
  statements: ModelStatement[];
}

export interface ModelIncident {
  title: string;
  type: IncidentType;
  subtype?: IncidentSubtype;
  occurrence?: Occurrence;
  methods?: Method[];
  outcome?: Outcome;
  date?: string;
  location?: string;
  locationPrecision?: LocationPrecision;
  targets?: { kind: TargetKind; name?: string; damage?: Damage; evidence: string[] }[];
  participants?: { actor: string; role: ParticipantRole; status?: AttributionStatus; evidence: string[] }[];
  casualties?: {
    kind: CasualtyKind;
    count?: string;
    group?: CasualtyGroup;
    demographic?: Demographic;
    severity?: Severity;
    evidence: string[];
  }[];
  evidence: string[];
}

export interface ModelStatement {
  type: StatementType;
  speaker?: string;
  onBehalfOf?: string;
  quote?: string;
  mode?: SpeechMode;
  hedge?: Hedge;
  anonymous?: boolean;
  evidence: string[];
}

const lists = ['locations', 'actors', 'incidents', 'statements'] as const;
/** A model that gives more of a list repeats itself, or follows what a text asks for. */
const maxElements = 200;

export function emptyAnswer(): ModelAnswer {
  return { locations: [], actors: [], incidents: [], statements: [] };
}

/**
 * Returns the elements of an answer that match the schema. Each other one, and each element beyond 200 of a list, is
 * added to `rejected`.
 */
export function parseModelAnswer(answer: unknown, schema: JsonObject, rejected: RejectedFact[]): ModelAnswer {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(schema, 'draft');
  const taken = emptyAnswer();
  const given = isJsonObject(answer) ? answer : {};
  for (const key of Object.keys(given))
    if (!(lists as readonly string[]).includes(key))
      rejected.push(rejection(given[key], `${key} is no key of the schema`));
  for (const list of lists) {
    const elements = given[list] ?? [];
    if (!Array.isArray(elements)) {
      rejected.push(rejection(elements, `${list} must be an array`));
      continue;
    }
    const validate = ajv.getSchema(`draft#/$defs/${list.slice(0, -1)}`);
    for (const element of elements.slice(0, maxElements)) {
      if (validate?.(element)) (taken[list] as unknown[]).push(element);
      else rejected.push(rejection(element, ajv.errorsText(validate?.errors ?? [], { dataVar: list.slice(0, -1) })));
    }
    if (elements.length > maxElements)
      rejected.push(
        rejection(
          elements[maxElements],
          `${elements.length - maxElements} of ${elements.length} ${list} are more than the ${maxElements} that are taken`,
        ),
      );
  }
  return taken;
}

/** The length of a rejected fact that is shown. */
const maxShown = 400;

export function rejection(fact: unknown, reason: string): RejectedFact {
  const json = JSON.stringify(fact) ?? 'null';
  return { fact: json.length > maxShown ? `${json.slice(0, maxShown)}…` : json, reason };
}
