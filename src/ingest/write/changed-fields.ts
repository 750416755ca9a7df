import type { EntityDocuments } from '../../entities/entities.ts';
import type { NodeType } from '../../query/node-id.ts';
import { isSameDocument } from '../drafts/same-document.ts';
import type { StoredDocument } from '../drafts/write-plan.ts';

/** A path of a stored document, or a value that follows from it. */
type Source = string | ((document: StoredDocument) => unknown);

/**
 * The fields of each GraphQL type, in the order of the schema, with the sources in the stored document. A field that is not listed is determined by other entities. What only serves search and sorting belongs to no field.
 */
const sourcesOf: { [T in NodeType]: Readonly<Record<string, readonly Source[]>> } = {
  Incident: {
    ...namedByItself('Incident', 'title'),
    ...sameNames('Incident', ['summary', 'sameAs', 'scope', 'type', 'subtype', 'occurrence', 'methods', 'weapons']),
    ...sameNames('Incident', ['outcome', 'count', 'date']),
    location: ['location', 'within', 'country', 'point', 'area'],
    locationPrecision: ['locationPrecision'],
    ...sameNames('Incident', ['places']),
    ...sameNames('Incident', ['targets', 'participants', 'casualties', 'links']),
    partOf: ['partOf', 'circularPartOf', 'about'],
    ...counts('parts', 'statements', 'articles'),
    publisherCount: ['publisherCount', 'publishers'],
  },
  Actor: {
    ...namedByItself('Actor', 'name'),
    ...sameNames('Actor', ['aliases', 'sameAs', 'kind', 'country', 'affiliations']),
    ...counts('members', 'incidents', 'statements', 'statementsAbout', 'articles'),
  },
  Statement: {
    label: ['text'],
    ...sameNames('Statement', ['type', 'text', 'quote', 'mode', 'hedge', 'date', 'condition', 'speaker', 'onBehalfOf']),
    ...sameNames('Statement', ['anonymous', 'to', 'via', 'location', 'figures', 'incidents', 'actors']),
    links: ['links', 'given', 'waitsFor'],
    article: ['place', 'published', 'publisher', 'order.published'],
  },
  Location: {
    ...namedByItself('Location', 'name'),
    ...sameNames('Location', ['aliases', 'sameAs', 'kind', 'country', 'point']),
    partOf: ['partOf', 'circularPartOf'],
    ancestors: ['ancestors'],
    ...counts('contains', 'incidents', 'articles'),
  },
  Article: {
    ...namedByItself('Article', 'title'),
    url: ['source.url'],
    ...sameNames('Article', ['publisher', 'language']),
    license: ['source.license'],
    citation: ['source.citation'],
    published: ['published'],
    publishedAt: [momentOfPublication],
    text: ['source.text'],
    json: ['hash'],
    version: ['source.version'],
    ...sameNames('Article', ['incidents', 'statements', 'actors', 'locations']),
    evidence: ['spans'],
  },
};

/** Returns the fields whose stored values differ between two documents of an entity, in the order of the schema. */
export function changedFields(type: NodeType, before: StoredDocument, after: StoredDocument): string[] {
  const fields: string[] = [];
  for (const [field, sources] of Object.entries(sourcesOf[type])) {
    if (sources.some((source) => !isSame(valueFrom(before, source), valueFrom(after, source)))) fields.push(field);
  }
  return fields;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || isSameDocument({ it: a }, { it: b });
}

function valueFrom(document: StoredDocument, source: Source): unknown {
  if (typeof source !== 'string') return source(document);
  const dot = source.indexOf('.');
  if (dot < 0) return document[source as never];
  return (document[source.slice(0, dot) as never] as object | undefined)?.[source.slice(dot + 1) as never];
}

/** Undefined for an article that states only the day. */
function momentOfPublication(document: StoredDocument): unknown {
  const published = valueFrom(document, 'order.published');
  return published === valueFrom(document, 'published') ? undefined : published;
}

function namedByItself<T extends NodeType>(_type: T, name: keyof EntityDocuments[T] & string) {
  return { label: [name], [name]: [name] };
}

function sameNames<T extends NodeType>(_type: T, names: readonly (keyof EntityDocuments[T] & string)[]) {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}

function counts(...names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, [`counts.${name}`]]));
}
