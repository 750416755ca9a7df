import { labelOf } from '../../explorer/state/labels.ts';
import type { Category } from '../../explorer/words/marks.ts';
import { type Segment, type Span, segment } from '../../explorer/words/segments.ts';
import type { ArticleJson, JsonObject } from '../model/article-json.ts';
import { cardsOf } from '../model/article-json.ts';
import { nameOf } from '../model/differences.ts';
import { evidenceOf, spanOf, type Target, thingAt } from '../model/evidence.ts';
import { cardTypes, partOf } from '../model/fields.ts';

/** Words of the text that are evidence, or that should be. */
export interface Mark extends Span {
  category: Category | 'uncovered';
  label: string;
  /** What they support; null for a sentence that no evidence covers. */
  target: Target | null;
}

/** The marks of all evidence that stands in the text. */
export function marksOf(article: ArticleJson): Mark[] {
  return [...evidenceOf(article)].flatMap(({ target, quote }): Mark[] => {
    const span = spanOf(article.text, quote);
    if (!span) return [];
    return [{ ...span, target, category: categoryOf(target), label: labelOfTarget(article, target) }];
  });
}

function categoryOf({ list, part }: Target): Category {
  return (part && partOf(list, part.key)?.category) || cardTypes[list].category;
}

/** What a target is called: “Killed · Roadside bomb near Mosul Dam”, or “Place: Mosul Dam”. */
export function labelOfTarget(article: ArticleJson, { list, index, part }: Target): string {
  const card = cardsOf(article, list)[index];
  const name = card ? String(card[cardTypes[list].title] ?? card.id ?? '') : '';
  const title = name.length > 60 ? `${name.slice(0, 57).trimEnd()}…` : name;
  const thing = part && thingAt(article, { list, index, part });
  if (!part || !thing) return `${cardTypes[list].noun}: ${title || 'without a name'}`;
  return `${labelOfPart(article, list, part.key, thing)} · ${title}`;
}

/** What a part is called: “Killed”, “Target: US troops”. */
export function labelOfPart(article: ArticleJson, list: Target['list'], key: string, part: JsonObject): string {
  const noun = partOf(list, key)?.noun ?? key;
  const [value, of] = [
    [part.kind, key === 'casualties' ? 'CasualtyKind' : key === 'targets' ? 'TargetKind' : 'FigureKind'],
    [part.role, key === 'places' ? 'PlaceRole' : 'ParticipantRole'],
    [part.method, 'Method'],
    [
      part.type,
      list === 'actors' ? 'AffiliationType' : list === 'incidents' ? 'IncidentLinkType' : 'StatementLinkType',
    ],
  ].find(([held]) => typeof held === 'string') ?? [undefined, undefined];
  const words = typeof value === 'string' ? labelOf(value, of as Parameters<typeof labelOf>[1]) : noun;
  const about =
    typeof part.actor === 'string'
      ? nameOf(article, 'actors', part.actor)
      : typeof part.location === 'string'
        ? nameOf(article, 'locations', part.location)
        : '';
  return about ? `${words}: ${about}` : words;
}

/** Cuts the text into pieces. Marks of the open card come before others, and among them the smallest is on top. */
export function piecesOf(length: number, marks: readonly Mark[], open: Target | null): Segment<Mark>[] {
  const isOpen = ({ target }: Mark) =>
    Boolean(target && open && target.list === open.list && target.index === open.index);
  const [own, others] = [marks.filter(isOpen), marks.filter((mark) => !isOpen(mark))];
  if (own.length === 0) return segment(length, marks);
  return segment(length, own).flatMap((piece) => {
    if (piece.span) return [piece];
    const { start, end } = piece;
    const inside = others.flatMap((mark) =>
      mark.start < end && start < mark.end
        ? [{ ...mark, start: mark.start - start, end: mark.end - start, of: mark }]
        : [],
    );
    return segment(end - start, inside).map((part) => ({
      start: part.start + start,
      end: part.end + start,
      span: part.span?.of ?? null,
    }));
  });
}
