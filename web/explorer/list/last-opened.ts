import { effect, signal } from '@preact/signals';
import { state } from '../state/store.ts';

/** The incident whose dossier was closed last: the list puts the focus back on it. */
export const lastOpened = signal<string | null>(null);

let open: string | null = state.peek().open;

effect(() => {
  const now = state.value.open;
  if (open && !now) lastOpened.value = open;
  open = now;
});
