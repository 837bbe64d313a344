import { importedPledgeId } from './imported-pledge-id.ts';

const row = { conference: '2015-new-york', memberState: 'LKA', capabilityCode: 'INF-BN', nth: 1 };

it('a row has the same id on every import, for as long as pledges imported once are kept', () => {
  expect(importedPledgeId(row)).toBe('fca6486e-0141-5ae3-9b23-7db41e05abbd');
});

it.each([
  ['conference', { ...row, conference: '' }],
  ['state', { ...row, memberState: 'BGD' }],
  ['capability', { ...row, capabilityCode: '' }],
  ['place among such rows', { ...row, nth: 2 }],
])('another %s is another pledge', (_what, other) => {
  expect(importedPledgeId(other)).not.toBe(importedPledgeId(row));
});

it('parts cannot run into each other', () => {
  expect(importedPledgeId({ ...row, conference: 'a', memberState: 'b' })).not.toBe(
    importedPledgeId({ ...row, conference: 'ab', memberState: '' }),
  );
});
