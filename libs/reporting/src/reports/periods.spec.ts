import { periodsUpTo } from './periods.ts';

const last = (...asked: Parameters<typeof periodsUpTo>) =>
  periodsUpTo(...asked)
    .slice(-2)
    .map(({ code, name, lastDay }) => `${code} ${name} ${lastDay}`);

it('the period that is not over ends with the day of the question', () => {
  expect(last('month', '2026-03-01')).toEqual([
    '2026-02 February 2026 2026-02-28',
    '2026-03 March 2026 2026-03-01',
  ]);
  expect(last('quarter', '2026-01-31')).toEqual([
    '2025-Q4 Quarter 4 of 2025 2025-12-31',
    '2026-Q1 Quarter 1 of 2026 2026-01-31',
  ]);
  expect(last('year', '2024-12-31')).toEqual(['2023 2023 2023-12-31', '2024 2024 2024-12-31']);
});

it('there are sixty of them at most, and none that was over before the day looked back to', () => {
  for (const period of ['month', 'quarter', 'year'] as const)
    expect(periodsUpTo(period, '2026-11-23')).toHaveLength(60);
  expect(periodsUpTo('month', '2026-11-23', '2026-10-31').map(({ code }) => code)).toEqual([
    '2026-10',
    '2026-11',
  ]);
  expect(periodsUpTo('month', '2026-11-23', '2026-11-01').map(({ code }) => code)).toEqual(['2026-11']);
  expect(periodsUpTo('year', '2026-11-23', '2027-01-01')).toEqual([]);
});
