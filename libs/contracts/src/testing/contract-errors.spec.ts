import { contractErrors } from './contract-errors.ts';

describe('a fact against its contract', () => {
  const data = { pledgeId: '00000000-0000-7000-8000-000000000001', validUntil: '2026-06-01' };
  const errors = (changes: object) =>
    contractErrors({ type: 'RenewalReminded', data: { ...data, ...changes } });

  it('is found in order', () => {
    expect(errors({})).toEqual([]);
  });

  it.each([
    ['an impossible date', { validUntil: '2026-02-30' }, '/validUntil'],
    ['an id that is none', { pledgeId: 'p' }, '/pledgeId'],
    ['a field that is null', { validUntil: null }, '/validUntil'],
    ['a field no schema names', { dueOn: '2026-06-01' }, '/dueOn'],
  ])('is found out by %s', (_name, changes, path) => {
    expect(errors(changes)).toEqual([expect.stringContaining(`RenewalReminded${path} `)]);
  });
});
