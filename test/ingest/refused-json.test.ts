import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../src/ingest/scan-json.ts';
import { tries } from '../support/runs.ts';
import { articlesOf, readMarks, refusalsOf, sentencesOf } from './parse-content.ts';

/** What is right of the mark is at fault. */
describe('a break of JSON', () => {
  it.each([
    ['no value', '▶?', '', 'a JSON value', '"?"'],
    ['a word', '▶undefined', '', 'a JSON value', '"undefined"'],
    ['a comment', '{▶// no\n}', '', 'a key in double quotes or "}"', '"//"'],
    ['a trailing comma in an object', '{"text": "a",\r\n▶}', '', 'a key in double quotes', '"}"'],
    ['a trailing comma in a list', '{"actors": [1,\n  2,\n ▶]}', '/actors/2', 'a JSON value', '"]"'],
    ['a trailing comma in an array of articles', '[{},▶]', '/1', 'a JSON value', '"]"'],
    ['two commas', '{"a": 1,▶, "b": 2}', '', 'a key in double quotes', '","'],
    ['a missing comma', '{"a": 1 ▶"b": 2}', '', '"," or "}"', '"\\""'],
    ['a missing comma in a list', '{"a": [1 ▶2]}', '/a', '"," or "]"', '"2"'],
    ['a missing colon', '{"a" ▶1}', '/a', '":"', '"1"'],
    ['a missing value', '{"a": ▶}', '/a', 'a JSON value', '"}"'],
    ['a key without quotes', '{▶text: "a"}', '', 'a key in double quotes or "}"', '"text"'],
    ['single quotes', '{"a": ▶\'b\'}', '/a', 'a JSON value', '"\'b\'"'],
    ['an unclosed object', '{"a": {"b": 1}▶', '', '"," or "}"', 'the end of the file'],
    ['an unclosed list', '{"a": [{}▶', '/a', '"," or "]"', 'the end of the file'],
    ['an unclosed string', '{"a": "b▶', '/a', 'a closing quote', 'the end of the file'],
    ['an unclosed key', '{"a▶', '', 'a closing quote', 'the end of the file'],
    ['the wrong bracket', '{"a": [1▶}', '/a', '"," or "]"', '"}"'],
    [
      'a line feed in a string',
      '{"a":\n "b▶\nc"}',
      '/a',
      'an escape such as \\n in place of a control character',
      '"\\n"',
    ],
    ['a tab in a string', '{"a": "▶\t"}', '/a', 'an escape such as \\n in place of a control character', '"\\t"'],
    [
      'a NUL byte in a string',
      '{"a": "▶\0"}',
      '/a',
      'an escape such as \\n in place of a control character',
      '"\\u0000"',
    ],
    ['an unknown escape', '{"a": "▶\\x41"}', '/a', 'an escape of JSON', '"\\\\x41"'],
    ['a short escape', '{"a": "▶\\u12"}', '/a', 'an escape of JSON', '"\\\\u12"'],
    ['an escape at the end', '{"a": "▶\\', '/a', 'an escape of JSON', '"\\\\"'],
    ['a leading zero', '{"a": ▶01}', '/a', 'a number as JSON writes it', '"01"'],
    ['a point without digits', '{"a": ▶1.}', '/a', 'a number as JSON writes it', '"1."'],
    ['a minus alone', '{"a": ▶-}', '/a', 'a number as JSON writes it', '"-"'],
    ['an exponent without digits', '{"a": ▶1e}', '/a', 'a number as JSON writes it', '"1e"'],
    ['a plus', '{"a": ▶+1}', '/a', 'a JSON value', '"+1"'],
    ['not a number', '{"a": ▶NaN}', '/a', 'a JSON value', '"NaN"'],
    ['a word that begins like one', '{"a": ▶nullable}', '/a', 'a JSON value', '"nullable"'],
    ['a second value', '{"a": 1} ▶{}', '', 'the end of the file', '"{"'],
    ['a bracket too many', '{"a": 1}\n▶}', '', 'the end of the file', '"}"'],
    ['a no-break space', '{▶\u00a0"a": 1}', '', 'a key in double quotes or "}"', '"\u00a0"'],
    ['an emoji', '{"é😀": 1, ▶😀}', '', 'a key in double quotes', '"😀"'],
    ['lines that end in CRLF', '{\r\n  "a": 1,\r\n  "b" ▶1\r\n}', '/b', '":"', '"1"'],
  ])('is refused where it stands: %s', (_, marked, pointer, expected, found) => {
    const { content, places } = readMarks(marked);
    const place = `articles/a.json:${places[0]}${pointer === '' ? '' : ` ${pointer}`}`;
    expect(sentencesOf(content)).toEqual([`${place} must be ${expected}, but got: ${found}`]);
  });

  it('in NDJSON names the end of the line and leaves the other lines', () => {
    const article = '{"id":"a","published":"2023-11-12","text":"One."}';
    const { content, places } = readMarks(`${article}\r\n{"id":"b"▶\n\n${article} ▶x\n{"id":"c",▶}`);
    expect(sentencesOf(content)).toEqual([
      `articles/a.json:${places[0]} must be "," or "}", but got: the end of the line`,
      `articles/a.json:${places[1]} must be the end of the line, but got: "x"`,
      `articles/a.json:${places[2]} must be a key in double quotes, but got: "}"`,
    ]);
  });

  it('is found exactly where JSON.parse finds one', () => {
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      'u0041',
    ];
    const texts = fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(scanJson(text, 'file').syntax === undefined).toBe(isJson(text));
      }),
      tries(3_000),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(scanJson(text, 'file').syntax).toBeUndefined();
      }),
      tries(),
    );
  });
});

