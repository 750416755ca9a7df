import type { FigureInput } from '../../entities/article/article.ts';
import type { ArticleNames } from './article-names.ts';
import { listed } from './facts.ts';
import { countedBy } from './figure-kinds.ts';
import { findMissingName, type NameSearch } from './find-missing-name.ts';
import { findWrongDate } from './find-wrong-date.ts';
import { findWrongNumber } from './find-wrong-number.ts';
import { findWrongSpeaker } from './find-wrong-speaker.ts';
import type { Named } from './names.ts';
import { type Passage, passageOf, type Reading } from './reading.ts';
import { type Warning, warn } from './warning.ts';

/**
 * Warns of statements whose evidence gives another speaker or date, does not name an addressee or the place,
 * or does not say a figure.
 */
export function checkStatements(
  reading: Reading,
  { actors, places, actorsById, placesById, speech }: ArticleNames,
): Warning[] {
  return [...listed('/statements', reading.article.statements)].flatMap(({ pointer, value: statement }) => {
    const { date, evidence = [] } = statement;
    const passage = passageOf(reading, evidence);
    const speaker = statement.speaker === undefined ? undefined : actorsById.get(statement.speaker);
    const fault = speaker && findWrongSpeaker(reading, speech, passage, { statement, speaker }, actors);
    return [
      ...(date ? warn(`${pointer}/date`, 'DATE_NOT_IN_QUOTE', findWrongDate(reading, passage, date)) : []),
      ...warn(`${pointer}/speaker`, 'NAME_NOT_NEAR', fault),
      ...[...listed(`${pointer}/to`, statement.to), ...listed(`${pointer}/via`, statement.via)].flatMap((each) =>
        checkName(each.pointer, actorsById.get(each.value), passage, actors),
      ),
      ...checkName(`${pointer}/location`, placesById.get(statement.location ?? ''), passage, places),
      ...[...listed(`${pointer}/figures`, statement.figures)].flatMap((each) => checkFigure(each, passage)),
    ];
  });

  /** The evidence of a statement may name others too, so only a name that is missing around it is a fault. */
  function checkName(at: string, named: Named | undefined, passage: Passage, search: NameSearch): Warning[] {
    return named ? warn(at, 'NAME_NOT_NEAR', findMissingName(reading, passage, named, search, false)) : [];
  }

  function checkFigure({ pointer, value }: { pointer: string; value: FigureInput }, passage: Passage): Warning[] {
    const { kind, count, original = count.original } = value;
    const quantity = { ...count, ...(original !== undefined && { original }) };
    const fault = findWrongNumber(reading, passage, quantity, countedBy(kind));
    return warn(`${pointer}/count`, 'NUMBER_NOT_IN_QUOTE', fault);
  }
}
