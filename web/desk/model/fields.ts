import type { LabelledEnum } from '../../explorer/state/labels.ts';
import type { Category } from '../../explorer/words/marks.ts';
import type { ListName } from './article-json.ts';

/** A field of a card or of a part, as `seed/article.schema.json` has it. */
export interface Field {
  key: string;
  label: string;
  kind: FieldKind;
  /** Whether it is shown while it is empty. The others are added on request. */
  isMain?: boolean;
  required?: boolean;
  /** An example of what may be written. */
  example?: string;
}

export type FieldKind =
  | { is: 'words' | 'sentences' | 'wordList' | 'flag' | 'quantity' | 'date' | 'country' | 'point' | 'side' | 'web' }
  | { is: 'name'; type: 'INCIDENT' | 'ACTOR' | 'LOCATION' }
  | { is: 'choice' | 'choices'; of: LabelledEnum }
  | { is: 'card' | 'cards'; list: ListName }
  | { is: 'statementOrOther' }
  | { is: 'parts'; part: Part };

/** What an element of a list of parts is: a participant, a casualty, a link. */
export interface Part {
  /** What one of them is called. */
  noun: string;
  /** How its words are marked in the text. */
  category: Category;
  fields: readonly Field[];
  hasEvidence: boolean;
}

/** What the cards of a list are. */
export interface CardType {
  /** What one is called, and several. */
  noun: string;
  plural: string;
  /** The field that names it. */
  title: string;
  category: Category;
  fields: readonly Field[];
}

const words = { is: 'words' } as const;
const choice = (of: LabelledEnum) => ({ is: 'choice', of }) as const;
const card = (list: ListName) => ({ is: 'card', list }) as const;
const cards = (list: ListName) => ({ is: 'cards', list }) as const;
const parts = (noun: string, category: Category, fields: Field[], hasEvidence = true) =>
  ({ is: 'parts', part: { noun, category, fields, hasEvidence } }) as const;

const saidBy: Field[] = [
  { key: 'assertedBy', label: 'Asserted by', kind: cards('statements') },
  { key: 'deniedBy', label: 'Denied by', kind: cards('statements') },
];
const count: Field = {
  key: 'count',
  label: 'Count',
  kind: { is: 'quantity' },
  isMain: true,
  example: '3, 10-12 or 41+',
};

