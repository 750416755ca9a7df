import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../src/ingest/json/json-object.ts';
import { readMarks, rejectionsOf } from './parse-content.ts';

/*
 * Mistakes that annotators make, and what a person needs to be told. Each row is one mistake. Whatever a hint says to
 * write must be accepted in the place of the mistake: `isMended` writes it there.
 */

const text =
  'It’s over, the General said — “we will not stop” — near Mosul\u00a0Dam.\n' +
  'Three US troops sustained minor injuries on Thursday. A drone hit the gate, then a second drone, then a third ' +
  'drone. The café in Erbil closed.';

const article = (content: object) => ({
  id: 'a',
  published: '2023-11-12',
  text,
  title: 'Troops hurt at dam',
  ...content,
});
const quoting = (...evidence: unknown[]) => article({ actors: [{ id: 'x', name: 'X', evidence }] });
const incident = (content: object) => ({
  locations: [{ id: 'mosul-dam', name: 'Mosul Dam', aliases: ['Saddam Dam'] }],
  actors: [{ id: 'iran', name: 'Iran', aliases: ['Tehran'] }],
  incidents: [{ id: 'x', title: 'X', ...content }],
});
const happened = (content: object) => article(incident(content));

/** Returns the only rejection of an article. */
function rejectionOf(value: object) {
  const [rejection, ...others] = rejectionsOf(JSON.stringify(value));
  expect(others).toEqual([]);
  if (!rejection) throw new Error('It was accepted');
  return rejection;
}

