import { readdirSync, readFileSync } from 'node:fs';

const pages = new URL('../../web/playground/', import.meta.url);

export interface PlaygroundQuery {
  file: string;
  text: string;
}

/** The queries of the playground and docs/questions.md, in the order of its menu. */
export const playgroundQueries = read('queries/');

/** The subscriptions of the playground, which are the last items of its menu. */
export const playgroundSubscriptions = read('subscriptions/');

/** The title of a query in the menu. */
export function titleOf({ text }: PlaygroundQuery): string {
  return /^# ([^:\n]+)/.exec(text)?.[1] ?? '';
}

function read(folder: string): PlaygroundQuery[] {
  return readdirSync(new URL(folder, pages))
    .sort()
    .map((file) => ({ file, text: readFileSync(new URL(folder + file, pages), 'utf8') }));
}
