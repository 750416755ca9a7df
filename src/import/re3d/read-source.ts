import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { shorten, showValue } from '../../errors/show-value.ts';
import { isJsonObject, type JsonObject } from '../../ingest/json/json-object.ts';
import { type EntryFault, formatFault } from '../imported.ts';
import { dataFault, openDataFile } from '../open-data-file.ts';

/** A text of re3d with its annotations. Offsets are in UTF-16 code units. */
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
  /** The file of the documents, named in rejections. */
  file: string;
  license: string;
  citation: string;
  documents: AnnotatedDocument[];
  /** The faults of malformed lines. */
  rejections: string[];
}

/** Returns the folder itself if it contains documents, otherwise its subfolders that do, sorted by name. */
export function sourceFolders(folder: string): string[] {
  if (dataFile(folder, 'documents')) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && dataFile(join(folder, entry.name), 'documents'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** Reads one folder of re3d, which is one source, into memory: a few hundred kilobytes. */
export async function readSource(folder: string): Promise<AnnotatedSource> {
  const file = dataFile(folder, 'documents') ?? join(folder, 'documents.json');
  const rejections: string[] = [];
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
  return { file, ...termsOf(folder), documents: [...documents.values()], rejections };

  async function read(
    name: string,
    strings: readonly string[],
    numbers: readonly string[],
    take: (values: JsonObject, line: number) => void,
  ): Promise<void> {
    const path = dataFile(folder, name);
    if (!path) return;
    let line = 0;
    const reject = (fault: EntryFault) => rejections.push(formatFault(path, line, fault));
    try {
      for await (const content of createInterface({ input: await openDataFile(path), crlfDelay: Infinity })) {
        line++;
        if (content.trim() === '') continue;
        const values = parse(content);
        if (!values) {
          reject({ field: '', expected: 'a JSON object', found: shorten(content) });
          continue;
        }
        const faults = [
          ...strings.filter((key) => typeof values[key] !== 'string').map((key) => [key, 'a string'] as const),
          ...numbers.filter((key) => typeof values[key] !== 'number').map((key) => [key, 'a number'] as const),
        ];
        for (const [key, expected] of faults) {
          reject({ field: `/${key}`, expected, found: showValue(values[key] ?? null) });
        }
        if (faults.length === 0) take(values, line);
      }
    } catch (error) {
      const fault = dataFault(error);
      if (!fault) throw error;
      reject({ field: '', ...fault });
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

/** Reads the licence and attribution files of a source. A known licence is replaced by its short name. */
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
