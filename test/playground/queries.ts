import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../web/playground/queries/', import.meta.url);

export interface PlaygroundQuery {
  file: string;
  text: string;
}

/** The queries of the playground and docs/questions.md, in the order of its menu. */
export const playgroundQueries: PlaygroundQuery[] = readdirSync(fileURLToPath(folder))
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
