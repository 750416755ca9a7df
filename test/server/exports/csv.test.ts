import { describe, expect, it } from 'vitest';
import { csvRecord, openCsvField } from '../../../src/server/exports/csv.ts';

describe('csvRecord', () => {
  it.each([
    ['a plain text', 'Mosul Dam', 'Mosul Dam'],
    ['a comma', 'Mosul, Iraq', '"Mosul, Iraq"'],
    ['a quote', 'the "Dam"', '"the ""Dam"""'],
    ['a line feed', 'a\nb', '"a\nb"'],
    ['a carriage return and line feed', 'a\r\nb', '"a\r\nb"'],
    ['right-to-left text and its controls', '\u202eסד\u202c', '\u202eסד\u202c'],
    ['an equals sign in front', '=1+1', "'=1+1"],
    ['a plus sign in front', '+1', "'+1"],
    ['a hyphen in front', '-1', "'-1"],
    ['an at sign in front', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab in front', '\t=1', "'\t=1"],
    ['a carriage return in front', '\r=1', '"\'\r=1"'],
    ['a formula with quotes', '=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['an equals sign within', 'a=1', 'a=1'],
    ['an empty text', '', '""'],
    ['null', null, ''],
    ['a negative number', -44.5, '-44.5'],
    ['zero', 0, '0'],
    ['a boolean', false, 'false'],
  ])('writes %s', (_what, cell, field) => {
    expect(csvRecord([cell, 'next'])).toBe(`${field},next\r\n`);
  });

  it('leaves a field open that says why an export failed', () => {
    expect(openCsvField('Export failed: "no"')).toBe('"Export failed: ""no""');
  });
});
