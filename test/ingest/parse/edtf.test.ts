import { describe, expect, it } from 'vitest';
import { isDay, parseEdtf } from '../../../src/ingest/parse/edtf.ts';

describe('parseEdtf', () => {
  it.each([
    ['2023-11-09', '2023-11-09', '2023-11-09', 'DAY'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'DAY'],
    ['2000-02-29', '2000-02-29', '2000-02-29', 'DAY'],
    ['0000-02-29', '0000-02-29', '0000-02-29', 'DAY'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'DAY'],
    ['2023-11', '2023-11-01', '2023-11-30', 'MONTH'],
    ['2023-12', '2023-12-01', '2023-12-31', 'MONTH'],
    ['2024-02', '2024-02-01', '2024-02-29', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['2023', '2023-01-01', '2023-12-31', 'YEAR'],
    ['0000', '0000-01-01', '0000-12-31', 'YEAR'],
    ['2023-10-07/2023-11-12', '2023-10-07', '2023-11-12', 'RANGE'],
    ['2023-10-07/2023-10-07', '2023-10-07', '2023-10-07', 'RANGE'],
    ['2023-10-07/2023-11', '2023-10-07', '2023-11-30', 'RANGE'],
    ['2023-10-07/2023-10', '2023-10-07', '2023-10-31', 'RANGE'],
    ['2023-10/2023-10-07', '2023-10-01', '2023-10-07', 'RANGE'],
    ['2022/2023-02', '2022-01-01', '2023-02-28', 'RANGE'],
    ['2022/2022', '2022-01-01', '2022-12-31', 'RANGE'],
    ['2023-10-26/..', '2023-10-26', undefined, 'OPEN'],
    ['2023-10/..', '2023-10-01', undefined, 'OPEN'],
    ['2023/..', '2023-01-01', undefined, 'OPEN'],
    ['../2023-10-26', undefined, '2023-10-26', 'OPEN'],
    ['../2023-10', undefined, '2023-10-31', 'OPEN'],
    ['../2023', undefined, '2023-12-31', 'OPEN'],
    ['2023-11~', '2023-11-01', '2023-11-30', 'APPROXIMATE'],
    ['2023~', '2023-01-01', '2023-12-31', 'APPROXIMATE'],
    ['2023-11-09~', '2023-11-09', '2023-11-09', 'APPROXIMATE'],
  ])('reads %s as %s to %s, %s', (edtf, start, end, precision) => {
    expect(parseEdtf(edtf)).toStrictEqual({ ...(start && { start }), ...(end && { end }), precision, edtf });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'soon'],
    ['February 30', '2024-02-30'],
    ['February 29 of a common year', '2023-02-29'],
    ['February 29 of a century', '1900-02-29'],
    ['April 31', '2023-04-31'],
    ['day 32', '2023-01-32'],
    ['day 0', '2023-01-00'],
    ['month 0', '2023-00'],
    ['month 13', '2023-13'],
    ['a season', '2023-21'],
    ['a season of level 2', '2023-33'],
    ['one digit', '2023-1-9'],
    ['two digits of a year', '23-11-09'],
    ['five digits of a year', '12023'],
    ['a long year', 'Y12023'],
    ['a negative year', '-0044'],
    ['the basic form', '20231109'],
    ['a week', '2023-W45'],
    ['a day of the year', '2023-313'],
    ['a time', '2023-11-09T10:00:00'],
    ['a time with a zone', '2023-11-09T10:00:00Z'],
    ['an uncertain date', '2023-11?'],
    ['an uncertain and approximate date', '2023-11%'],
    ['unspecified digits', '2023-1X'],
    ['an unspecified year', '202X'],
    ['a qualifier before a part', '2023-~11'],
    ['two tildes', '2023-11~~'],
    ['a tilde alone', '~'],
    ['an empty end', '2023-10-26/'],
    ['an empty start', '/2023-10-26'],
    ['an interval of nothing', '/'],
    ['a doubly open interval', '../..'],
    ['an open start without an end', '../'],
    ['an open end without a start', '/..'],
    ['two dots alone', '..'],
    ['an end before its start', '2023-11-12/2023-10-07'],
    ['a month before its start', '2023-11-12/2023-10'],
    ['a year before its start', '2023/2022'],
    ['three parts', '2023-10-07/2023-10-08/2023-10-09'],
    ['an approximate start', '2023-10~/2023-11'],
    ['an approximate end', '2023-10/2023-11~'],
    ['an approximate start without an end', '2023-10~/..'],
    ['an interval with a day that does not exist', '2023-02-29/2023-03-01'],
    ['an interval with a season', '2023-01/2023-21'],
    ['white space before', ' 2023'],
    ['white space after', '2023 '],
    ['a line feed after', '2023\n'],
    ['other digits', '２０２３'],
    ['a set', '[2023,2024]'],
    ['a list', '{2023,2024}'],
  ])('rejects %s', (_, edtf) => {
    expect(parseEdtf(edtf)).toBeUndefined();
  });
});

describe('isDay', () => {
  it.each([
    ['2023-11-12', true],
    ['2024-02-30', false],
    ['2023-11', false],
    ['2023-11-12~', false],
    ['2023-11-12/2023-11-12', false],
  ])('returns for %s the result %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
