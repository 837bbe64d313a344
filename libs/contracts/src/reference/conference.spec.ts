import { conference, conferences } from './conference.ts';

it('a conference is found by its code', () =>
  expect(conference('2021-seoul')).toMatchObject({
    kind: 'ministerial',
    name: 'Seoul UN Peacekeeping Ministerial',
    start: '2021-12-07',
    end: '2021-12-08',
    place: 'Seoul (held online)',
  }));

it('a date known only in part stays partial, and an unknown one is null', () => {
  expect(conference('2021-prep-training')?.start).toBe('2021-09');
  expect(conference('2023-prep-others')?.start).toBe('2023');
  expect(conference('2019-prep-addis')?.start).toBeNull();
});

it('disagreeing headline figures are kept as they were stated', () =>
  expect(conference('2021-seoul')?.statesWithNewPledges).toBe(
    '62 (later analysis: 64, 42 per cent more than in 2019)',
  ));

it('an unknown or blank code is nothing', () => {
  for (const code of ['', '2021-Seoul', '2022-nowhere', 'constructor'])
    expect(conference(code)).toBeUndefined();
});

it('codes are unique, fit for a stream name and begin with the year of the conference', () => {
  expect(new Set(conferences.map(({ code }) => code)).size).toBe(conferences.length);
  for (const { code } of conferences) expect(code).toMatch(/^20\d\d-[a-z]+(-[a-z]+)*$/);
});

it('no conference ends before it starts', () => {
  for (const { start, end } of conferences) expect((end ?? '') >= (start ?? '')).toBe(true);
});
