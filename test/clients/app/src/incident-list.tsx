import { useQuery } from '@apollo/client/react';
import { graphql } from './gql';
import { Problem } from './problem';

const incidentList = graphql(`
  query IncidentList($first: Int!, $after: String) {
    incidents(first: $first, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      totalCount
      edges {
        node {
          id
          title
          date {
            edtf
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function IncidentList({ pageSize }: { pageSize: number }) {
  const { data, error, loading, fetchMore } = useQuery(incidentList, { variables: { first: pageSize } });
  if (error) return <Problem error={error} />;
  if (!data?.incidents) return <p>Loading …</p>;
  const { edges, pageInfo, totalCount } = data.incidents;
  return (
    <section aria-label="Incidents">
      <p>
        {edges.length} of {totalCount} incidents
      </p>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <a href={`#/${node.id}`}>{node.title}</a> {node.date?.edtf ?? 'undated'}
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <button
          type="button"
          disabled={loading}
          onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => {})}
        >
          Load more
        </button>
      )}
    </section>
  );
}
