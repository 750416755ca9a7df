import { computed, effect, signal } from '@preact/signals';
import { NamesDocument } from '../generated/graphql.ts';
import { state } from '../state/store.ts';
import { createResource } from './resource.ts';

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

/** The ids in the address whose names are not known, as after a link was opened. */
const missing = computed(() => {
  const { actor, within } = state.value;
  const ids = [...actor.map((id) => `Actor:${id}`), ...(within ? [`Location:${within}`] : [])];
  return ids.filter((id) => !known.value.has(id));
});

const names = createResource(NamesDocument, () => (missing.value.length ? { ids: missing.value } : null), {
  delayMs: 0,
});

effect(() => {
  const nodes = names.answer.value?.data.nodes;
  const ids = names.answered.value?.ids;
  // a merged id answers with the surviving node, in the place of the id
  if (nodes && ids) learnNames([ids].flat().map((id, index) => [id, nodes[index]?.label ?? null]));
});
