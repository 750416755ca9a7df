import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolders } from '../../src/import/re3d/read-source.ts';
import { type AnnotatedText, jsonLines, partOf } from './annotated-text.ts';
import { isDemonym, isName, lowerWords } from './is-name.ts';

interface Document {
  _id: string;
  text: string;
}
interface Entity {
  documentId: string;
  type: string;
  value: string;
  confidence: number;
}

/** Reads the documents of re3d. An annotation on which the annotators disagreed is left out. */
export async function* readRe3d(path: string): AsyncGenerator<AnnotatedText> {
  const documents: Document[] = [];
  const entities = new Map<string, Entity[]>();
  for (const folder of sourceFolders(path)) {
    const names = readdirSync(folder);
    const file = (name: string) => join(folder, names.find((each) => each.startsWith(name)) ?? name);
    for await (const line of jsonLines(file('documents'))) documents.push(line as Document);
    for await (const line of jsonLines(file('entities'))) {
      const entity = line as Entity;
      if (entity.confidence < 0.5) continue;
      entities.set(entity.documentId, [...(entities.get(entity.documentId) ?? []), entity]);
    }
  }
  const lower = new Set(documents.flatMap(({ text }) => lowerWords(text)));
  for (const { _id: id, text } of documents) {
    const own = entities.get(id) ?? [];
    const named = (types: string) =>
      own.filter(({ type, value }) => types.includes(type) && isName(value, lower)).map(({ value }) => value);
    const valuesOf = (types: string) => own.filter(({ type }) => types.includes(type)).map(({ value }) => value);
    const places = named('Location');
    const actors = named('Person Organisation');
    const peoples = valuesOf('Nationality');
    yield {
      id,
      part: partOf(id),
      text,
      published: '2017-07-03',
      places: { names: places.filter((name) => !isDemonym(name)), also: [...valuesOf('Location'), ...peoples] },
      actors: { names: actors, also: valuesOf('Person Organisation Location Nationality') },
    };
  }
}
