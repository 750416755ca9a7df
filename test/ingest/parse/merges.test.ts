import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRejection } from '../../../src/ingest/json/rejection.ts';
import { parseSeedEntry } from '../../../src/ingest/parse/parse-entry.ts';
import { parseArticles, parseUnpacked } from '../../../src/ingest/read/parse-articles.ts';
import { tries } from '../../support/runs.ts';
import { readMarks } from './parse-content.ts';

const parse = (content: string, file = 'a.json') => [
  ...parseUnpacked({ file, bytes: Buffer.from(content) }, parseSeedEntry),
];

const mergesOf = (content: string, file?: string) =>
  parse(content, file).map((parsed) => ('merge' in parsed ? parsed.merge : parsed.rejections?.map(formatRejection)));

const entityId = 'the id of an actor, a location or an incident with its type, such as Actor:iran';

describe('a valid merge', () => {
  it('is accepted alone, in an array and in NDJSON, next to articles', () => {
    const merge = '{"merge":{"from":"Actor:a","into":"Actor:b"}}';
    const article = '{"id":"a","published":"2024-01-01","text":"A"}';
    for (const [file, content] of [
      ['a.json', merge],
      ['a.json', `[${article},${merge}]`],
      ['a.ndjson', `${merge}\n${article}\n`],
      ['a.txt.json', `${merge}\n${article}\n`],
    ] as const) {
      const merges = parse(content, file).flatMap((parsed) => ('merge' in parsed ? parsed.merge : []));
      expect(merges).toEqual([{ merge: { from: 'Actor:a', into: 'Actor:b' } }]);
      expect(parse(content, file).filter((parsed) => parsed.rejections)).toEqual([]);
    }
  });

  it('is brought into canonical form from either case of the type, with a $schema and any order of keys', () => {
    const type = fc.constantFrom('actor', 'location', 'incident', 'Actor', 'Location', 'Incident');
    const slug = fc.stringMatching(/^[a-z0-9-]{1,120}$/);
    fc.assert(
      fc.property(type, slug, slug, fc.boolean(), (type, from, other, isTurned) => {
        const into = other === from ? `${from.slice(0, 119)}x` : other;
        fc.pre(into !== from);
        const lower = type.toLowerCase();
        const ids = [`"from":"${type}:${from}"`, `"into":"${lower}:${into}"`];
        const canonical = lower.charAt(0).toUpperCase() + lower.slice(1);
        expect(mergesOf(`{"$schema":null,"merge":{${isTurned ? ids.reverse() : ids}}}`)).toEqual([
          { merge: { from: `${canonical}:${from}`, into: `${canonical}:${into}` } },
        ]);
      }),
      tries(),
    );
  });
});

describe('an invalid merge', () => {
  it.each([
    ['one id', '{"merge":▶{"from":"Actor:a"}}', '/merge', 'an object with the key into', '{"from":"Actor:a"}'],
    [
      'a list',
      '{"merge":▶["Actor:a","Actor:b"]}',
      '/merge',
      'an object with the keys from and into',
      '["Actor:a","Actor:b"]',
    ],
    ['null', '{"merge":▶null}', '/merge', 'an object with the keys from and into', 'null'],
    ['an id without a type', '{"merge":{"from":▶"a","into":"Actor:b"}}', '/merge/from', entityId, '"a"'],
    ['an id of an article', '{"merge":{"from":▶"Article:a","into":"Actor:b"}}', '/merge/from', entityId, '"Article:a"'],
    [
      'an id of a statement',
      '{"merge":{"from":"Actor:b","into":▶"Statement:a.b"}}',
      '/merge/into',
      entityId,
      '"Statement:a.b"',
    ],
    ['a name', '{"merge":{"from":"Actor:b","into":▶"Actor:Iran"}}', '/merge/into', entityId, '"Actor:Iran"'],
    ['a line break', '{"merge":{"from":"Actor:b","into":▶"Actor:a\\n"}}', '/merge/into', entityId, '"Actor:a\\n"'],
    [
      'ids of two types',
      '{"merge":{"from":"Actor:b","into":▶"Location:a"}}',
      '/merge/into',
      'an id of type Actor, the type of "from"',
      '"Location:a"',
    ],
    [
      'the same id twice',
      '{"merge":{"from":"Actor:b","into":▶"actor:b"}}',
      '/merge/into',
      'an id other than "from"',
      '"actor:b"',
    ],
    [
      'a key next to "merge"',
      '{"merge":{"from":"Actor:b","into":"Actor:a"},▶"id":"a"}',
      '/id',
      'one of the keys merge, $schema',
      '"id". It is a key of article, withdrawal, location, actor',
    ],
    [
      'an unknown key within "merge"',
      '{"merge":{"from":"Actor:b","into":"Actor:a",▶"type":"Actor"}}',
      '/merge/type',
      'one of the keys from, into',
      '"type". It is a key of incident, statement, incident link, statement link',
    ],
  ])('is rejected for %s', (_, marked, pointer, expected, found) => {
    const { content, places } = readMarks(marked);
    const written = `\n ${content}`;
    const [line, column] = (places[0] ?? '').split(':');
    const place = `a.json:${Number(line) + 1}:${Number(column) + 1} ${pointer}`;
    expect(mergesOf(written)).toEqual([[`${place} must be ${expected}, but got: ${found}`]]);
    const [[rejection = ''] = []] = mergesOf(`{}\n${content}`, 'b.ndjson').slice(1) as string[][];
    expect(rejection).toBe(`b.ndjson:2:${column} ${pointer} must be ${expected}, but got: ${found}`);
  });

  it('is rejected for all its faults, in the order of the file', () => {
    const { content, places } = readMarks('{ "merge": {▶"x": 1, "from": ▶"a", "into": ▶5 }, ▶"id": "a" }');
    const [parsed] = parse(content);
    expect(parsed?.rejections?.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  });

  it('is rejected for a repeated key', () => {
    const { content, places } = readMarks('{"merge":{"from":"Actor:a","into":"Actor:b",▶"into":"Actor:c"}}');
    const [parsed] = parse(content);
    expect(parsed?.rejections?.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  });

  it('is rejected where only an article is allowed', () => {
    const bytes = Buffer.from('{"merge":{"from":"Actor:a","into":"Actor:b"}}');
    const [parsed] = parseArticles({ file: 'article', bytes, lendsName: false });
    expect(parsed?.rejections?.map(({ pointer }) => pointer)).toContain('/merge');
  });
});
