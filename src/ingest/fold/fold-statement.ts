import type { Article, StatementInput } from '../../article/article.ts';
import { StatementLinkType, StatementType } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import { monthsOf } from '../../graph/months.ts';
import { statementLinkKey } from '../../graph/part-key.ts';
import type { Stance, StatementDocument, StatementLinkDocument } from '../../statement/statement-document.ts';
import { foundBy } from '../found-by.ts';
import { distinct, maxUnited } from './fold-reports.ts';
import { foldDate } from './fold-values.ts';
import { omitAbsent } from './omit-absent.ts';
import { byCodeUnits, byEnum } from './sorting.ts';

/** The statement at `place` of an article, but for the links that it answers: see `linkStatement`. */
export function foldStatement(article: Article, place: number, statement: StatementInput): StatementDocument {
  const { type, text, quote, mode, condition, speaker, onBehalfOf } = statement;
  const date = statement.date && foldDate(statement.date);
  const incidents = [...new Set(statement.incidents)];
  const actors = [...new Set(statement.actors)];
  const responsible = responsibilities(statement, actors);
  return omitAbsent({
    _id: statementId(article, statement),
    article: article.id,
    place,
    published: article.published,
    publisher: article.publisher,
    type,
    text,
    quote,
    mode,
    date,
    condition,
    speaker,
    onBehalfOf,
    voices: [...new Set([speaker, onBehalfOf])].filter((actor) => actor !== undefined),
    incidents,
    actors,
    given: (statement.links ?? []).map(({ type, statement }) => ({ type, statement })),
    waitsFor: [],
    links: [],
    linkKeys: [],
    responsible: responsible.map(({ stance, actor }) => `${stance} ${actor}`),
    stances: omitAbsent({
      claimedBy: actorsOf(responsible, 'CLAIMED_BY'),
      deniedBy: actorsOf(responsible, 'DENIED_BY'),
      attributedTo: actorsOf(responsible, 'ATTRIBUTED_TO'),
    }),
    counts: { incidents: incidents.length, actors: actors.length },
    order: { start: date?.start ?? '', end: date?.end ?? '', mode: mode ?? '' },
    months: date ? monthsOf(date) : [],
    folded: omitAbsent({ quote: quote && collationKey(quote), condition: condition && collationKey(condition) }),
    ...foundBy([text, quote].map((text) => ({ mark: 's', text, language: article.language }))),
  });
}

/** `article.statement` */
export function statementId(article: Article, statement: StatementInput): string {
  return `${article.id}.${statement.id}`;
}

/** Whether a link of this type answers from both ends. */
export function isMutual(type: StatementLinkType): boolean {
  return type === StatementLinkType.SAME_UTTERANCE || type === StatementLinkType.CONTRADICTS;
}

/**
 * The same statement with the links that it answers: those it gives, and mutual ones that others give, `linkedBy`, turned
 * round; only those whose other end is stored.
 */
export function linkStatement(
  statement: StatementDocument,
  linkedBy: readonly StatementLinkDocument[],
  isStored: (statement: string) => boolean,
): StatementDocument {
  const { _id, given } = statement;
  const answered = [...given, ...linkedBy].filter((link) => link.statement !== _id && isStored(link.statement));
  const links = [...new Map(answered.map((link) => [statementLinkKey(link), link])).values()]
    .sort((a, b) => byLinkType(a.type, b.type) || byCodeUnits(a.statement, b.statement))
    .slice(0, maxUnited);
  const waitsFor = distinct(given.map((link) => link.statement).filter((other) => !isStored(other)));
  return { ...statement, waitsFor, links, linkKeys: links.map(statementLinkKey) };
}

const byLinkType = byEnum(StatementLinkType);

interface Responsibility {
  stance: Stance;
  actor: string;
}

function responsibilities(statement: StatementInput, actors: readonly string[]): Responsibility[] {
  const voice = statement.onBehalfOf ?? statement.speaker;
  const voices = voice === undefined ? [] : [voice];
  switch (statement.type) {
    case StatementType.CLAIM_OF_RESPONSIBILITY:
      return stances('CLAIMED_BY', voices);
    case StatementType.DENIAL_OF_RESPONSIBILITY:
      return stances('DENIED_BY', voices);
    case StatementType.ATTRIBUTION:
    case StatementType.ACCUSATION:
      return stances('ATTRIBUTED_TO', actors);
    default:
      return [];
  }
}

function stances(stance: Stance, actors: readonly string[]): Responsibility[] {
  return actors.map((actor) => ({ stance, actor }));
}

function actorsOf(responsible: readonly Responsibility[], stance: Stance): string[] | undefined {
  const actors = responsible.filter((each) => each.stance === stance).map(({ actor }) => actor);
  return actors.length > 0 ? actors : undefined;
}
