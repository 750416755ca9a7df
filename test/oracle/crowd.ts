import type { ArticleJson } from './world.ts';

/**
 * Relations that more than 1,000 nodes meet become semi-joins instead of lists of ids. A small world therefore gets a
 * crowd of similar nodes of each type: most filters match common values, and so the whole crowd.
 */
export const crowd = 1001;

/** Returns an article about its own nodes, one of each type, similar to those of all others. */
export function crowdArticle(id: string): ArticleJson {
  return {
    id,
    title: 'Attack',
    publisher: 'Wire',
    language: 'en',
    published: '2023-11-12',
    text: 'Attack in Iran',
    locations: [
      { id, name: 'Tehran', kind: 'CITY', country: 'IR', point: { latitude: 33.3, longitude: 44.4 }, partOf: 'asia' },
      { id: 'asia', name: 'Asia' },
    ],
    actors: [
      { id, name: 'Emile', kind: 'PERSON', country: 'IR', affiliations: [{ type: 'MEMBER_OF', actor: 'army' }] },
      { id: 'army', name: 'The army' },
    ],
    incidents: [
      {
        id,
        title: 'Attack',
        type: 'BATTLE',
        methods: ['DRONE'],
        weapons: [{ method: 'DRONE', count: 2 }],
        outcome: 'COMPLETED',
        date: '2023-11-12',
        location: id,
        participants: [{ actor: id, role: 'TARGET' }],
        casualties: [{ kind: 'KILLED', count: 2 }],
      },
    ],
    statements: [
      {
        id: 'p',
        type: 'CLAIM_OF_RESPONSIBILITY',
        text: 'Attack',
        speaker: id,
        actors: [id],
        incidents: [id],
      },
    ],
  };
}
