import { useQuery } from '@apollo/client/react';
import { graphql } from './gql';
import { Problem } from './problem';

const incidentPeople = graphql(`
  query IncidentPeople($id: ID!) {
    incident(id: $id) {
      id
      title
      date {
        edtf
      }
      participants {
        id
        role
        actor {
          id
          name
        }
      }
      casualties {
        id
        kind
        count {
          min
          max
        }
      }
    }
  }
`);

/** The people in an incident. It shares objects in the cache with `IncidentSources`, which selects other fields of them. */
export function IncidentPeople({ id }: { id: string }) {
  const { data, error } = useQuery(incidentPeople, { variables: { id } });
  if (error) return <Problem error={error} />;
  if (!data) return <p>Loading …</p>;
  const { incident } = data;
  if (!incident) return <p>No incident has this id.</p>;
  return (
    <section aria-label="People">
      <h2>{incident.title}</h2>
      <p>{incident.date?.edtf ?? 'undated'}</p>
      <ul>
        {incident.participants.map(({ id, role, actor }) => (
          <li key={id}>
            {actor.name}: {role}
          </li>
        ))}
        {incident.casualties.map(({ id, kind, count }) => (
          <li key={id}>
            {kind}: {count.max === count.min ? count.min : `${count.min} or more`}
          </li>
        ))}
      </ul>
    </section>
  );
}
