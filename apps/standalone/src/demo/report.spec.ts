import { gapLine, reportTables } from './report.ts';

const none = { pledges: 1, states: 1, reached: {}, medianDays: [] };
const report = {
  computedAt: '2026-11-23T09:00:00.000Z',
  ruleSet: 'pcrs-2019.01',
  overall: {
    pledges: 197,
    states: 50,
    reached: { ANNOUNCED: 197, DEPLOYED: 1 },
    medianDays: [
      { from: 'READY', to: 'DEPLOYED', value: null, counted: 0 },
      { from: 'ANNOUNCED', to: 'DEPLOYED', value: 558.5, counted: 1 },
    ],
  },
  byConference: [
    { ...none, code: '2025-berlin', reached: { DEPLOYED: 1 } },
    { ...none, code: 'none', pledges: 15 },
  ],
};

it('the report is a funnel and a table by conference, with columns that line up', () => {
  const lines = reportTables(report);
  expect(lines[0]).toBe('197 pledges of 50 states, computed 2026-11-23T09:00:00.000Z, rules pcrs-2019.01');
  expect(lines).toContain('  announced         197');
  expect(lines).toContain('  deployed            1  558.5 after announced (n=1)');
  expect(lines.slice(-4)).toEqual([
    '  conference   pledges  states  acknowledged  registered  matched  selected  mou signed  ready  deployed',
    '  -----------  -------  ------  ------------  ----------  -------  --------  ----------  -----  --------',
    '  2025-berlin        1       1             0           0        0         0           0      0         1',
    '  none              15       1             0           0        0         0           0      0         0',
  ]);
});

it('a gap says what is sought, held and open', () => {
  const gap = {
    mission: 'UNMISS',
    capabilityCode: 'HOSP-L2',
    number: 2,
    reserved: 1,
    left: 1,
    fill: 'PARTLY_FILLED',
    filledBy: [{ reference: '2015-new-york/VNM/HOSP-L2-7F3K2', quantity: 1 }],
  };
  expect(gapLine(gap)).toBe(
    'UNMISS seeks 2 HOSP-L2: 1 held (1 by 2015-new-york/VNM/HOSP-L2-7F3K2), 1 open, partly filled',
  );
});
