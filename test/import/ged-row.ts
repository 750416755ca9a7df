import { csvTable } from './csv-table.ts';

/** Returns a row of UCDP's table with valid values, except those that a test sets. */
export const gedRow: Readonly<Record<string, string>> = {
  id: '1',
  type_of_violence: '1',
  conflict_name: 'Syria: Government',
  dyad_name: 'Government of Syria - IS',
  side_a: 'Government of Syria',
  side_b: 'IS',
  source_article: '',
  source_office: '',
  source_date: '',
  source_headline: '',
  source_original: '',
  where_prec: '1',
  where_coordinates: 'Rami village',
  adm_1: 'Idlib governorate',
  adm_2: '',
  latitude: '35.763369',
  longitude: '36.558974',
  country: 'Syria',
  region: 'Middle East',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2013-01-03',
  date_end: '2013-01-03',
  deaths_a: '0',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  low: '2',
  best: '2',
  high: '2',
};

/** Returns a table of such rows as CSV. */
export const gedTable = (...rows: Partial<Record<string, string>>[]): string => csvTable(gedRow, rows);