export const cardTypes: Record<ListName, CardType> = {
  incidents: {
    noun: 'Incident',
    plural: 'Incidents',
    title: 'title',
    category: 'incident',
    fields: [
      { key: 'title', label: 'Title', kind: { is: 'name', type: 'INCIDENT' }, isMain: true, required: true },
      { key: 'type', label: 'Type', kind: choice('IncidentType'), isMain: true },
      { key: 'subtype', label: 'Subtype', kind: choice('IncidentSubtype'), isMain: true },
      { key: 'date', label: 'Date', kind: { is: 'date' }, isMain: true },
      { key: 'location', label: 'Place', kind: card('locations'), isMain: true },
      { key: 'locationPrecision', label: 'How close', kind: choice('LocationPrecision'), isMain: true },
      { key: 'outcome', label: 'Outcome', kind: choice('Outcome'), isMain: true },
      {
        key: 'casualties',
        label: 'Casualties',
        isMain: true,
        kind: parts('Casualties', 'casualty', [
          { key: 'kind', label: 'Kind', kind: choice('CasualtyKind'), isMain: true, required: true },
          count,
          { key: 'group', label: 'Who', kind: choice('CasualtyGroup'), isMain: true },
          { key: 'demographic', label: 'Age or sex', kind: choice('Demographic') },
          { key: 'within', label: 'Counted among others of this kind', kind: { is: 'flag' } },
          { key: 'severity', label: 'Severity', kind: choice('Severity') },
          { key: 'later', label: 'What became of them', kind: words },
          { key: 'actor', label: 'Actor', kind: card('actors') },
          ...saidBy,
        ]),
      },
      {
        key: 'participants',
        label: 'Participants',
        isMain: true,
        kind: parts('Participant', 'participant', [
          { key: 'actor', label: 'Actor', kind: card('actors'), isMain: true, required: true },
          { key: 'role', label: 'Role', kind: choice('ParticipantRole'), isMain: true, required: true },
          { key: 'status', label: 'Certainty', kind: choice('AttributionStatus'), isMain: true },
          { key: 'side', label: 'Side', kind: { is: 'side' }, example: 'A' },
        ]),
      },
      {
        key: 'weapons',
        label: 'Methods',
        isMain: true,
        kind: parts('Method', 'weapon', [
          { key: 'method', label: 'Method', kind: choice('Method'), isMain: true, required: true },
          { ...count, isMain: false },
          { key: 'outcome', label: 'Outcome', kind: choice('Outcome') },
          { key: 'certain', label: 'Certain', kind: { is: 'flag' } },
        ]),
      },
      {
        key: 'targets',
        label: 'Targets',
        isMain: true,
        kind: parts('Target', 'weapon', [
          { key: 'kind', label: 'Kind', kind: choice('TargetKind'), isMain: true, required: true },
          { key: 'name', label: 'Name', kind: words, isMain: true },
          { key: 'location', label: 'Place', kind: card('locations') },
          { key: 'damage', label: 'Damage', kind: choice('Damage') },
          { ...count, isMain: false },
        ]),
      },
      {
        key: 'places',
        label: 'Other places',
        kind: parts('Place', 'place', [
          { key: 'location', label: 'Place', kind: card('locations'), isMain: true, required: true },
          { key: 'role', label: 'Role', kind: choice('PlaceRole'), isMain: true, required: true },
          { key: 'precision', label: 'How close', kind: choice('LocationPrecision') },
        ]),
      },
      {
        key: 'links',
        label: 'Links to incidents',
        kind: parts('Link', 'incident', [
          { key: 'type', label: 'Link', kind: choice('IncidentLinkType'), isMain: true, required: true },
          { key: 'incident', label: 'Incident', kind: card('incidents'), isMain: true, required: true },
        ]),
      },
      { key: 'summary', label: 'Summary', kind: { is: 'sentences' } },
      { key: 'scope', label: 'One or several', kind: choice('IncidentScope') },
      { key: 'occurrence', label: 'Whether it happened', kind: choice('Occurrence') },
      { key: 'count', label: 'Number of events', kind: { is: 'quantity' }, example: '3, 10-12 or 41+' },
      { key: 'methods', label: 'Methods without words', kind: { is: 'choices', of: 'Method' } },
      { key: 'partOf', label: 'Part of', kind: card('incidents') },
      { key: 'mention', label: 'Only mentioned here', kind: { is: 'flag' } },
      { key: 'sameAs', label: 'The same elsewhere', kind: { is: 'wordList' }, example: 'https://…' },
    ],
  },
  actors: {
    noun: 'Actor',
    plural: 'Actors',
    title: 'name',
    category: 'participant',
    fields: [
      { key: 'name', label: 'Name', kind: { is: 'name', type: 'ACTOR' }, isMain: true, required: true },
      { key: 'kind', label: 'Kind', kind: choice('ActorKind'), isMain: true },
      { key: 'country', label: 'Country', kind: { is: 'country' }, isMain: true, example: 'IQ' },
      { key: 'aliases', label: 'Other names', kind: { is: 'wordList' }, isMain: true },
      {
        key: 'affiliations',
        label: 'Affiliations',
        kind: parts('Affiliation', 'participant', [
          { key: 'type', label: 'Relation', kind: choice('AffiliationType'), isMain: true, required: true },
          { key: 'actor', label: 'Actor', kind: card('actors'), isMain: true, required: true },
          { key: 'title', label: 'Office', kind: words },
          { key: 'date', label: 'Date', kind: { is: 'date' } },
          { key: 'status', label: 'Certainty', kind: choice('AttributionStatus') },
          ...saidBy,
        ]),
      },
      { key: 'sameAs', label: 'The same elsewhere', kind: { is: 'wordList' }, example: 'https://…' },
    ],
  },
  locations: {
    noun: 'Place',
    plural: 'Places',
    title: 'name',
    category: 'place',
    fields: [
      { key: 'name', label: 'Name', kind: { is: 'name', type: 'LOCATION' }, isMain: true, required: true },
      { key: 'kind', label: 'Kind', kind: choice('LocationKind'), isMain: true },
      { key: 'country', label: 'Country', kind: { is: 'country' }, isMain: true, example: 'IQ' },
      {
        key: 'point',
        label: 'Latitude and longitude',
        kind: { is: 'point' },
        isMain: true,
        example: '36.6303, 42.8231',
      },
      { key: 'partOf', label: 'Part of', kind: card('locations') },
      { key: 'aliases', label: 'Other names', kind: { is: 'wordList' } },
      { key: 'sameAs', label: 'The same elsewhere', kind: { is: 'wordList' }, example: 'https://…' },
    ],
  },
  statements: {
    noun: 'Statement',
    plural: 'Statements',
    title: 'text',
    category: 'statement',
    fields: [
      { key: 'text', label: 'What was said', kind: { is: 'sentences' }, isMain: true, required: true },
      { key: 'type', label: 'Type', kind: choice('StatementType'), isMain: true, required: true },
      { key: 'speaker', label: 'Speaker', kind: card('actors'), isMain: true },
      { key: 'quote', label: 'Quoted words', kind: { is: 'sentences' }, isMain: true },
      { key: 'mode', label: 'How it is told', kind: choice('SpeechMode'), isMain: true },
      { key: 'incidents', label: 'About incidents', kind: cards('incidents'), isMain: true },
      { key: 'actors', label: 'About actors', kind: cards('actors'), isMain: true },
      { key: 'onBehalfOf', label: 'On behalf of', kind: card('actors') },
      { key: 'anonymous', label: 'The speaker is kept anonymous', kind: { is: 'flag' } },
      { key: 'hedge', label: 'How the article hedges', kind: choice('Hedge') },
      { key: 'date', label: 'Date', kind: { is: 'date' } },
      { key: 'condition', label: 'Condition', kind: words },
      { key: 'to', label: 'Said to', kind: cards('actors') },
      { key: 'via', label: 'Passed on by', kind: cards('actors') },
      { key: 'location', label: 'Said at', kind: card('locations') },
      {
        key: 'figures',
        label: 'Figures',
        kind: parts(
          'Figure',
          'statement',
          [
            { key: 'kind', label: 'Kind', kind: choice('FigureKind'), isMain: true, required: true },
            { ...count, required: true },
            { key: 'unit', label: 'Unit', kind: words, isMain: true, example: 'USD' },
            { key: 'original', label: 'In the words of the text', kind: words },
            { key: 'incident', label: 'Incident', kind: card('incidents') },
          ],
          false,
        ),
      },
      {
        key: 'links',
        label: 'Links to statements',
        kind: parts(
          'Link',
          'statement',
          [
            { key: 'type', label: 'Link', kind: choice('StatementLinkType'), isMain: true, required: true },
            {
              key: 'statement',
              label: 'Statement',
              kind: { is: 'statementOrOther' },
              isMain: true,
              required: true,
              example: 'article.statement',
            },
          ],
          false,
        ),
      },
    ],
  },
};

/** The fields of the article itself. */
export const articleFields: readonly Field[] = [
  { key: 'published', label: 'Published', kind: words, isMain: true, required: true, example: '2024-01-15' },
  { key: 'title', label: 'Title', kind: words, isMain: true },
  { key: 'publisher', label: 'Publisher', kind: words, isMain: true },
  { key: 'url', label: 'Address', kind: { is: 'web' }, isMain: true, example: 'https://…' },
  { key: 'language', label: 'Language', kind: words, isMain: true, example: 'en' },
  { key: 'license', label: 'Licence', kind: words, isMain: true },
  { key: 'citation', label: 'Citation', kind: words, isMain: true },
];

/** The parts that a card type has, by their key. */
export function partOf(list: ListName, key: string): Part | undefined {
  const kind = cardTypes[list].fields.find((field) => field.key === key)?.kind;
  return kind?.is === 'parts' ? kind.part : undefined;
}
