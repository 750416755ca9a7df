import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isJsonObject, type JsonObject } from '../../ingest/json-object.ts';
import { cut, showValue } from '../../show-value.ts';
import { type EntryFault, formatFault } from '../imported.ts';
import { gzipFault, openDataFile } from '../open-data-file.ts';

/** A text of re3d with what was annotated in it. Offsets are UTF-16 code units. */
export interface AnnotatedDocument {
  id: string;
  line: number;
  title: string;
  text: string;
  sourceName: string;
  sourceUrl: string;
  entities: EntityAnnotation[];
  relations: RelationAnnotation[];
}

export interface EntityAnnotation {
  begin: number;
  end: number;
  type: string;
  value: string;
  confidence: number;
}

export interface RelationAnnotation {
  type: string;
  value: string;
  sourceBegin: number;
  sourceEnd: number;
  targetBegin: number;
  targetEnd: number;
  confidence: number;
}

export interface AnnotatedSource {
  /** The file of the documents, to be named in refusals. */
  file: string;
  license: string;
  citation: string;
  documents: AnnotatedDocument[];
  /** Lines that could not be read. */
  refusals: string[];
}

/** The folders with documents among a folder and those in it, in the order of their names. */
export function sourceFolders(folder: string): string[] {
  if (dataFile(folder, 'documents')) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && dataFile(join(folder, entry.name), 'documents'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** Reads one folder of re3d, one source, whole: it is a few hundred kilobytes. */
export async function readSource(folder: string): Promise<AnnotatedSource> {
  const file = dataFile(folder, 'documents') ?? join(folder, 'documents.json');
  const refusals: string[] = [];
  const documents = new Map<string, AnnotatedDocument>();
  await read('documents', ['_id', 'title', 'text', 'sourceName', 'sourceUrl'], [], (values, line) => {
    const { _id: id, title, text, sourceName, sourceUrl } = values as Record<string, string>;
    documents.set(id as string, { id, line, title, text, sourceName, sourceUrl, entities: [], relations: [] } as never);
  });
  await read('entities', ['documentId', 'type', 'value'], ['begin', 'end', 'confidence'], (values) => {
    documents.get(values.documentId as string)?.entities.push(values as never);
  });
  const ends = ['sourceBegin', 'sourceEnd', 'targetBegin', 'targetEnd', 'confidence'];
  await read('relations', ['documentId', 'type', 'value'], ends, (values) => {
    documents.get(values.documentId as string)?.relations.push(values as never);
  });
  return { file, ...termsOf(folder), documents: [...documents.values()], refusals };

  async function read(
    name: string,
    strings: readonly string[],
    numbers: readonly string[],
    take: (values: JsonObject, line: number) => void,
  ): Promise<void> {
    const path = dataFile(folder, name);
    if (!path) return;
    let line = 0;
    const refuse = (fault: EntryFault) => refusals.push(formatFault(path, line, fault));
    try {
      for await (const content of createInterface({ input: await openDataFile(path), crlfDelay: Infinity })) {
        line++;
        if (content.trim() === '') continue;
        const values = parse(content);
        if (!values) {
          refuse({ field: '', expected: 'a JSON object', found: cut(content) });
          continue;
        }
        const faults = [
          ...strings.filter((key) => typeof values[key] !== 'string').map((key) => [key, 'a string'] as const),
          ...numbers.filter((key) => typeof values[key] !== 'number').map((key) => [key, 'a number'] as const),
        ];
        for (const [key, expected] of faults) {
          refuse({ field: `/${key}`, expected, found: showValue(values[key] ?? null) });
        }
        if (faults.length === 0) take(values, line);
      }
    } catch (error) {
      const fault = gzipFault(error);
      if (!fault) throw error;
      refuse({ field: '', ...fault });
    }
  }
}

function dataFile(folder: string, name: string): string | undefined {
  const endings = ['jsonl.gz', 'jsonl', 'json.gz', 'json'];
  return endings.map((ending) => join(folder, `${name}.${ending}`)).find((path) => existsSync(path));
}

function parse(content: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const licenses: [RegExp, string][] = [
  [/public domain/i, 'Public domain'],
  [/Attribution-NonCommercial(?:-ShareAlike)? 3\.0/i, 'CC BY-NC 3.0'],
  [/Attribution-ShareAlike 3\.0/i, 'CC BY-SA 3.0'],
  [/Attribution 3\.0 Australia/i, 'CC BY 3.0 AU'],
];

/** The terms that lie beside the data, as they are: the licence by its name where that is known. */
function termsOf(folder: string): { license: string; citation: string } {
  const [license, attribution] = ['LICENSE', 'ATTRIBUTION'].map((name) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  }) as [string, string];
  const [first = ''] = license.split(/(?<=\.)\s/);
  const known = licenses.find(([pattern]) => pattern.test(first))?.[1];
  const dataset = 're3d: Relationship and Entity Extraction Evaluation Dataset (Dstl, 2017).';
  return {
    license: known ?? (first || 'Not given'),
    citation: `${dataset} ${attribution.replace(/\s+/g, ' ')}`.trim(),
  };
}
