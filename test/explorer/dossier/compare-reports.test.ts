import { describe, expect, it } from 'vitest';
import { compareReports, type Stated } from '../../../web/explorer/dossier/compare-reports.ts';

const killed = (min: number, max: number | null = min) => ({
  kind: 'KILLED' as const,
  count: { min, max, best: null },
  group: 'UNKNOWN' as const,
  demographic: null,
  within: false,
  severity: 'UNKNOWN' as const,
});
const day = (edtf: string) => ({ edtf, start: edtf, end: edtf, precision: 'DAY' as const });

const compare = (incident: Stated, reports: Stated[], field: string, complete = true) =>
  compareReports(incident, reports, complete).find((each) => each.field === field);

describe('compareReports', () => {
  it('leaves out what no report states', () => {
    expect(compareReports({ outcome: 'UNKNOWN', occurrence: 'HAPPENED' }, [{ title: 'A' }, {}], true)).toMatchObject([
      { field: 'Title', cells: ['A', null], differs: false, why: '' },
    ]);
  });

  it('marks the newest report that states a field', () => {
    const reports = [{}, { outcome: 'FAILED' }, { outcome: 'COMPLETED' }];
    expect(compare({ outcome: 'FAILED' }, reports, 'Outcome')).toEqual({
      field: 'Outcome',
      cells: [null, 'Failed', 'Completed'],
      winners: [1],
      why: 'The newest report that states it counts.',
      differs: true,
    });
  });

  it('says that an older value counts because it is more exact', () => {
    const month = { edtf: '2023-11', start: '2023-11-01', end: '2023-11-30', precision: 'MONTH' as const };
    const found = compare({ date: day('2023-11-09') }, [{ date: month }, { date: day('2023-11-09') }], 'Date');
    expect(found).toMatchObject({
      winners: [1],
      why: 'An older report counts, because it is more exact than the newer one.',
    });
  });

  it('gives no reason where the fold has none to offer', () => {
    const found = compare({ title: 'Old' }, [{ title: 'New' }, { title: 'Old' }], 'Title');
    expect(found?.why).toBe('An older report counts.');
  });

  it('compares the casualties of one kind together', () => {
    const reports = [{ casualties: [killed(13)] }, { casualties: [killed(9, null)] }, { casualties: [] }];
    expect(compare({ casualties: [killed(13)] }, reports, 'Killed')).toMatchObject({
      cells: ['13', 'at least 9', null],
      winners: [0],
      differs: true,
    });
  });

  it('marks every report with the value that counts', () => {
    const reports = [{ type: 'RIOT' }, { type: 'RIOT' }, { type: 'PROTEST' }];
    expect(compare({ type: 'RIOT' }, reports, 'Type')?.winners).toEqual([0, 1]);
  });

  it('marks none where articles are combined', () => {
    const reports = [{ methods: ['IED'] }, { methods: ['DRONE'] }];
    expect(compare({ methods: ['IED', 'DRONE'] }, reports, 'Methods')).toMatchObject({
      winners: [],
      why: 'All articles are combined.',
    });
  });

  it('says that an older report decides where not all are shown', () => {
    const reports = [{ date: day('2023-11-09') }, { date: day('2023-11-10') }];
    expect(compare({ date: day('2023-11-11') }, reports, 'Date', false)?.why).toBe(
      'The value shown comes from an older report.',
    );
    expect(compare({ date: day('2023-11-11') }, reports, 'Date', true)?.why).toBe('');
  });
});
