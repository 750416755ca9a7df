import type { IncidentDossier } from '../data/dossier.ts';

/** Stands in for a text that the reader may not see: the quotes, or where these are withheld too, what was said. */
export function QuotesAlone({ incident, article }: { incident: IncidentDossier; article: string }) {
  const evidence = [
    ...incident.evidence.filter((each) => each.article.id === article),
    ...(incident.statements?.nodes ?? [])
      .filter((statement) => statement.article.id === article)
      .flatMap((statement) => statement.evidence),
  ];
  const quotes = [...new Set(evidence.flatMap(({ quote }) => (quote === null ? [] : [quote])))];
  const said = (incident.statements?.nodes ?? []).filter((statement) => statement.article.id === article);
  return (
    <div class="quotes-alone">
      <p class="absent">
        The text of this article is not available to you. Sign in at the gateway, or read it at its source.
      </p>
      {quotes.length > 0 ? (
        <ul>
          {quotes.map((quote) => (
            <li key={quote}>
              <q dir="auto">{quote}</q>
            </li>
          ))}
        </ul>
      ) : (
        said.length > 0 && (
          <>
            <p>What it reports was said:</p>
            <ul>
              {said.map(({ id, text, speaker }) => (
                <li key={id}>
                  {speaker && (
                    <>
                      <bdi>{speaker.name}</bdi>:{' '}
                    </>
                  )}
                  <bdi>{text}</bdi>
                </li>
              ))}
            </ul>
          </>
        )
      )}
    </div>
  );
}
