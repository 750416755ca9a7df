import { signal } from '@preact/signals';

/** The names of nodes by global id; null for an id that the server does not know. */
const known = signal<ReadonlyMap<string, string | null>>(new Map());

/** The name of a node: undefined while it is not known yet, null if there is no such node. */
export function nameOf(id: string): string | null | undefined {
  return known.value.get(id);
}

/** Remembers names that came with another answer, so that nobody has to ask for them. */
export function learnNames(names: Iterable<readonly [id: string, name: string | null]>): void {
  const next = new Map(known.peek());
  let isNew = false;
  for (const [id, name] of names) {
    if (next.get(id) != null || (next.has(id) && name === null)) continue;
    next.set(id, name);
    isNew = true;
  }
  if (isNew) known.value = next;
}
