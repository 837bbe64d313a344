import { referenceOf } from './reference.ts';

const pledge = {
  pledgeId: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f60',
  conference: '2021-seoul',
  memberState: 'KOR',
  capabilityCode: 'INF-BN',
  category: 'UNIT',
};

it('a reference says where, by whom and what, and ends in a mark of the id', () =>
  expect(referenceOf(pledge)).toMatch(/^2021-seoul\/KOR\/INF-BN-[0-9A-HJKMNP-TV-Z]{5}$/));

it('the same pledge is always named the same', () =>
  expect(referenceOf({ ...pledge })).toBe(referenceOf(pledge)));

it('two like pledges are told apart by their ids', () =>
  expect(referenceOf({ ...pledge, pledgeId: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61' })).not.toBe(
    referenceOf(pledge),
  ));

it('a pledge made at no conference says so', () =>
  expect(referenceOf({ ...pledge, conference: null })).toMatch(/^no-conference\/KOR\/INF-BN-/));

it('the category stands in for a capability that was not named', () =>
  expect(referenceOf({ ...pledge, capabilityCode: null })).toMatch(/^2021-seoul\/KOR\/UNIT-/));

it('ten thousand ids rarely share a mark', () => {
  const marks = Array.from({ length: 10_000 }, (_, n) => referenceOf({ ...pledge, pledgeId: `id-${n}` }));
  expect(new Set(marks).size).toBeGreaterThan(9_990);
});