describe('what JSON.parse does not tell', () => {
  const marked = '▶{"id":"a","published":"2023-11-12","text":"One. \\"Two.\\"",\n  ';

  it.each([
    ['a key that stands twice', '"title":"A",▶"title":"B"}', '/title', 'a key that stands once', 'a second "title"'],
    [
      'a key that stands twice by escapes',
      '"title":"A",▶"t\\u0069tle":"B"}',
      '/title',
      'a key that stands once',
      'a second "title"',
    ],
    [
      'a key that stands twice, deep',
      '"actors":[{"id":"x",\n"name":"X",▶"id":"y"}]}',
      '/actors/0/id',
      'a key that stands once',
      'a second "id"',
    ],
    ['1e400', '"version":▶1e400}', '/version', 'a number of no more digits than a double holds', '1e400'],
    ['-1e400', '"version":▶-1e400}', '/version', 'a number of no more digits than a double holds', '-1e400'],
    [
      '2^53 + 1',
      '"version":▶9007199254740993}',
      '/version',
      'a number of no more digits than a double holds',
      '9007199254740993',
    ],
    [
      '2^53',
      '"version":▶9007199254740992}',
      '/version',
      'a number of no more digits than a double holds',
      '9007199254740992',
    ],
    ['a NUL escape', '"title":▶"A\\u0000"}', '/title', 'a string without NUL', '\\u0000'],
    ['a lone high surrogate', '"title":▶"\\ud83d!"}', '/title', 'a string without lone surrogates', '\\ud83d'],
    ['a lone low surrogate', '"title":▶"\\uDE00\\ud83d"}', '/title', 'a string without lone surrogates', '\\ude00'],
    ['a pair the wrong way round', '"title":▶"\\ude00"}', '/title', 'a string without lone surrogates', '\\ude00'],
  ])('is refused: %s', (_, rest, pointer, expected, found) => {
    const { content, places } = readMarks(marked + rest);
    const sentence = `articles/a.json:${places[1]} ${pointer} must be ${expected}, but got: ${found}`;
    expect(sentencesOf(content)).toEqual([sentence]);
  });

  it('a key of a lone surrogate is refused as such and as unknown, at the key', () => {
    const { content, places } = readMarks(`${marked}▶"\\ud800":1}`);
    expect(
      refusalsOf(content).map(({ line, column, expected }) => [`${line}:${column}`, expected.slice(0, 15)]),
    ).toEqual([
      [places[1], 'a string withou'],
      [places[1], 'one of the keys'],
    ]);
  });

  it('a number too large under an unknown key is refused for both', () => {
    const { content, places } = readMarks(`${marked}▶"titel":▶1e400}`);
    expect(
      refusalsOf(content).map(({ line, column, pointer, expected }) => [
        `${line}:${column}`,
        pointer,
        expected.slice(0, 11),
      ]),
    ).toEqual([
      [places[1], '/titel', 'one of the '],
      [places[2], '/titel', 'a number of'],
    ]);
  });

  it.each([
    ['a coordinate of seventeen digits', '36.630300000000005'],
    ['a coordinate with zeros behind', '36.63030000000000000000'],
    ['an exponent', '3.66303e1'],
    ['a whole number with a point', '36.0'],
  ])('takes %s', (_, latitude) => {
    const location = `{"id":"x","name":"X","point":{"latitude":${latitude},"longitude":-0}}`;
    const [taken] = articlesOf(`{"published":"2023-11-12","text":"One.","locations":[${location}]}`);
    expect(taken).toHaveProperty('locations.0.point', { latitude: Number(latitude), longitude: 0 });
  });

  it('a coordinate with more digits than a double holds is refused', () => {
    const point = '{"latitude":36.63030000000000512,"longitude":0}';
    const content = `{"published":"2023-11-12","text":"a","locations":[{"id":"x","name":"X","point":${point}}]}`;
    expect(sentencesOf(content)).toEqual([
      'articles/a.json:1:92 /locations/0/point/latitude must be a number of no more digits than a double holds, but got: 36.63030000000000512',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a key as unknown as others', (key) => {
    const value = `{"text": "polluted", "retracted": true, "published": "2023-11-12"}`;
    const { content, places } = readMarks(`{"published":"2023-11-12",\n▶"${key}":${value},"text":"One."}`);
    const [refusal, ...others] = refusalsOf(content);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ pointer: `/${key}`, found: `"${key}"` });
    expect(`${refusal?.line}:${refusal?.column}`).toBe(places[0]);
    expect(Object.prototype).not.toHaveProperty('retracted');
  });

  it.each(['[', '{"a":'])(
    '20,000 levels of %s are refused at the first too many, and the others of the array taken',
    (open) => {
      const close = open === '[' ? ']' : '}';
      const deep = open.repeat(20_000) + (open === '[' ? '' : '1') + close.repeat(20_000);
      const article = '{"id":"a","published":"2023-11-12","text":"One."}';
      const content = `[${article},\n${deep},\n${article}]`;
      const [refusal, ...others] = refusalsOf(content);
      expect(others).toEqual([]);
      expect(refusal).toMatchObject({ line: 2, column: 63 * open.length + 1, expected: 'at most 64 levels deep' });
      expect(refusal?.pointer).toBe(`/1${(open === '[' ? '/0' : '/a').repeat(63)}`);
    },
  );

  it('an unclosed depth is a break of the syntax', () => {
    expect(sentencesOf('['.repeat(100_000))).toHaveLength(1);
  });

  it('keeps bidirectional and zero-width characters of texts, and refuses them in ids', () => {
    const text = 'a\u202eb\u200bc\u2066d\ufeffe';
    expect(articlesOf(`{"published":"2023-11-12","text":"${text}"}`)).toMatchObject([{ text }]);
    expect(sentencesOf(`{"id":"a\u200b","published":"2023-11-12","text":"a"}`)).toEqual([
      'articles/a.json:1:7 /id must be an id of 1 to 120 of a-z, 0-9 and -, but got: "a\\u200b"',
    ]);
    expect(sentencesOf(`{"id":"a\u{e0041}","published":"2023-11-12","text":"a"}`)).toEqual([
      'articles/a.json:1:7 /id must be an id of 1 to 120 of a-z, 0-9 and -, but got: "a\\udb40\\udc41"',
    ]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
