import type { Article, IncidentInput, StatementInput } from '../src/entities/article/article.ts';
import { IncidentType, StatementType } from '../src/generated/schema.ts';
import type { GeneratedData } from './contenders.ts';
import { documentsOf } from './documents-of.ts';
import { createRandom } from './random.ts';

/** A set of generated articles, and the words to search in it. */
export interface SearchData extends GeneratedData {
  words: SearchWords;
}

export interface SearchWords {
  /** Words of many texts. */
  frequent: readonly [string, string, string];
  /** Frequent words that are in the same text once in `1 / meeting` texts. */
  apart: readonly [string, string];
  rare: string;
  phrase: readonly [string, string];
}

/** How uneven a set is. */
interface Shape {
  name: string;
  seed: number;
  articles: number;
  vocabulary: number;
  /** The exponent and the offset of the Zipf-Mandelbrot law by which words are drawn. */
  exponent: number;
  offset: number;
  /** The number of topics, of which each article has one; 0 if words do not depend on a topic. */
  topics: number;
  /** The number of words of an article's text, from a number between 0 and 1. */
  textWords(chance: number): number;
  statements(chance: number): number;
  languages: readonly string[];
}

/** The syllables of words. */
const starts = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'st', 'tr'];
const vowels = ['a', 'o', 'u', 'i'];

const statementWords = 20;
const meeting = 0.005;

/** The set to tune by: words are independent of each other, and articles are of similar size. */
const even: Shape = {
  name: 'tuned',
  seed: 1,
  articles: 8_000,
  vocabulary: 20_000,
  exponent: 1,
  offset: 0,
  topics: 0,
  textWords: (chance) => 120 + Math.floor(chance * 120),
  statements: (chance) => 8 + Math.floor(chance * 5),
  languages: ['en'],
};

/** The set that is kept out of tuning: topics, several languages, and a tenth of articles with half of all statements. */
const topical: Shape = {
  name: 'held out',
  seed: 2,
  articles: 8_000,
  vocabulary: 60_000,
  exponent: 1.15,
  offset: 2.7,
  topics: 40,
  textWords: (chance) => Math.floor(40 / (1.05 - chance)),
  statements: (chance) => (chance < 0.1 ? 50 : Math.floor((chance - 0.1) * 12.4)),
  languages: ['en', 'en', 'en', 'fr', 'de', 'es', 'ar'],
};

export const searchData: readonly SearchData[] = [even, topical].map((shape) => ({
  name: shape.name,
  words: {
    frequent: [wordOf(3), wordOf(6), wordOf(9)],
    apart: ['northbank', 'southbank'],
    rare: wordOf(2_500),
    phrase: ['grand', 'harbor'],
  },
  documents: () => documentsOf(makeArticles(shape)),
}));

function makeArticles(shape: Shape): Article[] {
  const chance = createRandom(shape.seed).share;
  const draw = createDraw(shape, chance);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  return Array.from({ length: shape.articles }, (_, index) => {
    const topic = shape.topics === 0 ? 0 : Math.floor(chance() ** 2 * shape.topics);
    const text = (length: number) => textOf(draw, topic, length, chance);
    const id = `article-${Math.floor(chance() * 1e9)}-${index}`;
    const actors = Array.from({ length: 4 }, () => Math.floor(chance() ** 2 * 4_000));
    const actorIds = [...new Set(actors)].map((number) => `actor-${number}`);
    const incidents: IncidentInput[] = Array.from({ length: 1 + Math.floor(chance() * 3) }, (__, i) => ({
      id: `incident-${index}-${i}`,
      type: pick(Object.values(IncidentType)),
      title: text(7),
      summary: text(25),
    }));
    const statements: StatementInput[] = Array.from({ length: shape.statements(chance()) }, (__, i) => ({
      id: `said-${i}`,
      type: pick(Object.values(StatementType)),
      text: text(statementWords),
      speaker: pick(actorIds),
      incidents: [pick(incidents).id],
    }));
    return {
      id,
      title: text(9),
      language: pick(shape.languages),
      published: new Date(Date.UTC(2014, 0, 1 + Math.floor(chance() * 4_000))).toISOString().slice(0, 10),
      text: text(shape.textWords(chance())),
      actors: actorIds.map((actor) => ({ id: actor, name: `${wordOf(200 + Number(actor.slice(6)))} ${actor}` })),
      incidents,
      statements,
    };
  });
}

function textOf(draw: (topic: number) => string, topic: number, length: number, chance: () => number): string {
  const words = Array.from({ length }, () => draw(topic));
  // Each text is on one side. Both names are in it only rarely.
  if (chance() < 0.4) words[Math.floor(chance() * length)] = chance() < 0.5 ? 'northbank' : 'southbank';
  if (chance() < meeting) words.push('northbank', 'southbank');
  const kind = chance();
  if (kind < 0.1) words.splice(Math.floor(chance() * length), 0, 'grand', 'harbor');
  else if (kind < 0.2) words.push('grand', draw(topic), 'harbor');
  return words.join(' ');
}

/** Draws words by rank. With topics, half of the words come from a part of the vocabulary that is the topic's own. */
function createDraw({ vocabulary, exponent, offset, topics }: Shape, chance: () => number): (topic: number) => string {
  const ends: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= vocabulary; rank++) {
    sum += 1 / (rank + offset) ** exponent;
    ends.push(sum);
  }
  return (topic) => {
    const rank = firstAbove(ends, chance() * sum);
    return wordOf(topics > 0 && chance() < 0.5 ? rank * topics + topic : rank);
  };
}

function firstAbove(ends: readonly number[], value: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A pronounceable word, different for each number. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 64; rest > 0; rest = Math.floor(rest / 64)) {
    word += `${starts[rest % 16] as string}${vowels[Math.floor(rest / 16) % 4] as string}`;
  }
  return `${word}k`;
}