/** Returns the JSON that a hint says to write; undefined if it says none. */
function written(hint: string): string | undefined {
  const start = /\b[Ww]rite (?=["{[\d-])/.exec(hint);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  for (let end = hint.length; end > from; end--) {
    try {
      JSON.parse(hint.slice(from, end));
      return hint.slice(from, end);
    } catch {
      // a shorter one may be JSON
    }
  }
  return undefined;
}

/** Returns whether an article is accepted once the value at the pointer is what the hint says to write. */
function isMended(value: object, pointer: string, hint: string): boolean {
  const copy: JsonObject = JSON.parse(JSON.stringify(value));
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const json = written(hint);
  if (json === undefined) return false;
  const mended: unknown = JSON.parse(json);
  const isEvidence = last === 'quote' && isJsonObject(mended);
  const parent = (isEvidence ? steps.slice(0, -1) : steps).reduce<any>((part, step) => part[step], copy);
  parent[isEvidence ? (steps.at(-1) ?? '') : last] = mended;
  return rejectionsOf(JSON.stringify(copy)).length === 0;
}

describe('a quote that the text does not contain', () => {
  it.each<[mistake: string, quote: string, told: string[]]>([
    [
      'a straight apostrophe',
      "It's over",
      ['’ RIGHT SINGLE QUOTATION MARK U+2019', "' APOSTROPHE U+0027", 'Write "It’s over"'],
    ],
    [
      'straight quotes',
      'said — "we will not stop"',
      [
        '“ LEFT DOUBLE QUOTATION MARK U+201C where the quote has " QUOTATION MARK U+0022',
        '” RIGHT DOUBLE QUOTATION MARK U+201D where',
      ],
    ],
    [
      'hyphens for dashes, both reported',
      'General said - “we will not stop” - near',
      ['The text has — EM DASH U+2014 where the quote has - HYPHEN-MINUS U+002D (2 times)'],
    ],
    ['a dash without its spaces', 'General said—“we will', ['Write "General said — “we will"']],
    ['another case', 'the general said', ['"General" where the quote has "general"', 'Write "the General said"']],
    ['a word in capitals', 'A DRONE hit', ['"drone" where the quote has "DRONE"']],
    [
      'a space for a no-break space',
      'near Mosul Dam',
      ['NO-BREAK SPACE U+00A0 where the quote has SPACE U+0020', 'Write "near Mosul\\u00a0Dam"'],
    ],
    [
      'double spaces',
      'minor  injuries',
      ['SPACE U+0020 where the quote has 2 × SPACE U+0020', 'Write "minor injuries"'],
    ],
    [
      'line breaks of a mail, all reported',
      'Three US\ntroops sustained\nminor injuries',
      [
        'SPACE U+0020 where the quote has LINE FEED U+000A (2 times)',
        'Write "Three US troops sustained minor injuries"',
      ],
    ],
    [
      'a space for a line break',
      'Dam. Three US troops',
      ['LINE FEED U+000A where the quote has SPACE U+0020', 'Dam.\\nThree'],
    ],
    ['a tab', 'minor\tinjuries', ['SPACE U+0020 where the quote has TAB U+0009']],
    [
      'a decomposed accent',
      'The cafe\u0301 in Erbil',
      ['é U+00E9 where the quote has e + COMBINING ACUTE ACCENT U+0301', 'Write "The café in Erbil"'],
    ],
    ['a missing accent', 'The cafe in Erbil', ['"café" where the quote has "cafe"']],
    ['a zero width space', 'minor\u200b injuries', ['nothing where the quote has ZERO WIDTH SPACE U+200B']],
    ['a soft hyphen', 'sus\u00adtained', ['nothing where the quote has SOFT HYPHEN U+00AD']],
    ['a Cyrillic letter', 'Erb\u0456l closed', ['i where the quote has і CYRILLIC LETTER U+0456']],
    [
      'words left out',
      'Three US troops … minor injuries',
      ['Words cannot be left out of a quote', '"Three US troops", "minor injuries"'],
    ],
    ['words left out in brackets', 'Three US troops [...] on Thursday', ['"Three US troops", "on Thursday"']],
    ['an ellipsis at the end', 'Three US troops...', ['without the ellipsis: write "Three US troops"']],
    [
      'another word',
      'Three US soldiers sustained minor',
      ['"troops" where the quote has "soldiers"', 'Write "Three US troops sustained minor"'],
    ],
    ['a word left out', 'Three US troops sustained injuries', ['"minor" where the quote has nothing']],
    ['a word too many', 'Three US troops also sustained minor', ['nothing where the quote has "also"']],
    ['a number in digits', '3 US troops sustained', ['"Three" where the quote has "3"']],
    ['a misspelled word', 'Mosull', ['"Mosul" where the quote has "Mosull"']],
    ['a missing comma', 'hit the gate then a second drone', [', U+002C where the quote has nothing']],
    ['a comma for a full stop', 'on Thursday, A drone', ['. FULL STOP U+002E where the quote has , U+002C']],
    [
      'quotation marks around the quote',
      '"Three US troops"',
      ['nothing where the quote has " QUOTATION MARK U+0022 (2 times)', 'Write "Three US troops"'],
    ],
    ['a full stop at the end', 'Three US troops.', ['nothing where the quote has . FULL STOP U+002E']],
    ['blanks around the quote', ' minor injuries  ', ['Write "minor injuries"']],
    ['the title', 'Troops hurt at dam', ['It occurs in the title']],
    ['words of another article', 'Parliament adopted the budget', ['The text contains nothing similar']],
  ])('has a hint for %s', (_, quote, told) => {
    for (const value of [quote, { quote }]) {
      const made = quoting(value);
      const { pointer, hint = '' } = rejectionOf(made);
      for (const part of told) expect(hint).toContain(part);
      if (/^(?:The text (?!contains nothing)|The nearest)/.test(hint))
        expect({ hint, isMended: isMended(made, pointer, hint) }).toMatchObject({ isMended: true });
    }
  });
});

describe('a repeated quote', () => {
  it('has a hint with the number of occurrences, the words around each, and the JSON that selects one', () => {
    const made = quoting('drone');
    const { pointer, hint = '' } = rejectionOf(made);
    expect(hint).toBe(
      'It occurs 3 times: (1) "… on Thursday. A [drone] hit the gate, then a …", (2) "… gate, then a second [drone], then a third drone. …", ' +
        '(3) "… drone, then a third [drone]. The café in Erbil …". Write { "quote": "drone", "occurrence": 1 } for the first',
    );
    expect(isMended(made, pointer, hint)).toBe(true);
  });

  it('has a hint with the first four occurrences if there are many', () => {
    const { hint } = rejectionOf({ ...quoting('hit'), text: 'hit, '.repeat(30) });
    expect(hint).toMatch(/^It occurs 30 times: \(1\) .* \(4\) .*, and 26 more\. Write/);
  });

  it.each([
    [{ quote: 'drone', occurrence: 4 }, 'It occurs 3 times: (1) '],
    [{ quote: 'troops', occurrence: 2 }, 'Leave occurrence out'],
    [{ quote: 'troops', occurrence: 0 }, 'The first is 1'],
  ])('has a hint for %j', (evidence, told) => {
    expect(rejectionOf(quoting(evidence)).hint).toContain(told);
  });

  it('has a hint with an occurrence to write if its spelling differs', () => {
    const made = quoting('Drone');
    const { pointer, hint = '' } = rejectionOf(made);
    expect(hint).toContain('Write { "quote": "drone", "occurrence": 1 }, the first of 3 places');
    expect(isMended(made, pointer, hint)).toBe(true);
  });
});

describe('an invalid value', () => {
  const dated = (date: unknown) => happened({ date });
  const counted = (count: unknown) => happened({ count });
  const placed = (point: unknown) => article({ locations: [{ id: 'x', name: 'X', point }] });
  const actor = (content: object) => article({ actors: [{ id: 'x', name: 'X', ...content }] });

  it.each<[mistake: string, made: object, told: string]>([
    ['UK for GB', actor({ country: 'UK' }), 'Write "GB" (United Kingdom)'],
    ['EL for GR', actor({ country: 'EL' }), 'Write "GR" (Greece)'],
    ['a country in small letters', actor({ country: 'iq' }), 'Write "IQ"'],
    ['a country of three letters', actor({ country: 'IRQ' }), 'Write "IQ" (Iraq)'],
    ['the name of a country', actor({ country: 'Iraq' }), 'Write "IQ" (Iraq)'],
    ['USA', actor({ country: 'U.S.A.' }), 'Write "US" (United States)'],
    ['an enum in small letters', actor({ kind: 'armed group' }), 'Write "ARMED_GROUP"'],
    ['an enum with a hyphen', happened({ methods: ['Air-Strike'] }), 'Write "AIR_STRIKE"'],
    ['an enum with a typing error', actor({ kind: 'MILITRY' }), 'Did you mean "MILITARY"?'],
    ['another word for an enum', happened({ casualties: [{ kind: 'WOUNDED' }] }), 'Write "INJURED"'],
    ['a part of an enum', actor({ kind: 'ARMED' }), 'Did you mean "ARMED_GROUP"?'],
    ['a value of another enum', actor({ kind: 'DRONE' }), 'DRONE is a value of Method'],
    ['a name for an id', happened({ location: 'Mosul Dam' }), 'This is a name, not an id: write "mosul-dam"'],
    ['an alias for an id', happened({ participants: [{ actor: 'TEHRAN', role: 'TARGET' }] }), 'write "iran"'],
    [
      'an id with a typing error',
      happened({ participants: [{ actor: 'irann', role: 'TARGET' }] }),
      'Did you mean "iran"?',
    ],
    [
      'an id that is not defined',
      happened({ location: 'baghdad' }),
      'Add { "id": "baghdad", "name": "…" } to locations; locations has mosul-dam',
    ],
    ['an actor for a place', happened({ location: 'iran' }), 'It is defined in actors, not in locations'],
    [
      'an id with its type',
      happened({ location: 'Location:mosul-dam' }),
      'Ids in articles have no type: write "mosul-dam"',
    ],
    ['an id with capitals and blanks', article({ actors: [{ id: 'US Troops', name: 'X' }] }), 'Write "us-troops"'],
    ['an id with accents', article({ actors: [{ id: 'Al-Qāʿida', name: 'X' }] }), 'Write "al-qaida"'],
    [
      'an id of another script',
      article({ actors: [{ id: '伊朗', name: 'X' }] }),
      'Make up an id of letters and digits',
    ],
    ['an id as number', article({ actors: [{ id: 7, name: 'X' }] }), 'Write "7", in quotes'],
    ['a missing id', article({ actors: [{ name: 'US troops' }] }), 'Write "id": "us-troops"'],
    [
      'the same id twice',
      article({
        actors: [
          { id: 'x', name: 'X' },
          { id: 'x', name: 'Y' },
        ],
      }),
      'The first is /actors/0/id',
    ],
    ['an object for an id', happened({ location: { id: 'mosul-dam' } }), 'Write the id alone, "mosul-dam"'],
    [
      'a date with slashes',
      dated('12/11/2023'),
      'Write "2023-11-12" for 12 November 2023 or "2023-12-11" for 11 December 2023',
    ],
    ['a date with slashes that can mean one day', dated('13/11/2023'), 'Write "2023-11-13"'],
    ['an American date', dated('Nov 12, 2023'), 'Write "2023-11-12"'],
    ['a British date', dated('Sunday, 12th of November 2023'), 'Write "2023-11-12"'],
    ['a German date', dated('12.11.2023'), 'Write "2023-11-12"'],
    ['a month in words', dated('November 2023'), 'Write "2023-11"'],
    ['a date with one digit', dated('2023-11-9'), 'Write "2023-11-09"'],
    ['a date without hyphens', dated('20231109'), 'Write "2023-11-09"'],
    ['a date with a time', dated('2023-11-09T10:00:00Z'), 'Write "2023-11-09"'],
    ['a year as number', dated(2023), 'Write "2023"'],
    ['a day that does not exist', dated('2023-11-31'), 'November 2023 has 30 days'],
    ['February in a common year', dated('2023-02-29'), 'February 2023 has 28 days'],
    ['the day before the month', dated('2023-13-11'), 'write "2023-11-13"'],
    ['an interval with a dash', dated('2023-11-07 – 2023-11-09'), 'Write "2023-11-07/2023-11-09"'],
    ['an interval in words', dated('7-9 November 2023'), 'Write "2023-11-07/2023-11-09"'],
    ['a reversed interval', dated('2024-05/2024-01'), 'It ends before it begins: write "2024-01/2024-05"'],
    ['an open interval', dated('2023-10-26/'), 'Write "2023-10-26/.."'],
    ['the word "since"', dated('since May 2023'), 'Write "2023-05/.."'],
    ['the word "circa"', dated('circa November 2023'), 'Write "2023-11~"'],
    ['a question mark', dated('2023?'), 'Write "2023~"'],
    ['a weekday', dated('last Thursday'), '"original": "last Thursday" }'],
    ['a date of publication with slashes', article({ published: '2023/11/12' }), 'Write "2023-11-12"'],
    [
      'a moment without an offset',
      article({ published: '2023-11-12 10:00' }),
      'Write "2023-11-12T10:00Z" if the time is in UTC',
    ],
    ['a month of publication', article({ published: '2023-11' }), 'Give the day on which the article appeared'],
    ['a number in words', counted('three'), 'Write { "min": 3, "max": 3, "original": "three" }'],
    ['a number as string', counted('3'), 'Write 3'],
    ['a number with a comma', counted('1,200'), 'Write 1200'],
    ['a lower bound in words', counted('more than 40'), 'Write { "min": 41, "original": "more than 40" }'],
    ['a dozen', counted('a dozen'), 'Write { "min": 12, "max": 12, "original": "a dozen" }'],
    ['a range', counted('10-12'), 'Write { "min": 10, "max": 12, "original": "10-12" }'],
    ['a range as list', counted([12, 10]), 'Write { "min": 10, "max": 12 }'],
    ['an unclear number', counted('dozens'), '"original": "dozens" }'],
    [
      'a point as list',
      placed([42.82, 36.63]),
      'Write { "latitude": 36.63, "longitude": 42.82 } if the list is [longitude, latitude]',
    ],
    [
      'a point as list that can mean one place',
      placed([142.8, 36.6]),
      'Write { "latitude": 36.6, "longitude": 142.8 }',
    ],
    ['a point as string', placed('36.63, 42.82'), 'Write { "latitude": 36.63, "longitude": 42.82 }'],
    [
      'latitude and longitude swapped',
      placed({ latitude: 142.8, longitude: 36.6 }),
      'may be swapped: write { "latitude": 36.6, "longitude": 142.8 }',
    ],
    [
      'a latitude in degrees and minutes',
      placed({ latitude: '36°37\'48"N', longitude: 42 }),
      'Write 36.63, without quotes',
    ],
    ['a coordinate as string', placed({ latitude: 36, longitude: '-42.5' }), 'Write -42.5, without quotes'],
    ['a language by name', article({ language: 'English' }), 'Write "en"'],
    ['a language with an underscore', article({ language: 'pt_BR' }), 'Write "pt-BR"'],
    ['an address without its scheme', article({ url: 'www.example.org/a' }), 'Write "https://www.example.org/a"'],
    ['an address with a blank', article({ url: 'https://example.org/a b' }), 'Write "https://example.org/a%20b"'],
    [
      'an address elsewhere without its scheme',
      happened({ sameAs: ['www.wikidata.org/wiki/Q1'] }),
      'Write "https://www.wikidata.org/wiki/Q1"',
    ],
    [
      'an address elsewhere that is too long',
      happened({ sameAs: [`https://example.org/${'x'.repeat(1000)}`] }),
      'It has 1,020 characters',
    ],
    ['a version as string', article({ version: '2' }), 'Write 2, without quotes'],
    ['one value for a list', article({ actors: { id: 'x', name: 'X' } }), 'Write [{"id":"x","name":"X"}]'],
    ['"yes" for true', happened({ weapons: [{ method: 'IED', certain: 'yes' }] }), 'Write true, without quotes'],
    ['a number for a name', article({ actors: [{ id: 'x', name: 7 }] }), 'Write "7", in quotes'],
    ['a name that is too long', article({ title: 'x'.repeat(1_001) }), 'It has 1,001 characters'],
    ['a missing text', { id: 'a', published: '2023-11-12' }, '"textFile": "name.txt"'],
    ['a key with a typing error', article({ titel: 'A' }), 'Did you mean "title"?'],
    ['a key in capitals', article({ Title: 'A' }), 'Write "title"'],
    ['a key with an underscore', happened({ part_of: 'y' }), 'Write "partOf"'],
    ['another word for a key', article({ headline: 'A' }), 'Did you mean "title"?'],
    ['a key of another object', happened({ publisher: 'A' }), 'It is a key of article'],
    ['a short key of a point', placed({ lat: 36.6, latitude: 1, longitude: 42 }), 'Did you mean "latitude"?'],
    ['retracted as string', article({ retracted: 'true' }), 'Write true, without quotes'],
  ])('has a hint for %s', (_, made, told) => {
    const { pointer, hint = '', expected } = rejectionOf(made);
    expect(hint).toContain(told);
    const isKey = expected.startsWith('one of the keys');
    const isValue =
      /\b[Ww]rite (?=["{[\d-])/.test(hint) &&
      !isKey &&
      !/: "us-troops"$/.test(hint) &&
      !/^Write \{ "min": …/.test(hint);
    if (isValue && !hint.includes('may be swapped'))
      expect({ hint, isMended: isMended(made, pointer, hint) }).toMatchObject({ isMended: true });
  });
});

describe('invalid JSON', () => {
  const head = '{"published":"2023-11-12",';
  it.each<[mistake: string, marked: string, told: string]>([
    ['a trailing comma', `${head}"text":"A",\n▶}`, 'Remove the comma at 1:37'],
    ['a trailing comma in a list', `${head}"text":"A","actors":[{"id":"x","name":"X"},▶]}`, 'Remove the comma at 1:69'],
    ['a missing comma', `${head}"text":"A"\n▶"title":"B"}`, 'A comma is missing after 1:36'],
    [
      'a missing comma in a list',
      `${head}"text":"A","actors":[{"id":"x","name":"X"}\n▶{"id":"y","name":"Y"}]}`,
      'A comma is missing after 1:68',
    ],
    [
      'an unescaped quote',
      `${head}"text":"He said ▶"no" and left."}`,
      'Write \\" for the 2 quotes that belong to the string, at 1:43 and 1:46',
    ],
    [
      'an unescaped quote before a comma',
      `${head}"text":"▶"No", he said.", "title":"B"}`,
      'Write \\" for the 2 quotes',
    ],
    ['a comment', `${head}▶// the text\n"text":"A"}`, 'JSON has no comments'],
    ['a block comment', `${head}▶/* the text */"text":"A"}`, 'JSON has no comments'],
    ['a comment with #', `${head}\n▶# the text\n"text":"A"}`, 'JSON has no comments'],
    [
      'line breaks in a string, all reported',
      `${head}"text":"One.▶\nTwo.\r\n\nThree."}`,
      'Write \\n for the 3 line breaks inside the string, at 1:39, 2:6 and 3:1',
    ],
    ['a tab in a string', `${head}"text":"One.▶\tTwo."}`, 'Write \\t for TAB U+0009, at 1:39'],
    ['a string that is not closed', `{"published":"2023-11-12,▶\n"text":"A"}`, 'The string is not closed on this line'],
    ['single quotes', `{▶'published':'2023-11-12'}`, 'straight double quotes: write "published"'],
    ['curly quotes', `{▶“published”:"2023-11-12"}`, 'straight double quotes: write "published"'],
    ['a key without quotes', `{▶published:"2023-11-12"}`, 'Write "published"'],
    ['a value without quotes', `{"published":▶2023-11-12,"text":"A"}`, 'Write "2023-11-12"'],
    ['a word without quotes', `${head}"text":▶Three troops,"title":"B"}`, 'Write "Three troops"'],
    ['NaN', `${head}"version":▶NaN}`, 'Leave the key out, or write null'],
    ['None', `${head}"title":▶None}`, 'Leave the key out, or write null'],
    ['True', `${head}"retracted":▶True}`, 'Write true'],
    ['a leading zero', `${head}"version":▶01}`, 'Write 1'],
    ['a number without its zero', `${head}"version":▶.5}`, 'Write 0.5'],
    ['a number with a comma', `${head}"version":1,▶000}`, 'JSON numbers have no commas'],
    ['a backslash', `${head}"text":"C:▶\\dir"}`, 'Write \\\\ for a backslash'],
    ['an escaped apostrophe', `${head}"text":"It▶\\'s"}`, "Write ' without a backslash"],
    ['an equals sign', `{"published"▶="2023-11-12"}`, 'Write : between a key and its value'],
    ['a key without a value', `{"published":▶}`, 'A value is missing'],
    ['a semicolon', `{"published":"2023-11-12"▶;"text":"A"}`, 'Write , instead of ;'],
    ['a no-break space', `${head}▶\u00a0"text":"A"}`, 'NO-BREAK SPACE U+00A0 is allowed only inside a string'],
    ['two articles in a row', `${head}"text":"A"}▶{"id":"b"}`, 'Write several articles as an array'],
    ['the wrong bracket', `${head}"text":"A","actors":[▶}`, 'A value is missing'],
    ['the wrong bracket after a value', `${head}"text":"A","actors":[1▶}`, 'The [ at 1:47 is closed by ]'],
    ['one bracket too many', `${head}"text":"A"}▶}`, 'This bracket closes nothing'],
    ['one bracket too few', `${head}"text":"A"▶`, 'The { at 1:1 is never closed'],
    ['HTML', '▶<!doctype html>', 'This looks like HTML or XML'],
    ['YAML', '▶published: 2023-11-12', 'This looks like YAML'],
    ['a bare text', '▶date 2023-11-12\nText', 'needs a file name that ends in .txt'],
  ])('has a hint at the place of %s', (_, marked, told) => {
    const { content, places } = readMarks(marked);
    const rejection = rejectionsOf(content).find(({ hint = '' }) => hint.includes(told));
    expect(rejection?.hint).toContain(told);
    expect(`${rejection?.line}:${rejection?.column}`).toBe(places[0]);
  });

  it('is reported with all its errors at once, including those of its values', () => {
    const marked = `{ // an article
      "published": ▶"soon",
      "text": "He said ▶"no".▶
      Then he left.", ▶"titel": "A"
      ▶"language": ▶"English",
    ▶}`;
    const { content, places } = readMarks(marked);
    expect(rejectionsOf(content).map(({ line, column }) => `${line}:${column}`)).toEqual(['1:3', ...places]);
  });

  it('has a hint in NDJSON that an article takes one line', () => {
    const [rejection] = rejectionsOf('{\n"id":"a"', 'a.ndjson');
    expect(rejection?.hint).toContain('In NDJSON each line holds one whole article');
  });
});

describe('a file that is not UTF-8', () => {
  const utf16 = (mark: string) => Buffer.from(`${mark}{"text":"A"}`, 'utf16le');
  it.each<[mistake: string, bytes: Buffer, place: string, told: string]>([
    ['UTF-16', utf16('\ufeff'), '1:1', 'The file is in UTF-16: save it as UTF-8'],
    ['UTF-16 without a mark', utf16(''), '1:1', 'The file is in UTF-16: save it as UTF-8'],
    ['UTF-16, big-endian', utf16('\ufeff').swap16(), '1:1', 'The file is in UTF-16: save it as UTF-8'],
    [
      'Windows-1252',
      Buffer.from('{"text":"It\x92s"}', 'latin1'),
      '1:12',
      '’ RIGHT SINGLE QUOTATION MARK U+2019: save the file as UTF-8',
    ],
    ['Latin-1', Buffer.from('{"text":"caf\xe9"}', 'latin1'), '1:13', 'this byte is é U+00E9'],
    ['a document of Word', Buffer.from('PK\x03\x04\x14\x00\xff\xff', 'latin1'), '1:7', 'a document of Word'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1'), '2:2', 'The file is a PDF'],
    ['a file that is cut off', Buffer.from('{"text":"caf\xc3', 'latin1'), '1:13', 'it may be cut off'],
  ])('has a hint for %s', (_, bytes, place, told) => {
    const [rejection] = rejectionsOf(bytes);
    expect(rejection?.hint).toContain(told);
    expect(`${rejection?.line}:${rejection?.column}`).toBe(place);
  });
});
