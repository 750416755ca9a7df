import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';

/* Suggestions among random names are compared with a search through all of them, and errors counted by definition. */

const consonants = [...'bdfgklmnprstvz'];
const vowels = [...'aeiou'];
const names: string[][] = [];
let gateway: TestGateway;

beforeAll(async () => {
  let state = 11;
  const draw = <T>(all: readonly T[]): T => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return all[(state >> 8) % all.length] as T;
  };
  // Without two equal letters in a row, and without articles.
  const word = () => Array.from({ length: draw([2, 3, 4]) }, () => `${draw(consonants)}${draw(vowels)}`).join('');
  for (let i = 0; i < 60; i++) names.push(Array.from({ length: draw([1, 2, 3]) }, word));
  gateway = await openTestGateway();
  await gateway.seed(article('names', { actors: names.map((words, i) => named(idOf(i), { name: words.join(' ') })) }));
});
afterAll(() => gateway.close());

function idOf(index: number): string {
  return `n${String(index).padStart(2, '0')}`;
}

async function suggest(text: string): Promise<{ id: string; score: number }[]> {
  const query = 'query ($text: String!) { suggest(text: $text, types: [ACTOR], first: 100) { score node { id } } }';
  const { suggest } = await gateway.ask(query, { text });
  return suggest.map(({ score, node }: any) => ({ id: node.id.slice('Actor:'.length), score }));
}

/** The least number of errors between two texts: letters that are wrong, missing, too many, or swapped neighbours. */
function errorsBetween(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let least = Math.min(between(i - 1, j) + 1, between(i, j - 1) + 1);
    least = Math.min(least, between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, between(i - 2, j - 2) + 1);
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}

function restsOf(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(i).join(''));
}

/** A beginning of a random name from one of its words on. */
const typed = fc
  .record({ name: fc.nat(59), word: fc.nat(2), length: fc.nat(20), spaced: fc.boolean() })
  .map(({ name, word, length, spaced }) => {
    const words = names[name] as string[];
    const rest = words.slice(word % words.length);
    return {
      name,
      text: rest
        .join(spaced ? ' ' : '')
        .slice(0, 2 + length)
        .trim(),
    };
  });

const error = fc.record({
  at: fc.nat(30),
  kind: fc.constantFrom('wrong', 'missing', 'more', 'swapped'),
  letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
});

function withError(text: string, { at, kind, letter }: { at: number; kind: string; letter: string }): string {
  const i = at % text.length;
  const [before, own, after] = [text.slice(0, i), text.charAt(i), text.slice(i + 1)];
  if (kind === 'wrong') return before + letter + after;
  if (kind === 'missing') return before + after;
  if (kind === 'more') return before + letter + own + after;
  return before + after.charAt(0) + own + after.slice(1);
}

/** Doubled letters count as one. */
function single(letters: string): string {
  return letters.replace(/(.)\1/g, '$1');
}

describe('suggestions among random names', () => {
  it('are all names that begin so, and in the order of their fit', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async ({ text }) => {
        const letters = text.replaceAll(' ', '');
        const scoreOf = (words: string[]) => {
          const [whole = ''] = restsOf(words);
          if (whole === letters) return 1;
          if (whole.startsWith(letters)) return 0.9;
          return restsOf(words).some((rest) => rest.startsWith(letters)) ? 0.8 : 0;
        };
        const expected = names
          .map((words, i) => ({ id: idOf(i), score: scoreOf(words) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect((await suggest(text)).filter(({ score }) => score >= 0.8)).toEqual(expected);
      }),
      tries(40),
    );
  });

  it('include each name with one error in five letters, and with two in a whole word of eight', async () => {
    await fc.assert(
      fc.asyncProperty(typed, error, error, async ({ name, text }, one, other) => {
        const letters = text.replaceAll(' ', '');
        fc.pre(letters.length >= 7);
        const once = withError(letters, one);
        if (single(once).length >= 5) expect((await suggest(once)).map(({ id }) => id)).toContain(idOf(name));
        // Two wrong consonants among the first letters are too much.
        const twice = withError(once, { ...other, at: 5 + (other.at % Math.max(1, once.length - 5)) });
        if (single(twice).length >= 8) expect((await suggest(twice)).map(({ id }) => id)).toContain(idOf(name));
      }),
      tries(60),
    );
  });

  it('with errors have no more than their score says', async () => {
    await fc.assert(
      fc.asyncProperty(typed, error, error, async ({ text }, one, other) => {
        const letters = withError(withError(text.replaceAll(' ', ''), one), other);
        for (const { id, score } of await suggest(letters)) {
          if (score >= 0.6 || score < 0.4) continue;
          const words = names[Number(id.slice(1))] as string[];
          const starts = [...restsOf(words), ...words].flatMap((rest) =>
            Array.from({ length: rest.length + 1 }, (_, end) => rest.slice(0, end)),
          );
          const least = Math.min(...starts.map((start) => errorsBetween(single(letters), start)));
          expect(least).toBe(score >= 0.5 ? 1 : 2);
        }
      }),
      tries(40),
    );
  });
});
