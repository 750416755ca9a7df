import { useState } from 'preact/hooks';
import { authorization } from '../data/send.ts';
import { activeFilters, state } from '../state/store.ts';
import { type ExportFormat, exportFormats, exportPath } from './links.ts';
import { Menu } from './menu.tsx';
import { saveResponse } from './save-response.ts';

/** Saves all incidents of the present filter. */
export function ExportMenu() {
  return <Menu label="Export">{() => <ExportChoices />}</Menu>;
}

function ExportChoices() {
  const [said, setSaid] = useState('');
  const isFiltered = activeFilters.value.length > 0;
  return (
    <>
      <p>{isFiltered ? 'All incidents that match the filters' : 'All incidents'}, however many.</p>
      <ul class="formats">
        {(Object.keys(exportFormats) as ExportFormat[]).map((format) => {
          const { label, hint } = exportFormats[format];
          const path = exportPath(format, state.value);
          return (
            <li key={format}>
              <a
                href={path}
                download={`incidents.${format}`}
                onClick={(event) => {
                  const headers = authorization();
                  if (!headers) return;
                  // A link cannot carry the token of this tab.
                  event.preventDefault();
                  setSaid('Saving…');
                  saveResponse(path, headers, `incidents.${format}`).then(
                    () => setSaid('Saved.'),
                    (error: unknown) => setSaid(error instanceof Error ? error.message : 'Not saved.'),
                  );
                }}
              >
                <strong>{label}</strong> <span class="meta">{hint}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <output class="said">{said}</output>
    </>
  );
}
