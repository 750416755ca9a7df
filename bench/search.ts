import { ask, type Contender, openContenders } from './contenders.ts';
import { type SearchWords, searchData } from './search-data.ts';

const repeats = Number(process.env.BENCH_REPEATS ?? 15);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 5;
/** The max median of the embedded store, in ms. */
const limit = 100;

interface Question {
  name: string;
  /** Whether something is written before each request, so that rarities must be counted again. */
  afterWrite?: boolean;
  text: string;
  query: string;
  /** The number of hits before the page. */
  skip?: number;
}

/**
 * Measures searches in 8,000 generated articles with about 80,000 statements, and prints medians, hits and the number
 * of commands. There are two sets of articles, of which one is not used for tuning. The arguments are the names of the
 * sets, all by default. Runs on the embedded store, and on a new database of the server in BENCH_MONGODB_URI if set.
 * BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchSearch(names: readonly string[]): Promise<void> {
  for (const data of searchData) {
    if (names.length > 0 && !names.includes(data.name)) continue;
    const contenders = await openContenders('search', data);
    try {
      console.log(`\n${[data.name.padEnd(40), ...contenders.map(({ name }) => name.padStart(16))].join('')}`);
      for (const question of questionsOf(data.words)) await measure(contenders, question);
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}

function questionsOf({ frequent, apart, rare, phrase }: SearchWords): Question[] {
  const [one, two, three] = frequent;
  const search = (text: string, more = '') => ({
    text,
    query: `query ($text: String!, $after: String) {
      found: search(text: $text, first: 20, after: $after${more}) { edges { cursor score node { id label } } }
    }`,
  });
  const ranked = (text: string, list: string) => ({
    text,
    query: `query ($text: String!, $after: String) {
      found: ${list}(where: { text: $text }, orderBy: [{ field: RELEVANCE, direction: DESC }], first: 20, after: $after) {
        edges { cursor node { id } }
      }
    }`,
  });
  const total = (text: string) => ({
    text,
    query: 'query ($text: String!) { found: search(text: $text) { totalCount } }',
  });
  return [
    { name: 'one frequent word', ...search(one) },
    { name: 'two frequent words', ...search(`${one} ${two}`) },
    { name: 'two frequent words, after a write', ...search(`${one} ${two}`), afterWrite: true },
    { name: 'three frequent words', ...search(`${one} ${two} ${three}`) },
    { name: 'two frequent that rarely meet', ...search(apart.join(' ')) },
    { name: 'frequent and rare', ...search(`${one} ${rare}`) },
    { name: 'a phrase', ...search(`"${phrase.join(' ')}"`) },
    { name: 'two frequent, one excluded', ...search(`${one} ${two} -${three}`) },
    { name: 'only an exclusion', ...search(`-${one}`) },
    { name: 'two frequent words, after 1,000', ...search(`${one} ${two}`), skip: 1_000 },
    { name: 'two frequent words, statements', ...search(`${one} ${two}`, ', types: [STATEMENT]') },
    { name: 'two frequent words, articles', ...search(`${one} ${two}`, ', types: [ARTICLE]') },
    { name: 'statements by relevance', ...ranked(`${one} ${two}`, 'statements') },
    { name: 'articles by relevance', ...ranked(`${one} ${two}`, 'articles') },
    { name: 'incidents by relevance, after 1,000', ...ranked(`${one} ${two}`, 'incidents'), skip: 1_000 },
    { name: 'total of two frequent words', ...total(`${one} ${two}`) },
    { name: 'total of two that rarely meet', ...total(apart.join(' ')) },
  ];
}

async function measure(contenders: readonly Contender[], question: Question): Promise<void> {
  const cells: string[] = [];
  for (const [index, contender] of contenders.entries()) {
    await contender.beginTurn();
    const after = await cursorBehind(contender, question);
    const times: number[] = [];
    for (let turn = -warmUp; turn < repeats; turn++) {
      if (question.afterWrite) await contender.beginTurn();
      contender.commands.length = 0;
      const start = performance.now();
      await ask(contender, question.query, { text: question.text, after });
      if (turn >= 0) times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[times.length >> 1] as number;
    const verdict = index === 0 && median > limit ? ` ABOVE ${limit}` : '';
    cells.push(`${median.toFixed(1)} ms${verdict}`.padStart(16));
  }
  console.log(`${question.name.padEnd(40)}${cells.join('')}  ${contenders[0]?.commands.join(', ')}`);
}

async function cursorBehind(contender: Contender, question: Question): Promise<string | undefined> {
  const query = question.query.replace('first: 20', 'first: 100');
  let after: string | undefined;
  for (let skipped = 0; skipped < (question.skip ?? 0); skipped += 100) {
    const { found } = await ask<{ found: { edges: { cursor: string }[] } }>(contender, query, {
      text: question.text,
      after,
    });
    after = found.edges.at(-1)?.cursor ?? after;
  }
  return after;
}
