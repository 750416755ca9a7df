import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CasualtyKind } from '../../src/generated/schema.ts';

/** A text with what people say that it says. A list that the source does not annotate is absent. */
export interface AnnotatedText {
  id: string;
  part: 'tuning' | 'held-out';
  text: string;
  published: string;
  /** Names of places; `also` names what is no place of its own but no error either, such as demonyms. */
  places?: { names: string[]; also: string[] };
  /** Names of persons and organizations; `also` those of countries and peoples, which a draft may take as actors. */
  actors?: { names: string[]; also: string[] };
  /** The province in which it happened. */
  province?: string;
  /** Kinds and numbers of people; `also` those without a number that can be read. */
  tolls?: { kinds: readonly CasualtyKind[]; count: number; isTotal: boolean }[];
  tollsAlso?: (readonly CasualtyKind[])[];
  /** The day, `YYYY-MM-DD`, and whether it is one of a series that is a day earlier than the words throughout. */
  day?: { date: string; isShifted: boolean };
}

/** Half of the texts, by the hash of their id, are never looked at. */
export function partOf(id: string): AnnotatedText['part'] {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'held-out';
}

export async function* jsonLines(path: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity }))
    if (line.trim() !== '') yield JSON.parse(line);
}
