import { useQuery } from '@apollo/client/react';
import { graphql } from './gql';
import { Problem } from './problem';

const incidentSources = graphql(`
  query IncidentSources($id: ID!) {
    incident(id: $id) {
      id
      date {
        original
      }
      participants {
        id
        status
        evidence(first: 3) {
          id
          quote
        }
      }
      casualties {
        id
        count {
          original
        }
      }
      evidence {
        id
        quote
        url
        article {
          id
          title
        }
      }
    }
  }
`);

/** The words of the articles behind an incident. */
export function IncidentSources({ id }: { id: string }) {
  const { data, error } = useQuery(incidentSources, { variables: { id } });
  if (error) return <Problem error={error} />;
  if (!data) return <p>Loading …</p>;
  const { incident } = data;
  if (!incident) return null;
  const quotes = [...incident.evidence, ...incident.participants.flatMap(({ evidence }) => evidence)];
  return (
    <section aria-label="Sources">
      <p>When: {incident.date?.original ?? 'not said'}</p>
      <p>How many: {incident.casualties.map(({ count }) => count.original).join(', ')}</p>
      {quotes.map(({ id, quote }) => (
        <blockquote key={id}>{quote}</blockquote>
      ))}
    </section>
  );
}
