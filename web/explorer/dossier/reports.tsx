import { type IncidentDossier, isCut } from '../data/dossier.ts';
import { partInWords } from '../state/day-words.ts';
import { chosenArticle, panel } from '../words/pointer.ts';
import { compareReports, type FieldComparison } from './compare-reports.ts';
import { LoadMore, useShortened } from './more.tsx';

type Report = IncidentDossier['reports'][number];

/** How many reports stand beside each other at first. */
const columns = 8;

/** What each article says, in columns; the fields in which they differ first. */
export function Reports({ incident }: { incident: IncidentDossier }) {
  const [reports, more] = useShortened(incident.reports, columns);
  if (reports.length < 2) return null;
  const isAll = reports.length === incident.reports.length && !isCut('reports', reports.length);
  const fields = compareReports(incident, reports, isAll);
  const differing = fields.filter(({ differs }) => differs);
  const others = fields.filter(({ differs }) => !differs);
  return (
    <section class="reports" aria-labelledby="reports-heading">
      <h2 id="reports-heading">{differing.length > 0 ? 'Where articles differ' : 'What the articles say'}</h2>
      {!isAll && <p class="meta">The newest {reports.length} reports, newest first.</p>}
      {differing.length > 0 && <ReportTable reports={reports} fields={differing} />}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length} {others.length === 1 ? 'field' : 'fields'} in which they agree, or of which only one speaks
          </summary>
          <ReportTable reports={reports} fields={others} />
        </details>
      )}
      {more ?? <LoadMore list="reports" length={incident.reports.length} />}
    </section>
  );
}

function ReportTable({ reports, fields }: { reports: readonly Report[]; fields: FieldComparison[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="report-columns" tabIndex={0} aria-label="Reports in columns">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Field</span>
            </th>
            {reports.map(({ id, article }) => (
              <th key={id} scope="col">
                <button
                  type="button"
                  title="Show the words of this article"
                  onClick={() => {
                    chosenArticle.value = article.id;
                    if (panel.value === 'closed') panel.value = 'open';
                  }}
                >
                  <bdi class="clamped">{article.publisher ?? article.title}</bdi>
                  <span class="meta">{partInWords(article.published)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, cells, winners, why, differs }) => (
            <>
              <tr key={field}>
                <th scope="row">{field}</th>
                {cells.map((words, index) => {
                  const wins = differs && winners.includes(index);
                  return (
                    <td key={reports[index]?.id} class={wins ? 'wins' : ''}>
                      {words === null ? (
                        <span class="absent">
                          <span aria-hidden="true">—</span>
                          <span class="visually-hidden">says nothing</span>
                        </span>
                      ) : (
                        <>
                          {wins && (
                            <span class="tick" role="img" aria-label="The value shown">
                              ✓
                            </span>
                          )}{' '}
                          <span class="clamped" dir="auto">
                            {words}
                          </span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
              {why && (
                <tr class="why">
                  <td />
                  <td colSpan={cells.length}>{why}</td>
                </tr>
              )}
            </>
          ))}
        </tbody>
      </table>
    </section>
  );
}
