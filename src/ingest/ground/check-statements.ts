import type { ArticleNames } from './article-names.ts';
import { listed } from './facts.ts';
import { findWrongDate } from './find-wrong-date.ts';
import { findWrongSpeaker } from './find-wrong-speaker.ts';
import { passageOf, type Reading } from './reading.ts';
import { type Warning, warn } from './warning.ts';

/** Warns of statements whose evidence gives another speaker or date. */
export function checkStatements(reading: Reading, { actors, actorsById, speech }: ArticleNames): Warning[] {
  return [...listed('/statements', reading.article.statements)].flatMap(({ pointer, value: statement }) => {
    const { date, evidence = [] } = statement;
    const passage = passageOf(reading, evidence);
    const speaker = statement.speaker === undefined ? undefined : actorsById.get(statement.speaker);
    const fault = speaker && findWrongSpeaker(reading, speech, passage, { statement, speaker }, actors);
    return [
      ...(date ? warn(`${pointer}/date`, 'DATE_NOT_IN_QUOTE', findWrongDate(reading, passage, date)) : []),
      ...warn(`${pointer}/speaker`, 'NAME_NOT_NEAR', fault),
    ];
  });
}
