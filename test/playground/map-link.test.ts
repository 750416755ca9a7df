import { describe, expect, it } from 'vitest';
import { mapLink } from '../../web/playground/map-link.ts';

const link = (query: string, variables = '') => mapLink({ query, operationName: null, variables });
const incidents = (where: string) => link(`{ incidents(where: { ${where} }) { totalCount } }`);

describe('the link to the map', () => {
  it.each([
    ['text: "drone attack, \\"a b\\""', 'q=drone+attack%2C+%22a+b%22'],
    ['type: { eq: PROTEST }', 'type=PROTEST'],
    ['type: { in: [PROTEST, RIOT] }, subtype: { eq: PEACEFUL }', 'type=PROTEST,RIOT&subtype=PEACEFUL'],
    ['location: { country: { in: ["IQ", "SY"] } }', 'country=IQ,SY'],
    ['location: { within: "Location:iraq" }', 'within=iraq'],
    ['location: { box: { south: 29.1, west: 38.8, north: 37.4, east: 48.6 } }', 'box=38.8,29.1,48.6,37.4'],
    ['date: { possibly: { from: "2023-10-01", to: "2023-10-31" } }', 'from=2023-10-01&to=2023-10-31'],
    [
      'participants: { some: { actor: { id: { eq: "Actor:iran" } }, role: { in: [TARGET] } } }',
      'actor=iran&role=TARGET',
    ],
    ['methods: { some: { in: [IED, DRONE] } }', 'method=IED,DRONE'],
    ['targets: { some: { kind: { eq: HOSPITAL } } }', 'target=HOSPITAL'],
    ['outcome: { eq: FOILED }', 'outcome=FOILED'],
    ['articles: { some: { publisher: { in: ["Times, The", "BBC"] } } }', 'publisher=Times%2C+The,BBC'],
    ['responsibility: { claimedBy: { some: {} } }', 'resp=claimed'],
    [
      'or: [{ responsibility: { claimedBy: { some: {} } } }, { responsibility: { deniedBy: { some: {} } } }]',
      'resp=claimed,denied',
    ],
    ['and: [{ type: { eq: RIOT } }, { and: { outcome: { eq: FOILED } } }]', 'type=RIOT&outcome=FOILED'],
    ['type: null, outcome: { eq: FOILED, in: null }', 'outcome=FOILED'],
  ])('has the filter { %s }', (where, hash) => {
    expect(incidents(where)).toEqual({ href: `/#${hash}` });
  });

  it('takes the values of variables, and the order if the map has it', () => {
    const query = `query ($where: IncidentWhere, $by: [IncidentOrder!] = { field: KILLED, direction: DESC }) {
      list: incidents(where: $where, orderBy: $by) { nodes { id } }
    }`;
    expect(link(query, '{ "where": { "type": { "eq": "RIOT" } } }')).toEqual({ href: '/#type=RIOT&sort=killed' });
  });

  it('opens an incident', () => {
    expect(link('query ($id: ID = "strike") { incident(id: $id) { title } }')).toEqual({
      href: '/#open=Incident:strike',
    });
  });

  it('shows all incidents without a filter', () => {
    expect(link('{ incidents { totalCount } }')).toEqual({ href: '/' });
  });

  it.each([
    ['{ actors { totalCount } }', 'The map shows incidents, and the query does not ask for any.'],
    [
      'mutation { merge(from: "a", into: "b") { accepted } }',
      'The map shows incidents, and the query does not ask for any.',
    ],
    ['{ incidents(where: {', 'The query or its variables are incomplete.'],
    [
      '{ incidents(where: { casualties: { some: {} } }) { totalCount } }',
      'The map has no filter like `where.casualties`.',
    ],
    ['{ incidents(where: { type: { notIn: [RIOT] } }) { totalCount } }', 'The map has no filter like `where.type`.'],
    [
      '{ incidents(where: { location: { country: { eq: "IQ" }, kind: { eq: CITY } } }) { totalCount } }',
      'The map has no filter like `where.location.kind`.',
    ],
    [
      '{ incidents(where: { date: { certainly: { from: "2023-10-01" } } }) { totalCount } }',
      'The map has no filter like `where.date.certainly`.',
    ],
    [
      '{ incidents(where: { date: { possibly: {} } }) { totalCount } }',
      'The map has no filter like `where.date.possibly`.',
    ],
    ['{ incidents(where: { or: [{ type: { eq: RIOT } }] }) { totalCount } }', 'The map has no filter like `where.or`.'],
    ['{ incidents(where: { not: { type: { eq: RIOT } } }) { totalCount } }', 'The map has no filter like `where.not`.'],
    [
      '{ incidents(where: { and: [{ text: "a" }, { text: "b" }] }) { totalCount } }',
      'The map takes the filter “q” only once.',
    ],
    [
      '{ incidents(where: { type: { in: [] } }) { totalCount } }',
      'The query asks for none of “type”, which the map cannot show.',
    ],
    ['{ incident(id: "Actor:iran") { title } }', '`id` is no id of Incident.'],
  ])('is not there for %s', (query, reason) => {
    expect(link(query)).toEqual({ reason });
  });
});
