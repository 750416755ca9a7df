import { article, incident } from '../support/articles.ts';

const counts = { airbase: 5, convoy: 11, dam: 0 };

type ToldIncident = keyof typeof counts;

/** An article with 5, 11 and 0 statements about its three incidents. */
export const toldIncidents = article('a', {
  incidents: Object.keys(counts).map((id) => incident(id)),
  statements: Object.keys(counts).flatMap((id) =>
    whatIsSaid(id as ToldIncident).map((text, i) => ({ id: `s-${id}-${i}`, type: 'COMMENT', text, incidents: [id] })),
  ),
});

/** The texts of the statements about an incident, in the order of the article. */
export function whatIsSaid(incident: ToldIncident, count = counts[incident]): string[] {
  return Array.from({ length: count }, (_, i) => `${i} of ${incident}`);
}
