import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { totalCount } from '../data/list.ts';
import { Facets } from '../facets/facets.tsx';
import { sheetOpen } from './viewport.ts';

/** The facets of a phone: a sheet over the page that is closed by a button within reach of the thumb. */
export function FacetSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = sheetOpen.value;
  useSignalEffect(() => {
    if (sheetOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  });
  const close = () => {
    sheetOpen.value = false;
  };
  const count = totalCount.value;
  return (
    <dialog class="facet-sheet" ref={dialog} aria-label="Filters" onClose={close} {...{ closedby: 'any' }}>
      {isOpen && (
        <>
          <div class="sheet-content">
            <Facets />
          </div>
          <footer>
            <button type="button" class="button primary" onClick={close}>
              {count === null
                ? 'Show incidents'
                : `Show ${count.toLocaleString('en')} ${count === 1 ? 'incident' : 'incidents'}`}
            </button>
          </footer>
        </>
      )}
    </dialog>
  );
}
