import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvDivider } from '../../src/import/csv-records.ts';
import { tries } from '../support/runs.ts';

function divide(...chunks: string[]) {
  const divider = createCsvDivider();
  return [...chunks.flatMap((chunk) => divider.push(chunk)), ...divider.end()];
}

describe('CSV', () => {
  it.each<[string, string, unknown[]]>([
    [
      'plain fields',
      'a,b\n1,\n',
      [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1', ''] },
      ],
    ],
    ['no line feed at the end', 'a,b', [{ line: 1, fields: ['a', 'b'] }]],
    [
      'carriage returns',
      'a,b\r\n"1","2"\r\n',
      [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1', '2'] },
      ],
    ],
    [
      'quotes, commas and line feeds in quotes',
      '"a ""b"", c\nd",e\nf',
      [
        { line: 1, fields: ['a "b", c\nd', 'e'] },
        { line: 3, fields: ['f'] },
      ],
    ],
    [
      'empty lines',
      'a\n\n\nb\n',
      [
        { line: 1, fields: ['a'] },
        { line: 4, fields: ['b'] },
      ],
    ],
    [
      'semicolons, if the first line has no commas',
      'a;"b"\n1,5;"2;3"\n',
      [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1,5', '2;3'] },
      ],
    ],
    [
      'tabs, if the first line has no commas',
      'a\tb\n1\t2\n',
      [
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1', '2'] },
      ],
    ],
    ['semicolons within fields, if the first line has commas', 'a;b,c', [{ line: 1, fields: ['a;b', 'c'] }]],
    ['an empty quoted field', '"",""\n', [{ line: 1, fields: ['', ''] }]],
    [
      'text after a quote',
      'a\n"b"c,d\ne\n',
      [
        { line: 1, fields: ['a'] },
        { line: 2, broken: 'text after a closing quote' },
        { line: 3, fields: ['e'] },
      ],
    ],
    [
      'a quote within a field',
      'a"b\nc\n',
      [
        { line: 1, broken: 'a quote within a field that does not begin with one' },
        { line: 2, fields: ['c'] },
      ],
    ],
    [
      'a quote that stays open',
      'a\n"b\nc\n',
      [
        { line: 1, fields: ['a'] },
        { line: 2, broken: 'a quote that is never closed' },
        { line: 3, fields: ['c'] },
      ],
    ],
  ])('is read with %s', (_, text, records) => {
    expect(divide(text)).toEqual(records);
  });

  it('is the same however it is split into chunks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'é'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40), { maxLength: 4 }), (whole, cuts) => {
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        expect(divide(...at.slice(1).map((end, index) => whole.slice(at[index], end)))).toEqual(divide(whole));
      }),
      tries(500),
    );
  });

  it('is read back as written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(divide(text).map(({ fields }) => fields)).toEqual(rows);
      }),
      tries(300),
    );
  });

  it('gives up on an unclosed quote after a mebibyte', () => {
    expect(divide('"', ...Array(20).fill('x'.repeat(2 ** 16)), '\nend\n')).toEqual([
      { line: 1, broken: 'a row of more than 1048576 characters' },
      { line: 2, fields: ['end'] },
    ]);
  });
});
