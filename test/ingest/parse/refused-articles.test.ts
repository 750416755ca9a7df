import { describe, expect, it } from 'vitest';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';
import { articlesOf, readMarks, rejectionsOf, sentencesOf } from './parse-content.ts';

const head = '{"id":"a","published":"2023-11-12","text":"A drone, a drone and three dead.",';

/** Parts of an article. The mark precedes the fault. */
const publication = 'a calendar day, YYYY-MM-DD, or a moment with an offset, such as 2025-03-12T18:30:00Z';

describe('an invalid article', () => {
  it.each([
    ['an unknown key', '▶"titel":"A"}', '/titel', 'one of the keys title, id, url, text,', '"titel"'],
    ['an unknown key with a slash and a tilde', '▶"a/b~":null}', '/a~1b~0', 'one of the keys', '"a/b~"'],
    [
      'an unknown key of a part',
      '"incidents":[{"id":"x","title":"X",\n ▶"typ":"RIOT"}]}',
      '/incidents/0/typ',
      'one of the keys type, ',
      '"typ"',
    ],
    [
      'a key of another type',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":"b.c",▶"evidence":[]}]}]}',
      '/statements/0/links/0/evidence',
      'one of the keys type, statement',
      '"evidence"',
    ],
    ['a version of 0', '"version":▶0}', '/version', 'a whole number >= 1', '0'],
    ['a version of 1.5', '"version":▶1.5}', '/version', 'a whole number >= 1', '1.5'],
    ['a version as text', '"version":▶"1"}', '/version', 'a whole number >= 1', '"1"'],
    [
      'a blank title',
      '"title":▶" \\u200b"}',
      '/title',
      'a name of at most 1,000 characters that is not blank',
      '" \\u200b"',
    ],
    [
      'a javascript address',
      '"url":▶"javascript:alert(1)"}',
      '/url',
      'an http or https address',
      '"javascript:alert(1)"',
    ],
    ['a file address', '"url":▶"file:///etc/passwd"}', '/url', 'an http or https address', '"file:///etc/passwd"'],
    ['an address without a host', '"url":▶"http://"}', '/url', 'an http or https address', '"http://"'],
    [
      'an address with a space',
      '"url":▶"https://a.example/b c"}',
      '/url',
      'an http or https address',
      '"https://a.example/b c"',
    ],
    [
      'a language by name',
      '"language":▶"english, british"}',
      '/language',
      'a BCP 47 language tag such as en or pt-BR',
      '"english, british"',
    ],
    [
      'a language with an underscore',
      '"language":▶"pt_BR"}',
      '/language',
      'a BCP 47 language tag such as en or pt-BR',
      '"pt_BR"',
    ],
    [
      'a language tag that ends in a singleton',
      '"language":▶"en-u"}',
      '/language',
      'a BCP 47 language tag such as en or pt-BR',
      '"en-u"',
    ],
    [
      'retracted that is not true',
      '"retracted":▶false}',
      '/retracted',
      'true, with no keys but id and version, or left out',
      'false',
    ],
    ['locations that are not a list', '"locations":▶{}}', '/locations', 'a list', '{}'],
    ['a null in a list', '"actors":[▶null]}', '/actors/0', 'an actor', 'null'],
    ['a missing name', '"actors":[▶{"id":"x"}]}', '/actors/0', 'an actor with the key name', '{"id":"x"}'],
    [
      'a name of null',
      '"actors":[{"id":"x","name":▶null}]}',
      '/actors/0/name',
      'a name of at most 1,000 characters that is not blank',
      'null',
    ],
    [
      'an id with capitals',
      '"actors":[{"id":▶"Iran","name":"Iran"}]}',
      '/actors/0/id',
      'an id of 1 to 120 characters: a-z, 0-9 and -',
      '"Iran"',
    ],
    [
      'an id with a line feed',
      '"actors":[{"id":▶"iran\\n","name":"Iran"}]}',
      '/actors/0/id',
      'an id of 1 to 120 characters: a-z, 0-9 and -',
      '"iran\\n"',
    ],
    [
      'an id with a dot',
      '"statements":[{"id":▶"a.s","type":"REPORT","text":"a"}]}',
      '/statements/0/id',
      'an id of 1 to 120 characters: a-z, 0-9 and -',
      '"a.s"',
    ],
    [
      'an id of 121 characters',
      `"actors":[{"id":▶"${'i'.repeat(121)}","name":"Iran"}]}`,
      '/actors/0/id',
      'an id of 1 to 120 characters: a-z, 0-9 and -',
      `"${'i'.repeat(79)}…`,
    ],
    [
      'an unknown kind',
      '"actors":[{"id":"x","name":"X","kind":▶"ARMY"}]}',
      '/actors/0/kind',
      'one of PERSON, STATE',
      '"ARMY"',
    ],
    [
      'a kind in small letters',
      '"actors":[{"id":"x","name":"X","kind":▶"state"}]}',
      '/actors/0/kind',
      'one of STATE, ',
      '"state"',
    ],
    [
      'a country in small letters',
      '"actors":[{"id":"x","name":"X","country":▶"iq"}]}',
      '/actors/0/country',
      'an ISO 3166-1 alpha-2 country code in capitals, such as IQ',
      '"iq"',
    ],
    [
      'an unknown country',
      '"actors":[{"id":"x","name":"X","country":▶"UK"}]}',
      '/actors/0/country',
      'an ISO 3166-1 alpha-2 country code in capitals, such as IQ',
      '"UK"',
    ],
    [
      'a latitude out of range',
      '"locations":[{"id":"x","name":"X","point":{"latitude":▶-90.1,"longitude":180}}]}',
      '/locations/0/point/latitude',
      'a number from -90 to 90',
      '-90.1',
    ],
    [
      'a longitude out of range',
      '"locations":[{"id":"x","name":"X","point":{"latitude":90,"longitude":▶180.5}}]}',
      '/locations/0/point/longitude',
      'a number from -180 to 180',
      '180.5',
    ],
    [
      'half a point',
      '"locations":[{"id":"x","name":"X","point":▶{"latitude":1}}]}',
      '/locations/0/point',
      'a point with the key longitude',
      '{"latitude":1}',
    ],
    [
      'a negative count',
      '"incidents":[{"id":"x","title":"X","count":▶-1}]}',
      '/incidents/0/count',
      'a whole number >= 0, or an object with min',
      '-1',
    ],
    [
      'half a person',
      '"incidents":[{"id":"x","title":"X","casualties":[{"kind":"KILLED","count":▶1.5}]}]}',
      '/incidents/0/casualties/0/count',
      'a whole number >= 0, or an object with min',
      '1.5',
    ],
    [
      'a count without min',
      '"incidents":[{"id":"x","title":"X","count":▶{"max":3}}]}',
      '/incidents/0/count',
      'an object with the key min',
      '{"max":3}',
    ],
    [
      'a max below min',
      '"incidents":[{"id":"x","title":"X","count":{"min":4,"max":▶3}}]}',
      '/incidents/0/count/max',
      'a whole number >= 4, the min',
      '3',
    ],
    [
      'a best below min',
      '"incidents":[{"id":"x","title":"X","weapons":[{"method":"IED","count":{"best":▶3,"min":4}}]}]}',
      '/incidents/0/weapons/0/count/best',
      'a whole number >= 4',
      '3',
    ],
    [
      'a best above max',
      '"incidents":[{"id":"x","title":"X","count":{"min":1,"max":2,"best":▶3}}]}',
      '/incidents/0/count/best',
      'a whole number from 1 to 2',
      '3',
    ],
    [
      'a date in words',
      '"incidents":[{"id":"x","title":"X","date":▶"soon"}]}',
      '/incidents/0/date',
      'a valid EDTF date (2023-11-09, ',
      '"soon"',
    ],
    [
      'a date that does not exist',
      '"incidents":[{"id":"x","title":"X","date":{"original":"a","edtf":▶"2024-02-30"}}]}',
      '/incidents/0/date/edtf',
      'a valid EDTF date (2023-11-09, ',
      '"2024-02-30"',
    ],
    [
      'an empty interval end',
      '"statements":[{"id":"s","type":"REPORT","text":"a","date":▶"2023-10-26/"}]}',
      '/statements/0/date',
      'a valid EDTF date (2023-11-09, ',
      '"2023-10-26/"',
    ],
    [
      'an interval that ends before it begins',
      '"incidents":[{"id":"x","title":"X","date":▶"2024-05/2024-01"}]}',
      '/incidents/0/date',
      'a valid EDTF date (2023-11-09, 2023-11, 2023, 2023-11~) or two in order (2023-10-07/',
      '"2024-05/2024-01"',
    ],
    [
      'a date as number',
      '"incidents":[{"id":"x","title":"X","date":▶2023}]}',
      '/incidents/0/date',
      'an EDTF date, or an object with edtf',
      '2023',
    ],
    [
      'a date without edtf',
      '"incidents":[{"id":"x","title":"X","date":▶{"original":"a"}}]}',
      '/incidents/0/date',
      'an object with the key edtf',
      '{"original":"a"}',
    ],
    [
      'a weapon of null',
      '"incidents":[{"id":"x","title":"X","weapons":[{"method":▶null}]}]}',
      '/incidents/0/weapons/0/method',
      'one of IED, DRONE,',
      'null',
    ],
    [
      'certain as text',
      '"incidents":[{"id":"x","title":"X","weapons":[{"method":"IED","certain":▶"no"}]}]}',
      '/incidents/0/weapons/0/certain',
      'true or false',
      '"no"',
    ],
    [
      'a precision without a location',
      '"incidents":[{"id":"x","title":"X",\r\n"location":null,"locationPrecision":▶"NEAR"}]}',
      '/incidents/0/locationPrecision',
      'absent if there is no location',
      '"NEAR"',
    ],
    [
      'a subtype of another type',
      '"incidents":[{"id":"x","title":"X","type":"RIOT","subtype":▶"AIR_STRIKE"}]}',
      '/incidents/0/subtype',
      'a subtype of RIOT: VIOLENT_DEMONSTRATION, MOB_VIOLENCE',
      '"AIR_STRIKE"',
    ],
    [
      'a subtype without a type',
      '"incidents":[{"id":"x","title":"X","type":null,"subtype":▶"AIR_STRIKE"}]}',
      '/incidents/0/subtype',
      'absent if there is no type',
      '"AIR_STRIKE"',
    ],
    [
      'a place that the article does not define',
      '"incidents":[{"id":"x","title":"X","places":[{"location":▶"dam","role":"ORIGIN"}]}]}',
      '/incidents/0/places/0/location',
      'the id of a location that this article defines',
      '"dam"',
    ],
    [
      'a target at a place that the article does not define',
      '"incidents":[{"id":"x","title":"X","targets":[{"kind":"HOSPITAL","location":▶"dam"}]}]}',
      '/incidents/0/targets/0/location',
      'the id of a location that this article defines',
      '"dam"',
    ],
    [
      'a casualty that a statement of another article asserts',
      '"incidents":[{"id":"x","title":"X","casualties":[{"kind":"KILLED","assertedBy":[▶"ministry"]}]}]}',
      '/incidents/0/casualties/0/assertedBy/0',
      'the id of a statement that this article defines',
      '"ministry"',
    ],
    [
      'a side that is no capital letter',
      '"actors":[{"id":"x","name":"X"}],"incidents":[{"id":"x","title":"X","participants":[{"actor":"x","role":"BELLIGERENT","side":▶"a"}]}]}',
      '/incidents/0/participants/0/side',
      'one capital letter from A to Z',
      '"a"',
    ],
    [
      'a quote that is not in the text',
      '"actors":[{"id":"x","name":"X","evidence":["drone and",▶"a Drone"]}]}',
      '/actors/0/evidence/1',
      'an exact quote from the text',
      '"a Drone"',
    ],
    [
      'a quote of an object that is not in the text',
      '"incidents":[{"id":"x","title":"X","participants":[{"actor":"y","role":"TARGET","evidence":[{"quote":▶"three  dead"}]}]}],"actors":[{"id":"y","name":"Y"}]}',
      '/incidents/0/participants/0/evidence/0/quote',
      'an exact quote from the text',
      '"three  dead"',
    ],
    [
      'a quote that occurs twice',
      '"actors":[{"id":"x","name":"X","evidence":[▶"drone"]}]}',
      '/actors/0/evidence/0',
      'an object with quote and occurrence, because the quote occurs several times in the text',
      '"drone"',
    ],
    [
      'an occurrence of null for a quote that occurs twice',
      '"actors":[{"id":"x","name":"X","evidence":[▶{"quote":"drone","occurrence":null}]}]}',
      '/actors/0/evidence/0',
      'an object with quote and occurrence, because',
      '{"quote":"drone","occurrence":null}',
    ],
    [
      'an occurrence past the last',
      '"actors":[{"id":"x","name":"X","evidence":[{"quote":"drone","occurrence":▶3}]}]}',
      '/actors/0/evidence/0/occurrence',
      'a whole number from 1 to 2, the number of times that the quote occurs in the text',
      '3',
    ],
    [
      'an occurrence past the only one',
      '"actors":[{"id":"x","name":"X","evidence":[{"quote":"three","occurrence":▶2}]}]}',
      '/actors/0/evidence/0/occurrence',
      'a whole number from 1 to 1, the number of times',
      '2',
    ],
    [
      'an occurrence of 0',
      '"actors":[{"id":"x","name":"X","evidence":[{"quote":"three","occurrence":▶0}]}]}',
      '/actors/0/evidence/0/occurrence',
      'a whole number from 1 to 10,000',
      '0',
    ],
    [
      'an empty quote',
      '"actors":[{"id":"x","name":"X","evidence":[▶""]}]}',
      '/actors/0/evidence/0',
      'a quote of 1 to 10,000 characters',
      '""',
    ],
    [
      'evidence that is not a list',
      '"actors":[{"id":"x","name":"X","evidence":▶"drone"}]}',
      '/actors/0/evidence',
      'a list',
      '"drone"',
    ],
    [
      'a repeated id',
      '"actors":[{"id":"x","name":"X"},{"id":▶"x","name":"Y"}]}',
      '/actors/1/id',
      'an id that occurs once in actors',
      'a second "x"',
    ],
    [
      'a location that is not defined',
      '"incidents":[{"id":"x","title":"X","location":▶"y"}]}',
      '/incidents/0/location',
      'the id of a location that this article defines',
      '"y"',
    ],
    [
      'a location that is an actor',
      '"actors":[{"id":"y","name":"Y"}],"incidents":[{"id":"x","title":"X","location":▶"y"}]}',
      '/incidents/0/location',
      'the id of a location that this article defines',
      '"y"',
    ],
    [
      'a location within an undefined one',
      '"locations":[{"id":"x","name":"X","partOf":▶"y"}]}',
      '/locations/0/partOf',
      'the id of a location that this article defines',
      '"y"',
    ],
    [
      'an incident that is part of an undefined one',
      '"incidents":[{"id":"x","title":"X","partOf":▶"y"}]}',
      '/incidents/0/partOf',
      'the id of an incident that this article defines',
      '"y"',
    ],
    [
      'an undefined participant',
      '"incidents":[{"id":"x","title":"X","participants":[{"role":"TARGET","actor":▶"y"}]}]}',
      '/incidents/0/participants/0/actor',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'casualties of an undefined actor',
      '"incidents":[{"id":"x","title":"X","casualties":[{"kind":"KILLED","actor":▶"y"}]}]}',
      '/incidents/0/casualties/0/actor',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'a link to an undefined incident',
      '"incidents":[{"id":"x","title":"X","links":[{"type":"FOLLOWS","incident":▶"y"}]}]}',
      '/incidents/0/links/0/incident',
      'the id of an incident that this article defines',
      '"y"',
    ],
    [
      'an affiliation with an undefined actor',
      '"actors":[{"id":"x","name":"X","affiliations":[{"type":"LEADS","actor":▶"y"}]}]}',
      '/actors/0/affiliations/0/actor',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'an affiliation that an undefined statement asserts',
      '"actors":[{"id":"z","name":"Z"},{"id":"x","name":"X","affiliations":[{"type":"LEADS","actor":"z","assertedBy":[▶"y"]}]}]}',
      '/actors/1/affiliations/0/assertedBy/0',
      'the id of a statement that this article defines',
      '"y"',
    ],
    [
      'an affiliation that an undefined statement denies',
      '"actors":[{"id":"z","name":"Z"},{"id":"x","name":"X","affiliations":[{"type":"LEADS","actor":"z","deniedBy":[▶"y"]}]}]}',
      '/actors/1/affiliations/0/deniedBy/0',
      'the id of a statement that this article defines',
      '"y"',
    ],
    [
      "an affiliation that another article's statement denies",
      '"actors":[{"id":"z","name":"Z"},{"id":"x","name":"X","affiliations":[{"type":"LEADS","actor":"z","deniedBy":[▶"b.y"]}]}]}',
      '/actors/1/affiliations/0/deniedBy/0',
      'an id of 1 to 120 characters: a-z, 0-9 and -',
      '"b.y"',
    ],
    [
      'an undefined speaker',
      '"statements":[{"id":"s","type":"REPORT","text":"a","speaker":▶"y"}]}',
      '/statements/0/speaker',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'a statement on behalf of an undefined actor',
      '"statements":[{"id":"s","type":"REPORT","text":"a","onBehalfOf":▶"y"}]}',
      '/statements/0/onBehalfOf',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'a statement on an undefined incident',
      '"statements":[{"id":"s","type":"REPORT","text":"a","incidents":[▶"y"]}]}',
      '/statements/0/incidents/0',
      'the id of an incident that this article defines',
      '"y"',
    ],
    [
      'a statement on an undefined actor',
      '"statements":[{"id":"s","type":"REPORT","text":"a","actors":[▶"y"]}]}',
      '/statements/0/actors/0',
      'the id of an actor that this article defines',
      '"y"',
    ],
    [
      'a link to an undefined statement',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":▶"t"}]}]}',
      '/statements/0/links/0/statement',
      'the id of a statement that this article defines',
      '"t"',
    ],
    [
      'a full link to an undefined statement of its own',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":▶"a.t"}]}]}',
      '/statements/0/links/0/statement',
      'the id of a statement that this article defines',
      '"a.t"',
    ],
    [
      'a link of a statement to itself',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":▶"s"}]}]}',
      '/statements/0/links/0/statement',
      'the id of another statement',
      '"s"',
    ],
    [
      'an actor that is its own member',
      '"actors":[{"id":"x","name":"X","affiliations":[{"type":"MEMBER_OF","actor":▶"x"}]}]}',
      '/actors/0/affiliations/0/actor',
      'the id of another actor',
      '"x"',
    ],
    [
      'an incident that is part of itself',
      '"incidents":[{"id":"x","title":"X","partOf":▶"x"}]}',
      '/incidents/0/partOf',
      'the id of another incident',
      '"x"',
    ],
    [
      'an incident with a link to itself',
      '"incidents":[{"id":"x","title":"X","links":[{"type":"RESPONSE_TO","incident":▶"x"}]}]}',
      '/incidents/0/links/0/incident',
      'the id of another incident',
      '"x"',
    ],
    [
      'a location that is part of itself',
      '"locations":[{"id":"x","name":"X","partOf":▶"x"}]}',
      '/locations/0/partOf',
      'the id of another location',
      '"x"',
    ],
    [
      'a cycle of two incidents',
      '"incidents":[{"id":"x","title":"X","partOf":"y"},{"id":"y","title":"Y","partOf":▶"x"}]}',
      '/incidents/1/partOf',
      'an id that does not close a cycle',
      '"x" (y → x → y)',
    ],
    [
      'a cycle that another location leads into',
      '"locations":[{"id":"w","name":"W","partOf":"z"},{"id":"z","name":"Z","partOf":"x"},{"id":"x","name":"X","partOf":"y"},{"id":"y","name":"Y","partOf":▶"z"}]}',
      '/locations/3/partOf',
      'an id that does not close a cycle',
      '"z" (y → z → x → y)',
    ],
  ])('is rejected for %s', (_, marked, pointer, expected, found) => {
    const { content, places } = readMarks(`${head}\r\n  ${marked}`);
    const [sentence, ...others] = sentencesOf(content);
    expect(others).toEqual([]);
    expect(sentence).toMatch(`articles/a.json:${places[0]} ${pointer} must be ${expected}`);
    expect(sentence?.endsWith(`, but got: ${found}`)).toBe(true);
  });

  it.each([
    ['a missing published and text', '▶{}', ['an article with the key published', 'an article with the key text']],
    ['a null instead of them', '{"published":▶null,"text":▶null}', [publication, 'a string that is not blank']],
    ['a blank text', '{"published":"2023-11-12","text":▶" \\n"}', ['a string that is not blank']],
    ['a day that does not exist', '{"text":"a","published":▶"2023-02-29"}', [publication]],
    ['a month of publication', '{"text":"a","published":▶"2023-11"}', [publication]],
    ...[
      ['a moment without an offset', '2023-11-12T10:00:00'],
      ['a moment of month 13', '2023-13-12T10:00:00Z'],
      ['a leap second', '2016-12-31T23:59:60Z'],
      ['hour 24', '2023-11-12T24:00:00Z'],
      ['a moment before the year 0 in UTC', '0000-01-01T00:00:00+01:00'],
      ['an offset without minutes', '2023-11-12T10:00:00+01'],
    ].map(([what, published]): [string, string, string[]] => [
      `${what} as publication`,
      `{"text":"a","published":▶"${published}"}`,
      [publication],
    ]),
    [
      'a mention with a title',
      '{"text":"a","published":"2023-11-12","incidents":[{"id":"x","mention":true,▶"title":"X"}]}',
      ['absent, because a mention states only its evidence'],
    ],
    [
      'an incident that is neither titled nor a mention',
      '{"text":"a","published":"2023-11-12","incidents":[▶{"id":"x","mention":false}]}',
      ['an incident with the key title'],
    ],
    ['being a number', '▶5', ['an article']],
    ['being null', ' ▶null', ['an article']],
    ['being a text', '▶"date 2023-11-12"', ['an article']],
    ['a withdrawal without id', '▶{"retracted":true}', ['a withdrawal with the key id']],
    [
      'a withdrawal with an invalid id',
      '{"retracted":true,"id":▶null}',
      ['an id of 1 to 120 characters: a-z, 0-9 and -'],
    ],
    ['a withdrawal with a text', '{"retracted":true,"id":"a",▶"text":"a"}', ['one of the keys']],
    ['a withdrawal of version 0', '{"retracted":true,"id":"a","version":▶0}', ['a whole number >= 1']],
  ])('is rejected for %s', (_, marked, expected) => {
    const { content, places } = readMarks(marked);
    const rejections = rejectionsOf(content);
    expect(rejections.map((rejection) => rejection.expected)).toEqual(
      expected.map((start) => expect.stringContaining(start)),
    );
    for (const [index, { line, column }] of rejections.entries()) {
      expect(`${line}:${column}`).toBe(places[index] ?? places[0]);
    }
  });

  it('is rejected for all its faults, in the order of the file', () => {
    const marked = `{ "published": ▶"2023-02-29",
      "text": "One. One.", "actors": [{ "id": "x", ▶"nam": 5, "name": "X", "evidence": [▶"One."] }],
      "incidents": [{ "id": "y", "title": "Y", "location": ▶"z", "date": "2023", ▶"date": ▶"soon" }] }`;
    const { content, places } = readMarks(marked);
    expect(rejectionsOf(content).map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  });

  it('is rejected with the first 1,000 faults and the number of all', () => {
    const actors = Array.from({ length: 10_000 }, (_, index) => `{"id":"a${index}","name":5}`);
    const content = `${head}"actors":[${actors.join()}]}`;
    const [parsed] = parseArticles({ file: 'a.json', bytes: Buffer.from(content) });
    expect(parsed?.rejections).toHaveLength(1_000);
    expect(parsed).toMatchObject({ rejectionCount: 10_000 });
  });
});

describe('a valid article', () => {
  it.each([
    [
      "a link to another article's statement",
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":"b.t"}]}]',
      'statements.0.links.0.statement',
      'b.t',
    ],
    [
      'a short link to its own statement',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":"t"}]},{"id":"t","type":"REPORT","text":"a"}]',
      'statements.0.links.0.statement',
      'a.t',
    ],
    [
      'a full link to its own statement',
      '"statements":[{"id":"s","type":"REPORT","text":"a","links":[{"type":"ECHOES","statement":"a.t"}]},{"id":"t","type":"REPORT","text":"a"}]',
      'statements.0.links.0.statement',
      'a.t',
    ],
    [
      'a location with the id of an actor',
      '"locations":[{"id":"x","name":"X"}],"actors":[{"id":"x","name":"X"}]',
      'actors.0.id',
      'x',
    ],
    [
      'a chain of partOf',
      '"locations":[{"id":"x","name":"X","partOf":"y"},{"id":"y","name":"Y","partOf":"z"},{"id":"z","name":"Z"}]',
      'locations.1.partOf',
      'z',
    ],
    ['a count as a number', '"incidents":[{"id":"x","title":"X","count":3}]', 'incidents.0.count', { min: 3, max: 3 }],
    [
      'a count with null',
      '"incidents":[{"id":"x","title":"X","count":{"max":null,"min":41}}]',
      'incidents.0.count',
      { min: 41 },
    ],
    [
      'a date as text',
      '"incidents":[{"id":"x","title":"X","date":"2023-11"}]',
      'incidents.0.date',
      { edtf: '2023-11' },
    ],
    [
      'a quote as text',
      '"actors":[{"id":"x","name":"X","evidence":["three"]}]',
      'actors.0.evidence',
      [{ quote: 'three' }],
    ],
    [
      'an occurrence of a quote that occurs once',
      '"actors":[{"id":"x","name":"X","evidence":[{"occurrence":1,"quote":"three"}]}]',
      'actors.0.evidence',
      [{ quote: 'three' }],
    ],
    [
      'an occurrence of a quote that occurs twice',
      '"actors":[{"id":"x","name":"X","evidence":[{"occurrence":2,"quote":"drone"}]}]',
      'actors.0.evidence',
      [{ quote: 'drone', occurrence: 2 }],
    ],
    [
      'an empty list, which is stated',
      '"actors":[{"id":"x","name":"X","aliases":[]}]',
      'actors.0',
      { id: 'x', name: 'X', aliases: [] },
    ],
    [
      'a null, which is not stated',
      '"actors":[{"id":"x","name":"X","aliases":null,"kind":null,"country":null,"affiliations":null,"evidence":null}]',
      'actors.0',
      { id: 'x', name: 'X' },
    ],
    [
      'false, which is stated',
      '"incidents":[{"id":"x","title":"X","weapons":[{"method":"IED","certain":false}]}]',
      'incidents.0.weapons.0',
      { method: 'IED', certain: false },
    ],
  ])('is accepted with %s', (_, part, path, expected) => {
    const [taken] = articlesOf(`${head}${part},"retracted":null,"$schema":"../article.schema.json"}`);
    expect(taken).toHaveProperty(path, expected);
    expect(taken).not.toHaveProperty('$schema');
    expect(taken).not.toHaveProperty('retracted');
  });
});
