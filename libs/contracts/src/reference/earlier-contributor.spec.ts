import { earlierContributors } from './earlier-contributors.data.ts';
import { servedBefore } from './earlier-contributor.ts';
import { memberState } from './member-state.ts';
import { mission } from './mission.ts';

it('names each state once, and an operation that was open in that year', () => {
  expect(new Set(earlierContributors.map(({ code }) => code)).size).toBe(earlierContributors.length);
  for (const { code, mission: named, year } of earlierContributors) {
    expect(memberState(code)?.code).toBe(code);
    const { opened, closed } = mission(named) ?? { opened: '9999', closed: null };
    expect([code, Number(opened.slice(0, 4)) <= year, Number(closed?.slice(0, 4) ?? 9999) >= year]).toEqual([
      code,
      true,
      true,
    ]);
  }
});

it.each([
  ['GHA', '2015-01-01', true],
  ['CHN', '2015-01-01', true],
  ['GAB', '2015-01-01', true],
  ['GAB', '2014-12-31', false],
  ['VNM', '2015-01-01', false],
  ['LVA', '2015-01-01', false],
  ['GHA', '1960-12-31', false],
  ['GHA', '1961-01-01', true],
  ['XXX', '2015-01-01', false],
])('%s had served before %s: %s', (state, day, had) => expect(servedBefore(state, day)).toBe(had));
