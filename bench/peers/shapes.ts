/** A query that all servers are measured with. */
export interface Shape {
  name: string;
  about: string;
  /** The name of its operation, by which the hand-written endpoint knows it. */
  operation: string;
  query: string;
  /** The name of the variable that differs between requests. */
  variable: 'type' | 'id';
  /** The number of requests in a batch, and of those before the first batch, until the code is compiled. */
  batch: number;
  warmUp: number;
  /** How many times the CPU of the hand-written endpoint the gateway may take. */
  mark: number;
  /** The servers that the gateway should be ahead of. */
  ahead: readonly string[];
}

const nested = `
    id title type date { start end precision } outcome
    location { id name kind country point { latitude longitude } }
    participants(first: 3) { role status actor { id name kind } }
    statements(first: 5) { nodes { id type text speaker { id name kind } } }
`;

export const shapes: readonly Shape[] = [
  {
    name: 'nested',
    about: '50 incidents, each with its location, 3 participants, 5 statements, and their actors',
    operation: 'Nested',
    query: `query Nested($type: IncidentType!) {
  incidents(first: 50, where: { type: { eq: $type } }) { nodes {${nested}  } }
}`,
    variable: 'type',
    batch: 60,
    warmUp: 300,
    mark: 1.5,
    ahead: ['apollo', 'mercurius', 'yoga'],
  },
  {
    name: 'one',
    about: 'the same of one incident, another one in each request',
    operation: 'One',
    query: `query One($id: ID!) {
  incident(id: $id) {${nested}  }
}`,
    variable: 'id',
    batch: 1600,
    warmUp: 6000,
    mark: 1.3,
    ahead: ['apollo', 'yoga'],
  },
  {
    name: 'wide',
    about: '100 incidents with every scalar, every list of parts, and their evidence',
    operation: 'Wide',
    query: `query Wide($type: IncidentType!) {
  incidents(first: 100, where: { type: { eq: $type } }) { nodes {
    id label title summary scope type methods outcome locationPrecision publisherCount
    count { min max best original }
    date { start end precision edtf original }
    weapons { id method count { min max best original } outcome certain }
    participants { id role status }
    casualties { id kind count { min max best original } group severity later }
    links { id type }
    evidence { id claim quote start end }
  } }
}`,
    variable: 'type',
    batch: 25,
    warmUp: 100,
    mark: 1.5,
    ahead: [],
  },
];
