import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finds, hasVariableLookbehind, options, pattern, print, text } from './patterns.ts';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
let things: Collection<Document>;
beforeAll(async () => {
  store = await openStore();
  things = store.db.collection('texts');
});
afterAll(() => store.close());

/** Which of the texts the pattern finds. */
async function found(texts: string[], $regex: string, $options = ''): Promise<string[]> {
  await things.deleteMany({});
  if (texts.length > 0) await things.insertMany(texts.map((a, _id) => ({ _id: _id as never, a })));
  return await things
    .find({ a: { $regex, $options } }, { sort: { _id: 1 } })
    .map(({ a }) => a)
    .toArray();
}

describe('$regex means what it means in PCRE2', () => {
  it.each<[rule: string, pattern: string, options: string, matched: string[], unmatched: string[]]>([
    ['$ also matches before a final line feed', 'x$', '', ['x', 'x\n'], ['x\ny', 'x\r']],
    ['$ with m matches before each line feed', 'x$', 'm', ['x', 'x\n', 'x\ny'], ['x\r\n', 'x\u2028']],
    ['^ with m matches after a line feed', '^x', 'm', ['x', 'y\nx'], ['yx', 'y\rx', 'y\u2028x']],
    ['^ with m does not match after a final line feed', '^$', 'm', ['', '\n', 'x\n\ny'], ['x', 'x\n']],
    ['. matches anything except a line feed', '^.$', '', ['\r', '\u2028', '\u2029', '😀'], ['\n', 'ab']],
    ['. with s matches anything', '^.$', 's', ['\r', '\n', '😀'], ['ab']],
    ['\\s is ASCII', '^\\s$', '', [' ', '\t', '\n', '\v', '\f', '\r'], ['\u00a0', '\u2028', '\ufeff']],
    ['\\s is ASCII in a class', '^[\\s-]$', '', [' ', '\v', '-'], ['\u00a0', '\u2028', '\ufeff']],
    ['\\S is its complement', '^[\\S]$', '', ['\u00a0', '\u2028', '\ufeff', '😀'], [' ', '\n']],
    ['\\w is ASCII in any case', '^\\w$', 'i', ['k', 'K', 's', '_', '0'], ['\u212a', 'ſ', 'é']],
    ['\\W is its complement in any case', '^\\W$', 'i', ['\u212a', 'ſ', 'é'], ['k', 'S']],
    ['\\b is ASCII in any case', '\\bx', 'i', ['x', 'ſx', '\u212aX'], ['kx', 'Sx']],
    ['letters in any case are those of Unicode', '^[k-s]ß$', 'i', ['kß', '\u212a\u1e9e', 'ſß'], ['aß', 'kss']],
    ['a negated class excludes a letter in any case', '^[^k]$', 'i', ['a', 'ſ'], ['k', 'K', '\u212a']],
    ['the dotless i is another letter', '^i$', 'i', ['i', 'I'], ['ı', 'İ']],
    ['] comes first in a class', '^[]x]+$', '', [']', 'x]'], ['[', '']],
    ['] comes first in a negated class', '^[^]x]$', '', ['[', 'y'], [']', 'x']],
    ['a hyphen after a range is itself', '^[a-c-9]$', '', ['b', '-', '9'], ['5', 'd']],
    ['braces that are no quantifier are themselves', '^{x{1$', '', ['{x{1'], ['x']],
    ['a backslash before a sign stands for the sign', '^\\_\\-\\é\\ $', '', ['_-é '], ['\\_']],
    ['a lookbehind may have alternatives of several lengths', '(?<=a|bc)x', '', ['ax', 'bcx'], ['cx', 'x']],
    ['no match begins within a character', '(?=\\B)', '', ['', '😀'], ['_😀k']],
    ['no match ends within a character', '(?<![a-z])$', '', ['😀', '1'], ['😀a']],
    ['names of groups are ignored', '^(?<year>\\d{4})$', '', ['2023'], ['23']],
  ])('%s', async (_rule, regex, flags, matched, unmatched) => {
    expect(await found([...matched, ...unmatched], regex, flags)).toEqual(matched);
  });

  it('finds the same texts as a matcher written from the manual', async () => {
    const query = fc.tuple(pattern, options, fc.array(text, { minLength: 4, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(query, async ([tree, flags, texts]) => {
        fc.pre(!hasVariableLookbehind(tree));
        const expected = texts.filter((one) => finds(tree, flags, one));
        expect(await found(texts, print(tree), flags), `/${print(tree)}/${flags}`).toEqual(expected);
      }),
      tries(150),
    );
  });

  it.each(['[..]', '[.a.]', '[:digit:]', '[=a=]', '[[:digit:]]', '[[.a.]]'])(
    'rejects %s, as PCRE2 does',
    async (regex) => {
      await expect(found([], regex)).rejects.toMatchObject({ code: 51091 });
    },
  );

  it('reads [^..] and [a.] as classes', async () => {
    expect(await found(['.', 'a'], '^[^..]$')).toEqual(['a']);
    expect(await found(['.', 'a', 'b'], '^[a.]$')).toEqual(['.', 'a']);
  });

  it('rejects a lookbehind of variable length, also in a group', async () => {
    for (const regex of ['(?<=a+)b', '(?<!a{1,2})b', '(?<=(?:a|bc))d', '(?<=x(?:a?))b'])
      await expect(found([], regex)).rejects.toMatchObject({ code: 51091 });
  });

  it('accepts a pattern as long as MongoDB does', async () => {
    const long = 'ab'.repeat(16_382);
    expect(await found([`x${long}x`, 'ab'], long, 'i')).toHaveLength(1);
    await expect(found([], `${long}a`)).rejects.toMatchObject({ code: 2 });
    await expect(found([], '(?:abc){20000}')).rejects.toMatchObject({ code: 51091 });
    await expect(found([], `${'('.repeat(251)}${')'.repeat(251)}`)).rejects.toMatchObject({ code: 51091 });
  });
});
