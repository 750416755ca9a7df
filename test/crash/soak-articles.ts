/*
 * The articles and queries of the soak. Each round seeds a new version of every article, so that the store is written
 * to all the time without growing.
 */

export const soakQueries: readonly string[] = [
  `query Page { incidents(first: 20) { totalCount nodes { title date { edtf } location { name ancestors { name } } } } }`,
  `query Deep { actors(first: 10) { totalCount nodes { name incidents(first: 3) { nodes { title statements(first: 3) { nodes { text speaker { name } } } } } } } }`,
  `query Filter { incidents(where: { participants: { some: { actor: { name: { contains: "group" } } } } }, first: 5) { totalCount groups(by: LOCATION) { label count } } }`,
  `query Search { search(text: "attack", first: 10) { totalCount edges { highlight node { id label } } } }`,
  `query Articles { articles(first: 10) { totalCount nodes { title evidence { quote } statements(first: 5) { nodes { text } } } } }`,
];

/** The articles as NDJSON. */
export function soakArticles(count: number, version: number): string {
  return Array.from({ length: count }, (_, i) => `${JSON.stringify(soakArticle(i, version))}\n`).join('');
}

function soakArticle(i: number, version: number): object {
  const [actor, place] = [`group-${i % 40}`, `place-${i % 60}`];
  const quote = `the attack number ${i} near place ${i % 60}`;
  const day = String((i % 28) + 1).padStart(2, '0');
  return {
    id: `soak-${i}`,
    version,
    published: `2023-11-${day}`,
    text: `Sources told in version ${version} of ${quote}. A group claimed it.`,
    locations: [
      { id: 'land', name: 'The land', kind: 'COUNTRY' },
      { id: place, name: `Place ${i % 60}`, kind: 'CITY', partOf: 'land' },
    ],
    actors: [{ id: actor, name: `Group ${i % 40}`, kind: 'ARMED_GROUP' }],
    incidents: [
      {
        id: `attack-${i}`,
        title: `Attack ${i}, version ${version}`,
        date: `2023-11-${day}`,
        location: place,
        participants: [{ actor, role: 'PERPETRATOR' }],
        casualties: [{ kind: 'INJURED', count: (i + version) % 7 }],
        evidence: [quote],
      },
    ],
    statements: [
      {
        id: 'claim',
        type: 'CLAIM_OF_RESPONSIBILITY',
        speaker: actor,
        incidents: [`attack-${i}`],
        text: 'A group claimed it',
        evidence: ['A group claimed it'],
      },
    ],
  };
}
