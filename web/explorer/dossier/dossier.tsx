import { useMemo } from 'preact/hooks';
import { createResource } from '../data/resource.ts';
import { DossierDocument } from '../generated/graphql.ts';
import { change } from '../state/store.ts';

export function Dossier({ id }: { id: string }) {
  const dossier = useMemo(() => createResource(DossierDocument, () => ({ id })), [id]);
  const incident = dossier.answer.value?.data.incident;
  return (
    <article class="dossier">
      <button type="button" onClick={() => change({ open: null })}>
        ← Incidents
      </button>
      <h1>
        <bdi>{incident?.title}</bdi>
      </h1>
    </article>
  );
}
