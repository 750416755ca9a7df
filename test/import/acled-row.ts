import { csvTable } from './csv-table.ts';

/** Returns a row of ACLED's table with valid, invented values, except those that a test sets. */
export const acledRow: Readonly<Record<string, string>> = {
  event_id_cnty: 'XXL1',
  event_date: '2031-02-16',
  year: '2031',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Kenya (2022-)',
  assoc_actor_1: '',
  inter1: 'State forces',
  actor2: 'Front of Invented Examples',
  assoc_actor_2: '',
  inter2: 'Rebel group',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '404',
  region: 'Eastern Africa',
  country: 'Kenya',
  admin1: 'Example County',
  admin2: 'Sample District',
  admin3: '',
  location: 'Nowhere',
  latitude: '0.5101',
  longitude: '37.4525',
  geo_precision: '1',
  source: 'The Invented Times; Example Radio',
  source_scale: 'National',
  notes: 'On 16 February 2031, soldiers and members of the Front of Invented Examples clashed in Nowhere. Three died.',
  fatalities: '3',
  tags: '',
  timestamp: '1930000000',
};

export const acledTable = (...rows: Partial<Record<string, string>>[]): string => csvTable(acledRow, rows);
