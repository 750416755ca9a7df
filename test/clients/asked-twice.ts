/** Pairs of queries for the same objects with different fields, as two components of a page send them. */
export const pairs: { about: string; first: string; second: string }[] = [
  {
    about: 'participants',
    first: `participants { id actor { id name } role }`,
    second: `participants { id status evidence { id quote article { id title } } }`,
  },
  {
    about: 'participants with one role',
    first: `participants(role: TARGET) { id actor { id name } } date { start }`,
    second: `participants(role: TARGET) { id role } all: participants { id role } date { edtf end }`,
  },
  { about: 'the date', first: `date { edtf precision }`, second: `date { start end original }` },
  {
    about: 'casualties',
    first: `casualties { id kind count { min } }`,
    second: `casualties { id group severity count { max original } evidence { id quote } }`,
  },
  {
    about: 'evidence',
    first: `evidence { id quote }`,
    second: `evidence { id claim start end article { id title } supports { id label } }`,
  },
  {
    about: 'evidence of different length',
    first: `evidence(first: 1) { id quote }`,
    second: `evidence { id quote start }`,
  },
  {
    about: 'weapons',
    first: `weapons { id method count { min } }`,
    second: `weapons { id certain outcome count { max } }`,
  },
  {
    about: 'responsibility',
    first: `responsibility { deniedBy { id actor { id name } } claimedBy { id actor { id name } } }`,
    second: `responsibility { deniedBy { id statement { id text } } attributedTo { id statement { id text } } }`,
  },
  {
    about: 'reports',
    first: `reports { id title article { id title } date { edtf } }`,
    second: `reports { id type date { start } casualties { id kind } participants { id role } }`,
  },
  {
    about: 'the place',
    first: `location { id name point { latitude } }`,
    second: `location { id country point { longitude } ancestors { id name } partOf { id name } }`,
  },
  {
    about: 'statements',
    first: `statements(first: 2) { totalCount pageInfo { hasNextPage } edges { node { id text } } }`,
    second: `statements(first: 2) { pageInfo { endCursor } edges { cursor node { id type speaker { id name } } } }`,
  },
  {
    about: 'a number of statements and their list',
    first: `statements { totalCount }`,
    second: `statements { edges { node { id text } } pageInfo { hasNextPage endCursor } }`,
  },
  {
    about: 'statements as nodes and as edges',
    first: `statements { nodes { id text } }`,
    second: `statements { edges { node { id mode } } pageInfo { hasNextPage hasPreviousPage endCursor } }`,
  },
  {
    about: 'affiliations of an actor',
    first: `participants { id actor { id affiliations { id type actor { id name } } } }`,
    second: `participants { id actor { id affiliations { id title date { edtf } status assertedBy { id } deniedBy { id } } } }`,
  },
].map(({ about, first, second }) => ({
  about,
  first: `query First { incident(id: "convoy-mosul-dam-2023-11-09") { id ${first} } }`,
  second: `query Second { incident(id: "convoy-mosul-dam-2023-11-09") { id ${second} } }`,
}));

pairs.push(
  {
    about: 'groups and a timeline',
    first: `query First { incidents(first: 2) {
      groups(by: COUNTRY) { key count killed { min } node { id label } timeline(interval: YEAR) { start count } }
      timeline(interval: MONTH) { start count injured { min } }
      bounds { south west }
    } }`,
    second: `query Second { incidents(first: 2) {
      groups(by: COUNTRY) { key label injured { min } killed { max } }
      timeline(interval: MONTH) { start end uncertain injured { max } }
      bounds { north east }
      edges { node { id title } }
    } }`,
  },
  {
    about: 'a search',
    first: `query First { search(text: "drone") { totalCount edges { score node { id label } } } }`,
    second: `query Second { search(text: "drone") { edges { highlight node { id ... on Incident { type } ... on Statement { mode } } } } }`,
  },
  {
    about: 'a node, by its interface and by its type',
    first: `query First { node(id: "Incident:convoy-mosul-dam-2023-11-09") { id ... on Incident { date { edtf } } } }`,
    second: `query Second { incident(id: "convoy-mosul-dam-2023-11-09") { id label date { start } } }`,
  },
  {
    about: 'an article and its quotes',
    first: `query First { articles(first: 1) { edges { node { id title evidence(first: 5) { id quote } } } } }`,
    second: `query Second { articles(first: 1) { edges { node { id text evidence(first: 5) { id claim url } } } } }`,
  },
);
