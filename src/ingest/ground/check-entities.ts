import type { AffiliationInput } from '../../entities/article/article.ts';
import type { ArticleNames } from './article-names.ts';
import { listed } from './facts.ts';
import { findMissingName, type NameSearch } from './find-missing-name.ts';
import { findWrongDate } from './find-wrong-date.ts';
import type { Named } from './names.ts';
import { passageOf, type Reading } from './reading.ts';
import { type Warning, warn } from './warning.ts';

/**
 * Warns of quotes of actors and places that do not name them, and of affiliations whose evidence does not name the
 * other actor or gives another date.
 */
export function checkEntities(reading: Reading, { actors, places, actorsById }: ArticleNames): Warning[] {
  const { article } = reading;
  return [
    ...[...listed('/locations', article.locations)].flatMap(({ pointer, value }) => checkOwn(pointer, value, places)),
    ...[...listed('/actors', article.actors)].flatMap(({ pointer, value }) => [
      ...checkOwn(pointer, value, actors),
      ...[...listed(`${pointer}/affiliations`, value.affiliations)].flatMap((each) => checkAffiliation(each)),
    ]),
  ];

  function checkOwn(pointer: string, named: Named, search: NameSearch): Warning[] {
    return [...listed(`${pointer}/evidence`, named.evidence)].flatMap((each) => {
      const fault = findMissingName(reading, passageOf(reading, [each.value]), named, search, false);
      return warn(each.pointer, 'NAME_NOT_NEAR', fault);
    });
  }

  function checkAffiliation({ pointer, value: { actor, date, evidence = [] } }: Affiliation): Warning[] {
    const other = actorsById.get(actor);
    const passage = passageOf(reading, evidence);
    return [
      ...(other
        ? warn(`${pointer}/actor`, 'NAME_NOT_NEAR', findMissingName(reading, passage, other, actors, false))
        : []),
      ...(date ? warn(`${pointer}/date`, 'DATE_NOT_IN_QUOTE', findWrongDate(reading, passage, date)) : []),
    ];
  }
}

interface Affiliation {
  pointer: string;
  value: AffiliationInput;
}
