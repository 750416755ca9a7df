import type { ActorInput, Article, IncidentInput, StatementInput } from '../src/entities/article/article.ts';
import { ActorKind, IncidentType, ParticipantRole, StatementType } from '../src/generated/schema.ts';
import { wireArticles } from './plans-data.ts';
import { createRandom, type Random } from './random.ts';

/** A set of articles to seed. */
export interface SeedData {
  name: string;
  articles(count: number): Iterable<Article>;
}

/** The first set is to tune by; the second is kept out of tuning. */
export const seedData: readonly SeedData[] = [
  { name: 'dense', articles: (count) => denseArticles(count, 23) },
  { name: 'wire', articles: (count) => wireArticles(count, 11) },
];

const actors = 4_000;
const statements = 20;
const firstDay = Date.UTC(2012, 0, 1);

const words = [
  ...[
    'council',
    'convoy',
    'border',
    'market',
    'checkpoint',
    'minister',
    'official',
    'residents',
    'witness',
    'hospital',
  ],
  ...['night', 'morning', 'talks', 'truce', 'patrol', 'bridge', 'village', 'district', 'spokesman', 'report', 'claims'],
];

/** Articles of 1 to 3 incidents, 20 statements and some 10 of 4,000 actors, of which few occur in many articles. */
function* denseArticles(count: number, seed: number): Generator<Article> {
  const random = createRandom(seed);
  for (let number = 1; number <= count; number++) yield denseArticle(number, random);
}

function denseArticle(number: number, random: Random): Article {
  const named = Array.from({ length: 10 }, () => Math.floor(actors * random.share() ** 2));
  const cast: ActorInput[] = [...new Set(named)].map((drawn) => ({
    id: `actor-${drawn}`,
    name: `The ${words[drawn % words.length]} group ${drawn}`,
    kind: Object.values(ActorKind)[drawn % 12] ?? 'UNIDENTIFIED',
    country: drawn % 3 === 0 ? 'SY' : 'IQ',
  }));
  const sentences: string[] = [];
  const say = (length: number): string => {
    const sentence = Array.from({ length }, () => random.pick(words)).join(' ');
    sentences.push(sentence);
    return sentence;
  };
  const incidents: IncidentInput[] = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    id: `event-${number}-${index}`,
    title: `${say(6)} ${number}`,
    type: random.pick(Object.values(IncidentType)),
    date: { edtf: toDay(random) },
    participants: [
      ...new Map(
        Array.from({ length: 1 + random.below(4) }, () => {
          const participant = { actor: random.pick(cast).id, role: random.pick(Object.values(ParticipantRole)) };
          return [`${participant.actor} ${participant.role}`, participant];
        }),
      ).values(),
    ],
  }));
  const said: StatementInput[] = Array.from({ length: statements }, (_, index) => ({
    id: `said-${index}`,
    type: random.pick(Object.values(StatementType)),
    text: say(14),
    speaker: random.pick(cast).id,
    incidents: [random.pick(incidents).id],
  }));
  return {
    id: `dense-${number}`,
    title: say(8),
    publisher: `Paper ${random.below(30)}`,
    published: toDay(random),
    text: sentences.join('. '),
    actors: cast,
    incidents,
    statements: said,
  };
}

function toDay(random: Random): string {
  return new Date(firstDay + random.below(3_000) * 86_400_000).toISOString().slice(0, 10);
}
