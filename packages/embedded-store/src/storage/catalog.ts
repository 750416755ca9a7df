import { randomUUID } from 'node:crypto';
import { fail } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileMatcher, type Matcher } from '../query/match.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { encodeDocument } from '../values/encode-document.ts';
import { type Path, parsePath } from '../values/paths.ts';
import type { Document, Value } from '../values/value.ts';
import type { Environment } from './environment.ts';

export interface IndexComponent {
  path: string;
  parts: Path;
  direction: 1 | -1 | '2dsphere';
}

export interface IndexDefinition {
  id: number;
  name: string;
  /** The index specification given to `createIndexes`; `listIndexes` returns it. */
  spec: Document;
  components: IndexComponent[];
  /** For each component, whether it is descending. */
  descending: boolean[];
  /** The paths of the components; for a place, a path that leads nowhere. */
  plainPaths: Path[];
  /** The position of the component that is a place, and its path; -1 and null if there is none. */
  placeAt: number;
  placePath: Path | null;
  /** Whether the last component is `_id`. */
  endsInId: boolean;
  unique: boolean;
  sparse: boolean;
  partial: { filter: Document; matches: Matcher } | null;
  /** For each component, whether any document ever had an array there. */
  multikey: boolean[];
  /** Whether any key was ever truncated, so that entries may be out of order. */
  truncated: boolean;
}

export interface CollectionDefinition {
  id: number;
  uuid: string;
  database: string;
  name: string;
  indexes: IndexDefinition[];
}

export interface Catalog {
  version: number;
  nextId: number;
  /** By namespace, `database.collection`. */
  collections: Map<string, CollectionDefinition>;
}

const versionKey = Buffer.from('version');
const catalogKey = Buffer.from('catalog');

/** The stored catalog's version. It increases with each change of the catalog by any process. */
export function readCatalogVersion(environment: Environment): number {
  const bytes = environment.meta.getBinaryFast(versionKey);
  return bytes === undefined ? 0 : bytes.readUInt32BE(0) * 2 ** 32 + bytes.readUInt32BE(4);
}

export function readCatalog(environment: Environment): Catalog {
  const bytes = environment.meta.get(catalogKey);
  if (bytes === undefined) return { version: 0, nextId: 1, collections: new Map() };
  const stored = decodeDocument(Buffer.from(bytes));
  const collections = (stored.get('collections') as Document[]).map(readCollection);
  return {
    version: readCatalogVersion(environment),
    nextId: stored.get('nextId') as number,
    collections: new Map(collections.map((collection) => [namespaceOf(collection), collection])),
  };
}

/** Stores the catalog as its next version. Call only inside a write transaction. */
export function writeCatalog(environment: Environment, catalog: Catalog): void {
  catalog.version = readCatalogVersion(environment) + 1;
  const version = Buffer.alloc(8);
  version.writeUInt32BE(Math.floor(catalog.version / 2 ** 32), 0);
  version.writeUInt32BE(catalog.version % 2 ** 32, 4);
  const collections: Value[] = [...catalog.collections.values()].map(storedCollection);
  const stored: Document = new Map<string, Value>([
    ['nextId', catalog.nextId],
    ['collections', collections],
  ]);
  environment.writer.put('meta', versionKey, version);
  environment.writer.put('meta', catalogKey, encodeDocument(stored));
}

/** A copy that can be changed without changing the original. */
export function cloneCatalog(catalog: Catalog): Catalog {
  const collections = [...catalog.collections].map(([namespace, collection]): [string, CollectionDefinition] => [
    namespace,
    { ...collection, indexes: collection.indexes.map((index) => ({ ...index, multikey: [...index.multikey] })) },
  ]);
  return { ...catalog, collections: new Map(collections) };
}

export function namespaceOf(collection: CollectionDefinition): string {
  return `${collection.database}.${collection.name}`;
}

export function createCollection(catalog: Catalog, database: string, name: string): CollectionDefinition {
  checkCollectionName(database, name);
  const collection = { id: catalog.nextId++, uuid: randomUUID(), database, name, indexes: [] };
  catalog.collections.set(namespaceOf(collection), collection);
  return collection;
}

function checkCollectionName(database: string, name: string): void {
  const namespace = `${database}.${name}`;
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('$') || namespace.includes('\0'))
    fail('InvalidNamespace', `Invalid collection name: ${namespace}`);
  if (database === '' || /[/\\. "$*<>:|?]/.test(database) || Buffer.byteLength(database) > 63)
    fail('InvalidNamespace', `Invalid database name: '${database}'`);
  if (name.startsWith('system.')) fail('InvalidNamespace', `Cannot create system collection ${namespace}`);
  if (Buffer.byteLength(namespace) > 255) fail('InvalidNamespace', 'Fully qualified namespace is too long');
}

export function readIndex(id: number, spec: Document): IndexDefinition {
  const components = [...(spec.get('key') as Document)].map(
    ([path, direction]): IndexComponent => ({
      path,
      parts: parsePath(path),
      direction: direction === '2dsphere' ? direction : Number(direction) > 0 ? 1 : -1,
    }),
  );
  const partial = spec.get('partialFilterExpression') as Document | undefined;
  const placeAt = components.findIndex(({ direction }) => direction === '2dsphere');
  const last = components.at(-1);
  return {
    id,
    name: spec.get('name') as string,
    spec,
    components,
    descending: components.map(({ direction }) => direction === -1),
    plainPaths: components.map(({ parts }, i) => (i === placeAt ? [''] : parts)),
    placeAt,
    placePath: components[placeAt]?.parts ?? null,
    endsInId: last?.path === '_id' && last.direction !== '2dsphere',
    unique: spec.get('unique') === true,
    sparse: spec.get('sparse') === true,
    partial: partial === undefined ? null : { filter: partial, matches: compileMatcher(parseFilter(partial).filter) },
    multikey: components.map(() => false),
    truncated: false,
  };
}

function readCollection(stored: Document): CollectionDefinition {
  return {
    id: stored.get('id') as number,
    uuid: stored.get('uuid') as string,
    database: stored.get('database') as string,
    name: stored.get('name') as string,
    indexes: (stored.get('indexes') as Document[]).map((index) => ({
      ...readIndex(index.get('id') as number, index.get('spec') as Document),
      multikey: index.get('multikey') as boolean[],
      truncated: index.get('truncated') as boolean,
    })),
  };
}

function storedCollection(collection: CollectionDefinition): Document {
  const indexes = collection.indexes.map((index) =>
    documentOf({ id: index.id, spec: index.spec, multikey: index.multikey, truncated: index.truncated }),
  );
  const { id, uuid, database, name } = collection;
  return documentOf({ id, uuid, database, name, indexes });
}

/** The fields as a document. */
export function documentOf(fields: Record<string, Value>): Document {
  return new Map(Object.entries(fields));
}
