import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';
import { differencesOf, sameJson } from '../../../web/desk/model/differences.ts';
import { readArticle, readArticleText } from '../../../web/desk/model/read-article.ts';
import { writeArticle } from '../../../web/desk/model/write-article.ts';

describe('article JSON that is opened', () => {
  it('is the same article for the parser once it is written again, for each shipped one', async () => {
    for (const folder of ['', 'annotated/', 'demo/']) {
      const path = new URL(`../../../seed/articles/${folder}`, import.meta.url);
      for (const name of (await readdir(path)).filter((each) => each.endsWith('.json'))) {
        const text = await readFile(new URL(name, path), 'utf8');
        const read = readArticleText(text);
        if ('problem' in read) throw new Error(`${name}: ${read.problem}`);
        const canonical = (json: string) =>
          [...parseArticles({ file: 'a.json', bytes: Buffer.from(json) })][0]?.article;
        expect(canonical(JSON.stringify(writeArticle(read.article, undefined))), name).toEqual(canonical(text));
        expect(differencesOf(read.article, read.article)).toEqual([]);
      }
    }
  });

  it.each([
    ['{', /^It is not JSON/],
    ['[]', /^It holds 0 articles/],
    ['[{}, {}]', /^It holds 2 articles/],
    ['7', /^It must be an article, an object, but is 7/],
    ['{"text": 5}', /^\/text must be a text, but is 5/],
    ['{"incidents": {}}', /^\/incidents must be a list/],
    ['{"incidents": [{"casualties": 5}]}', /^\/incidents\/0\/casualties must be a list, but is 5/],
    ['{"incidents": [{"casualties": [5]}]}', /^\/incidents\/0\/casualties\/0 must be an object/],
    ['{"incidents": [{"evidence": [{"quote": 1}]}]}', /^\/incidents\/0\/evidence\/0\/quote must be a text/],
    ['{"actors": [{"aliases": "Tehran"}]}', /^\/actors\/0\/aliases must be a list/],
    ['{"id": "a", "retracted": true}', /withdraws an article/],
    ['{"merge": {"from": "Actor:a", "into": "Actor:b"}}', /merges two ids/],
    ['{"published": "2024-01-15", "textFile": "a.txt"}', /"a\.txt"/],
  ])('%s cannot be opened, and says why', (text, problem) => {
    expect(readArticleText(text)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('is opened or refused, whatever it is, and never throws', () => {
    const keys = fc.constantFrom(
      'id',
      'text',
      'published',
      'incidents',
      'actors',
      'evidence',
      'date',
      'count',
      'point',
      '__proto__',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        const read = readArticle(given);
        if ('article' in read) expect(typeof read.article.text).toBe('string');
        else expect(read.problem.length).toBeLessThan(400);
      }),
    );
  });

  it('keeps unknown keys, for the check to refuse', () => {
    const read = readArticleText('{"published": "2024-01-15", "text": "T", "colour": "red"}');
    expect(read).toMatchObject({ article: { colour: 'red' } });
  });

  it('drops nulls, and what belongs to the file', () => {
    const read = readArticleText('{"$schema": "s.json", "published": "2024-01-15", "text": "T", "title": null}');
    expect(read).toEqual({ article: { id: '', published: '2024-01-15', text: 'T' } });
  });
});

describe('differences', () => {
  const article = (incident: object) =>
    ({ id: 'a', published: '2024-01-15', text: 'T', incidents: [{ id: 'i', title: 'Raid', ...incident }] }) as never;

  it.each([
    [{ outcome: 'COMPLETED' }, { outcome: 'FAILED' }, { label: 'Outcome', before: 'Completed', after: 'Failed' }],
    [{}, { date: { edtf: '2024-01-14' } }, { label: 'Date', before: null, after: '2024-01-14' }],
    [
      { casualties: [{ kind: 'KILLED', count: { min: 3, max: 3 } }] },
      { casualties: [] },
      { label: 'Casualties', before: 'Killed, 3', after: null },
    ],
    [{}, { evidence: [{ quote: 'T' }] }, { label: 'Evidence', before: null, after: 'T' }],
    [{}, { colour: 'red' }, { label: 'colour', before: null, after: '"red"' }],
  ])('of %j and %j are in words', (before, after, difference) => {
    expect(differencesOf(article(before), article(after))).toEqual([
      { title: 'Incident: Raid', change: 'changed', differences: [difference] },
    ]);
  });

  it('are empty if and only if the articles are the same', () => {
    const value = fc.record(
      {
        title: fc.constantFrom('A', 'B'),
        outcome: fc.constantFrom('FAILED', 'COMPLETED'),
        count: fc.constantFrom({ min: 1, max: 1 }, { min: 1 }),
        mention: fc.boolean(),
        methods: fc.subarray(['IED', 'DRONE']),
        weapons: fc.array(fc.record({ method: fc.constantFrom('IED', 'DRONE'), certain: fc.boolean() }), {
          maxLength: 2,
        }),
      },
      { requiredKeys: ['title'] },
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [before, after] = [article(a), article(b)];
        const isSame = sameJson(before, after);
        const emptiesOnly = JSON.stringify(a, dropEmpty) === JSON.stringify(b, dropEmpty);
        if (isSame) expect(differencesOf(before, after)).toEqual([]);
        else if (!emptiesOnly && !sameJson(sorted(a), sorted(b))) expect(differencesOf(before, after)).not.toEqual([]);
      }),
    );
  });
});

function dropEmpty(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** Parts are compared whatever their order. */
function sorted(value: Record<string, unknown>): never {
  const entries = Object.entries(value).flatMap(([key, held]) =>
    Array.isArray(held)
      ? held.length > 0
        ? [[key, held.map((each) => JSON.stringify(each)).sort()]]
        : []
      : [[key, held]],
  );
  return Object.fromEntries(entries) as never;
}
