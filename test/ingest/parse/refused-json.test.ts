import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../src/ingest/json/scan-json.ts';
import { tries } from '../../support/runs.ts';
import { articlesOf, readMarks, rejectionsOf, sentencesOf } from './parse-content.ts';

/** The mark precedes the fault. */
describe('a syntax error in JSON', () => {
  it.each([
    ['no value', '▶?', '', 'a JSON value', '"?"'],
    ['a word', '▶undefined', '', 'a JSON value', '"undefined"'],
    ['a comment', '{▶// no\n}', '', 'JSON without comments', '"//"'],
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
      'an escape such as \\n instead of a control character',
      '"\\n"',
    ],
    ['a tab in a string', '{"a": "▶\t"}', '/a', 'an escape such as \\n instead of a control character', '"\\t"'],
    [
      'a NUL byte in a string',
      '{"a": "▶\0"}',
      '/a',
      'an escape such as \\n instead of a control character',
      '"\\u0000"',
    ],
    ['an unknown escape', '{"a": "▶\\x41"}', '/a', 'a JSON escape', '"\\\\x41"'],
    ['a short escape', '{"a": "▶\\u12"}', '/a', 'a JSON escape', '"\\\\u12"'],
    ['an escape at the end', '{"a": "▶\\', '/a', 'a JSON escape', '"\\\\"'],
    ['a leading zero', '{"a": ▶01}', '/a', 'a JSON number', '"01"'],
    ['a point without digits', '{"a": ▶1.}', '/a', 'a JSON number', '"1."'],
    ['a minus sign alone', '{"a": ▶-}', '/a', 'a JSON number', '"-"'],
    ['an exponent without digits', '{"a": ▶1e}', '/a', 'a JSON number', '"1e"'],
    ['a plus', '{"a": ▶+1}', '/a', 'a JSON value', '"+1"'],
    ['not a number', '{"a": ▶NaN}', '/a', 'a JSON value', '"NaN"'],
    ['a word that begins like one', '{"a": ▶nullable}', '/a', 'a JSON value', '"nullable"'],
    ['a second value', '{"a": 1} ▶{}', '', 'the end of the file', '"{"'],
    ['an extra bracket', '{"a": 1}\n▶}', '', 'the end of the file', '"}"'],
    ['a no-break space', '{▶\u00a0"a": 1}', '', 'a key in double quotes or "}"', '"\u00a0"'],
    ['an emoji', '{"é😀": 1, ▶😀}', '', 'a key in double quotes', '"😀"'],
    ['lines that end in CRLF', '{\r\n  "a": 1,\r\n  "b" ▶1\r\n}', '/b', '":"', '"1"'],
  ])('is reported at its position for %s', (_, marked, pointer, expected, found) => {
    const { content, places } = readMarks(marked);
    const place = `articles/a.json:${places[0]}${pointer === '' ? '' : ` ${pointer}`}`;
    expect(sentencesOf(content)).toContain(`${place} must be ${expected}, but got: ${found}`);
    expect(scanJson(content, 'file').syntaxCount).toBe(1);
  });

  it('names the end of the line in NDJSON, and does not affect other lines', () => {
    const article = '{"id":"a","published":"2023-11-12","text":"One."}';
    const { content, places } = readMarks(
      `${article}\r\n{"id":"b"▶\n\n${article} ▶x\n{"id":"c","published":"2023-11-12","text":"One.",▶}`,
    );
    expect(sentencesOf(content)).toEqual([
      `articles/a.json:${places[0]} must be "," or "}", but got: the end of the line`,
      `articles/a.json:${places[1]} must be the end of the line, but got: "x"`,
      `articles/a.json:${places[2]} must be a key in double quotes, but got: "}"`,
    ]);
  });

  it('is found if and only if JSON.parse finds one', () => {
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
      '//',
      '/*',
      '*/',
      '"b": ',
    ];
    const texts = fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { syntaxCount, repaired } = scanJson(text, 'file');
        expect(syntaxCount === 0).toBe(isJson(text));
        if (repaired) expect(isJson(repaired.inPlace(0, text.length))).toBe(true);
        if (repaired) expect(isJson(repaired.valueSource(0, text.length))).toBe(true);
        if (repaired) expect(repaired.inPlace(0, text.length)).toHaveLength(text.length);
      }),
      tries(3_000),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(scanJson(text, 'file').syntaxCount).toBe(0);
      }),
      tries(),
    );
  });
});

