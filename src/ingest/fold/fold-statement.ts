import type { Article, FigureInput, StatementInput } from '../../entities/article/article.ts';
import type {
  FigureDocument,
  Stance,
  StatementDocument,
  StatementLinkDocument,
} from '../../entities/statement/statement-document.ts';
import { StatementLinkType, StatementType } from '../../generated/schema.ts';
import { statementLinkKey } from '../../query/evidence-key.ts';
import { monthsOf } from '../../query/months.ts';
import { byCodeUnits, byEnum } from '../../text/compare.ts';
import { foldText } from '../../text/fold-text.ts';
import { dayOf } from '../parse/publication.ts';
import { distinct, maxUnited } from './fold-reports.ts';
import { omitAbsent } from './omit-absent.ts';
import { searchFields } from './search-fields.ts';
import { foldDate, foldQuantity } from './stored-values.ts';

/**
 * Returns the document of the statement at index `place` of an article. `links` and `waitsFor` are empty;
 * `linkStatement` sets them.
 */
export function foldStatement(article: Article, place: number, statement: StatementInput): StatementDocument {
  const { type, text, quote, mode, hedge, condition, speaker, onBehalfOf, anonymous = false, location } = statement;
  const date = statement.date && foldDate(statement.date);
  const incidents = [...new Set(statement.incidents)];
  const actors = [...new Set(statement.actors)];
  const figures = (statement.figures ?? []).slice(0, maxUnited).map(foldFigure);
  const responsible = responsibilities(statement, actors);
  return omitAbsent({
    _id: statementId(article, statement),
    article: article.id,
    place,
    published: dayOf(article.published),
    publisher: article.publisher,
    type,
    text,
    quote,
    mode,
    hedge,
    date,
    condition,
    speaker,
    onBehalfOf,
    anonymous,
    to: inOrder(statement.to),
    via: inOrder(statement.via),
    location,
    figures,
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
    counts: { incidents: incidents.length, actors: actors.length, figures: figures.length },
    order: {
      start: date?.start ?? '',
      end: date?.end ?? '',
      mode: mode ?? '',
      hedge: hedge ?? '',
      published: article.published,
    },
    months: date ? monthsOf(date) : [],
    folded: omitAbsent({ quote: quote && foldText(quote), condition: condition && foldText(condition) }),
    ...searchFields(
      [text, quote].map((text) => ({ mark: 's', kind: 'statement' as const, text, language: article.language })),
    ),
  });
}

/** Returns the distinct ids in their order, at most `maxUnited` of them. */
function inOrder(ids: readonly string[] | undefined): string[] {
  return [...new Set(ids)].slice(0, maxUnited);
}

function foldFigure({ kind, count, unit, original, incident }: FigureInput): FigureDocument {
  return omitAbsent({
    kind,
    count: foldQuantity(count),
    unit,
    original,
    folded: omitAbsent({ unit: unit && foldText(unit), original: original && foldText(original) }),
    incident,
  });
}

/** Returns the slug of a statement, `article.statement`. */
export function statementId(article: Article, statement: StatementInput): string {
  return `${article.id}.${statement.id}`;
}

/** Returns whether a link of this type holds in both directions. */
export function isMutual(type: StatementLinkType): boolean {
  return type === StatementLinkType.SAME_UTTERANCE || type === StatementLinkType.CONTRADICTS;
}

/**
 * Returns a copy of the statement with its links: those that its article states, and the reversed mutual links of other
 * statements, `linkedBy`. Links to statements that are not stored are left out and listed in `waitsFor`.
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
