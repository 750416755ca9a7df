import { type LabelledEnum, labelOf } from '../state/labels.ts';
import type { Span } from './segments.ts';

/** What words are evidence of, as the legend names it. */
export const categories = {
  casualty: 'Casualties',
  participant: 'Participants',
  weapon: 'Methods and targets',
  place: 'Places',
  date: 'Date',
  incident: 'The incident',
  statement: 'Statements',
  other: 'Anything else',
} as const;

export type Category = keyof typeof categories;

/** A span of the text with what it is evidence of. */
export interface Mark extends Span {
  id: string;
  /** Names the fact: see `factKey`. */
  key: string;
  category: Category;
  /** The fact in words. */
  label: string;
  /** The article's address with a text fragment for these words. */
  url: string | null;
}

/** A piece of evidence as the gateway answers it. */
export interface Evidence extends Span {
  id: string;
  claim: string;
  url: string | null;
  supports: { __typename: string; id: string; label: string };
}

/** What belongs to the open incident. */
export interface Scope {
  incident: string;
  /** The ids of the statements about it. */
  statements: ReadonlySet<string>;
  /** The ids of its places. */
  locations: ReadonlySet<string>;
  /** The names of actors and places, by their ids without the type. */
  names: ReadonlyMap<string, string>;
  /** The date in the words of the article. */
  dateWords: string | null;
}

/** Names a fact: a node, or the part of it that a claim such as `casualties/KILLED` leads to. */
export function factKey(node: string, claim = ''): string {
  return claim ? `${node}#${claim}` : node;
}

/** The key of an incident's date, which has words of its own but no evidence. */
export function dateKey(incident: string): string {
  return factKey(incident, 'date');
}

/**
 * The marks of a text: those of the open incident, its parts, places and statements, or with `all` those of everything.
 * Of marks on the same words, the one that says most comes first.
 */
export function marksOf(text: string, evidence: readonly Evidence[], scope: Scope, all: boolean): Mark[] {
  const marks = evidence.flatMap((piece) => {
    const category = categoryOf(piece, scope);
    if (category === null && !all) return [];
    const { id, start, end, claim, supports, url } = piece;
    return [
      {
        id,
        start,
        end,
        url,
        key: factKey(supports.id, claim),
        category: category ?? 'other',
        label: labelOfEvidence(piece, scope.names),
      },
    ];
  });
  marks.push(...datesIn(text, evidence, scope));
  const rank = Object.keys(categories);
  return marks.sort((a, b) => rank.indexOf(a.category) - rank.indexOf(b.category));
}

function categoryOf({ supports, claim }: Evidence, scope: Scope): Category | null {
  if (supports.id === scope.incident) return categoryOfClaim[claim.split('/', 1)[0] ?? ''] ?? 'incident';
  if (scope.statements.has(supports.id)) return 'statement';
  if (scope.locations.has(supports.id)) return 'place';
  return null;
}

const categoryOfClaim: Record<string, Category | undefined> = {
  casualties: 'casualty',
  participants: 'participant',
  weapons: 'weapon',
  targets: 'weapon',
  places: 'place',
};

/** Where the article's words for the date stand: within the evidence of the incident, or else where they stand only once. */
function datesIn(text: string, evidence: readonly Evidence[], { incident, dateWords }: Scope): Mark[] {
  if (!dateWords) return [];
  const places: Span[] = [];
  for (let at = text.indexOf(dateWords); at >= 0 && places.length < 100; at = text.indexOf(dateWords, at + 1))
    places.push({ start: at, end: at + dateWords.length });
  const own = evidence.filter(({ supports }) => supports.id === incident);
  const within = places.filter((place) => own.some(({ start, end }) => start <= place.start && place.end <= end));
  const sure = within.length > 0 ? within : places.length === 1 ? places : [];
  return sure.map((place) => ({
    ...place,
    id: `date ${place.start}`,
    key: dateKey(incident),
    category: 'date',
    label: 'Date of the incident',
    url: null,
  }));
}

/** What a piece of evidence is evidence of: “Target: us-troops” or “Statement: Tehran denies any involvement”. */
function labelOfEvidence(
  { claim, supports }: Pick<Evidence, 'claim' | 'supports'>,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const type = labelOf(supports.__typename.toUpperCase(), 'SearchType');
  if (!claim) return `${type}: ${supports.label}`;
  return supports.__typename === 'Incident'
    ? `${claimInWords(claim, names)} · ${supports.label}`
    : `${claimInWords(claim, names)} · ${type}: ${supports.label}`;
}

/** A claim in words: `participants/TARGET/us-troops` is “Target: US troops”, or without a name “Target: us troops”. */
export function claimInWords(claim: string, names: ReadonlyMap<string, string> = new Map()): string {
  const [list = '', value = '', ...rest] = claim.split('/');
  const of = enumOfList[list];
  if (!of) return claim;
  const within = rest[0] === 'within';
  const name = rest
    .filter((part) => !/^\d*$/.test(part) && !(within && part === 'within'))
    .map((part) => names.get(part) ?? part.replaceAll('-', ' '))
    .join(', ');
  return `${labelOf(value, of)}${within ? ', among them' : ''}${name ? `: ${name}` : ''}`;
}

const enumOfList: Record<string, LabelledEnum | undefined> = {
  casualties: 'CasualtyKind',
  participants: 'ParticipantRole',
  weapons: 'Method',
  targets: 'TargetKind',
  places: 'PlaceRole',
  links: 'IncidentLinkType',
  affiliations: 'AffiliationType',
};