describe('the content of JSON', () => {
  const marked = '▶{"id":"a","published":"2023-11-12","text":"One. \\"Two.\\"",\n  ';

  it.each([
    ['a repeated key', '"title":"A",▶"title":"B"}', '/title', 'a key that occurs once', 'a second "title"'],
    [
      'a key repeated with escapes',
      '"title":"A",▶"t\\u0069tle":"B"}',
      '/title',
      'a key that occurs once',
      'a second "title"',
    ],
    [
      'a repeated nested key',
      '"actors":[{"id":"x",\n"name":"X",▶"id":"y"}]}',
      '/actors/0/id',
      'a key that occurs once',
      'a second "id"',
    ],
    ['1e400', '"version":▶1e400}', '/version', 'a number that a double can hold without rounding', '1e400'],
    ['-1e400', '"version":▶-1e400}', '/version', 'a number that a double can hold without rounding', '-1e400'],
    [
      '2^53 + 1',
      '"version":▶9007199254740993}',
      '/version',
      'a number that a double can hold without rounding',
      '9007199254740993',
    ],
    [
      '2^53',
      '"version":▶9007199254740992}',
      '/version',
      'a number that a double can hold without rounding',
      '9007199254740992',
    ],
    ['a NUL escape', '"title":▶"A\\u0000"}', '/title', 'a string without NUL', '\\u0000'],
    ['a lone high surrogate', '"title":▶"\\ud83d!"}', '/title', 'a string without lone surrogates', '\\ud83d'],
    ['a lone low surrogate', '"title":▶"\\uDE00\\ud83d"}', '/title', 'a string without lone surrogates', '\\ude00'],
    ['a reversed surrogate pair', '"title":▶"\\ude00"}', '/title', 'a string without lone surrogates', '\\ude00'],
  ])('is rejected for %s', (_, rest, pointer, expected, found) => {
    const { content, places } = readMarks(marked + rest);
    const sentence = `articles/a.json:${places[1]} ${pointer} must be ${expected}, but got: ${found}`;
    expect(sentencesOf(content)).toEqual([sentence]);
  });

  it('is rejected for a key with a lone surrogate, both as such and as an unknown key', () => {
    const { content, places } = readMarks(`${marked}▶"\\ud800":1}`);
    expect(
      rejectionsOf(content).map(({ line, column, expected }) => [`${line}:${column}`, expected.slice(0, 15)]),
    ).toEqual([
      [places[1], 'a string withou'],
      [places[1], 'one of the keys'],
    ]);
  });

  it('is rejected both for an unknown key and for its number, which is too large', () => {
    const { content, places } = readMarks(`${marked}▶"titel":▶1e400}`);
    expect(
      rejectionsOf(content).map(({ line, column, pointer, expected }) => [
        `${line}:${column}`,
        pointer,
        expected.slice(0, 11),
      ]),
    ).toEqual([
      [places[1], '/titel', 'one of the '],
      [places[2], '/titel', 'a number th'],
    ]);
  });

  it.each([
    ['a coordinate of seventeen digits', '36.630300000000005'],
    ['a coordinate with trailing zeros', '36.63030000000000000000'],
    ['an exponent', '3.66303e1'],
    ['a whole number with a point', '36.0'],
  ])('is accepted with %s', (_, latitude) => {
    const location = `{"id":"x","name":"X","point":{"latitude":${latitude},"longitude":-0}}`;
    const [taken] = articlesOf(`{"published":"2023-11-12","text":"One.","locations":[${location}]}`);
    expect(taken).toHaveProperty('locations.0.point', { latitude: Number(latitude), longitude: 0 });
  });

  it('is rejected for a coordinate with more digits than a double holds', () => {
    const point = '{"latitude":36.63030000000000512,"longitude":0}';
    const content = `{"published":"2023-11-12","text":"a","locations":[{"id":"x","name":"X","point":${point}}]}`;
    expect(sentencesOf(content)).toEqual([
      'articles/a.json:1:92 /locations/0/point/latitude must be a number that a double can hold without rounding, but got: 36.63030000000000512',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('is rejected for the unknown key %s', (key) => {
    const value = `{"text": "polluted", "retracted": true, "published": "2023-11-12"}`;
    const { content, places } = readMarks(`{"published":"2023-11-12",\n▶"${key}":${value},"text":"One."}`);
    const [rejection, ...others] = rejectionsOf(content);
    expect(others).toEqual([]);
    expect(rejection).toMatchObject({ pointer: `/${key}`, found: `"${key}"` });
    expect(`${rejection?.line}:${rejection?.column}`).toBe(places[0]);
    expect(Object.prototype).not.toHaveProperty('retracted');
  });

  it.each(['[', '{"a":'])(
    'is rejected for 20,000 levels of %s, at the first that is too deep; other articles of the array are accepted',
    (open) => {
      const close = open === '[' ? ']' : '}';
      const deep = open.repeat(20_000) + (open === '[' ? '' : '1') + close.repeat(20_000);
      const article = '{"id":"a","published":"2023-11-12","text":"One."}';
      const content = `[${article},\n${deep},\n${article}]`;
      const [rejection, ...others] = rejectionsOf(content);
      expect(others).toEqual([]);
      expect(rejection).toMatchObject({ line: 2, column: 63 * open.length + 1, expected: 'at most 64 levels deep' });
      expect(rejection?.pointer).toBe(`/1${(open === '[' ? '/0' : '/a').repeat(63)}`);
    },
  );

  it('is rejected for unclosed nesting as a syntax error', () => {
    expect(sentencesOf('['.repeat(100_000))).toHaveLength(1);
  });

  it('may have bidirectional and zero-width characters in texts, but not in ids', () => {
    const text = 'a\u202eb\u200bc\u2066d\ufeffe';
    expect(articlesOf(`{"published":"2023-11-12","text":"${text}"}`)).toMatchObject([{ text }]);
    expect(sentencesOf(`{"id":"a\u200b","published":"2023-11-12","text":"a"}`)).toEqual([
      'articles/a.json:1:7 /id must be an id of 1 to 120 characters: a-z, 0-9 and -, but got: "a\\u200b"',
    ]);
    expect(sentencesOf(`{"id":"a\u{e0041}","published":"2023-11-12","text":"a"}`)).toEqual([
      'articles/a.json:1:7 /id must be an id of 1 to 120 characters: a-z, 0-9 and -, but got: "a\\udb40\\udc41"',
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
