import type { Article } from '../../entities/article/article.ts';
import { readNames } from './article-names.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkEntities } from './check-entities.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkIncident } from './check-incident.ts';
import { checkOriginals } from './check-originals.ts';
import { checkPoints } from './check-points.ts';
import { checkPublication } from './check-publication.ts';
import { checkStatements } from './check-statements.ts';
import { isEnglish } from './english/is-english.ts';
import { listed } from './facts.ts';
import { anchorsOf, type Reading, readArticle } from './reading.ts';
import type { Warning } from './warning.ts';

/**
 * Returns the warnings about an accepted article: facts that its words do not support. Warnings about the text come
 * first, then those about places, actors, incidents and statements, each in the order of its list. Facts are compared
 * with the quotes of their evidence.
 *
 * Only English texts are read, as determined by `isEnglish`. In other languages the codes are NO_EVIDENCE,
 * ORIGINAL_NOT_IN_TEXT, QUOTE_NOT_IN_TEXT, AFTER_PUBLICATION and FAR_FROM_PARENT. An article without annotations has no
 * warnings. Takes time linear in the size of the article: 0.3 ms for a typical one, some seconds for 8 MiB.
 */
export function groundArticle(article: Article): Warning[] {
  if (!hasFacts(article)) return [];
  const reading = isEnglish(article) ? readArticle(article) : undefined;
  return inOrder([
    ...checkEvidence(article),
    ...checkPoints(article),
    ...checkPublication(article, anchorsOf(article.published)),
    ...checkOriginals(article, reading),
    ...(reading ? compareWords(reading) : []),
  ]);
}

function hasFacts({ locations, actors, incidents, statements }: Article): boolean {
  return [locations, actors, incidents, statements].some((list) => list !== undefined && list.length > 0);
}

function compareWords(reading: Reading): Warning[] {
  const names = readNames(reading);
  return [
    ...checkEntities(reading, names),
    ...[...listed('/incidents', reading.article.incidents)].flatMap((each) => checkIncident(reading, names, each)),
    ...checkStatements(reading, names),
    ...checkCoverage(reading, names),
  ];
}

const order = ['text', 'locations', 'actors', 'incidents', 'statements'];

/** Sorts warnings by list and by position in the list. Warnings about one element keep the order of the checks. */
function inOrder(warnings: readonly Warning[]): Warning[] {
  const placed = warnings.map((warning) => {
    const [, list = '', index = ''] = warning.pointer.split('/');
    return { warning, list: order.indexOf(list), index: Number(index) };
  });
  return placed.sort((a, b) => a.list - b.list || a.index - b.index).map(({ warning }) => warning);
}
