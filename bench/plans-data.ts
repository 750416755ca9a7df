import type { ActorInput, Article, IncidentInput, StatementInput } from '../src/entities/article/article.ts';
import { ActorKind, IncidentType, StatementType } from '../src/generated/schema.ts';
import type { GeneratedData } from './contenders.ts';
import { documentsOf } from './documents-of.ts';
import { makeArticles } from './peers/articles.ts';
import { createRandom, type Random } from './random.ts';

/** The set to tune by: few incidents in an article, and few actors that occur in most of them. */
const press: GeneratedData = { name: 'press', documents: () => documentsOf([...makeArticles(9_000, 7)]) };

/** The set that is kept out of tuning: a tenth of the incidents have half of all statements. */
const wire: GeneratedData = { name: 'wire', documents: () => documentsOf([...wireArticles(5_000, 11)]) };

export const plansData: readonly GeneratedData[] = [press, wire];

const kinds = Object.values(ActorKind);
const incidentTypes = Object.values(IncidentType);
const statementTypes = Object.values(StatementType);
const actors = 4_000;
const firstDay = Date.UTC(2010, 0, 1);

/**
 * Articles of four incidents and 9 or 80 statements, with 4,000 actors of which those with high numbers are rare, and
 * kinds and types that are unevenly frequent.
 */
export function* wireArticles(count: number, seed: number): Generator<Article> {
  const random = createRandom(seed);
  for (let number = 1; number <= count; number++) yield wireArticle(number, random);
}

function wireArticle(number: number, random: Random): Article {
  const found = new Map<string, ActorInput>();
  const actor = (): string => {
    const drawn = Math.floor(actors * random.share() ** 3);
    const id = `actor-${drawn}`;
    const kind = unevenly(kinds, createRandom(drawn));
    found.set(id, { id, name: `Actor ${drawn}`, kind, country: drawn % 5 === 0 ? 'SY' : 'IQ' });
    return id;
  };
  const incidents: IncidentInput[] = Array.from({ length: 4 }, (_, index) => ({
    id: `incident-${number}-${index}`,
    type: unevenly(incidentTypes, random),
    title: `Event ${index} of wire ${number}`,
    date: { edtf: new Date(firstDay + random.below(4_000) * 86_400_000).toISOString().slice(0, 10) },
    participants: [{ actor: actor(), role: 'PERPETRATOR' }],
  }));
  const statements: StatementInput[] = Array.from({ length: random.below(10) === 0 ? 80 : 9 }, (_, index) => ({
    id: `said-${index}`,
    type: unevenly(statementTypes, random),
    text: `Statement ${index} of wire ${number}.`,
    speaker: actor(),
    incidents: [random.pick(incidents).id],
  }));
  return {
    id: `wire-${number}`,
    title: `Wire ${number}`,
    publisher: `Agency ${random.below(9)}`,
    published: new Date(firstDay + random.below(4_000) * 86_400_000).toISOString().slice(0, 10),
    text: `Wire ${number}.`,
    actors: [...found.values()],
    incidents,
    statements,
  };
}

/** One of the values: the first is drawn most often, the last in about one of a thousand cases. */
function unevenly<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(values.length * random.share() ** 2.5)] as T;
}
