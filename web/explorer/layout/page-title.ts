import { useSignalEffect } from '@preact/signals';
import { dossier } from '../data/dossier.ts';
import { state } from '../state/store.ts';
import { chipsOf } from './chips.ts';

const site = 'incident-graph';
const maxTitle = 120;

/** Keeps the title of the page: the open incident, or the filters that are set. Tabs and bookmarks show it. */
export function usePageTitle(): void {
  useSignalEffect(() => {
    const about =
      openIncident() ??
      chipsOf(state.value)
        .map(({ label }) => label)
        .join(', ');
    document.title = about === '' ? site : `${shortened(about)} · ${site}`;
  });
}

/** The title of the open incident; undefined until it is known. */
function openIncident(): string | undefined {
  const { open } = state.value;
  return open !== null && dossier.answered.value?.id === open ? dossier.answer.value?.data.incident?.title : undefined;
}

function shortened(text: string): string {
  return text.length > maxTitle ? `${text.slice(0, maxTitle)}…` : text;
}
