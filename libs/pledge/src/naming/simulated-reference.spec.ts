import { simulatedReference } from './simulated-reference.ts';

const child = { pledgeId: '01890000-0000-7000-8000-0000000abcde', capabilityCode: 'FPU' };

it.each([
  ['SIMULATED/KOR/INF-BN-12', child, 'SIMULATED/KOR/FPU-ABCDE'],
  ['SIMULATED/KOR/INF-BN-12', { ...child, capabilityCode: null }, 'SIMULATED/KOR/PART-ABCDE'],
  ['2021-seoul/KOR/INF-BN-7F3K2', child, null],
  ['no-conference/KOR/INF-BN-SIMULATED/', child, null],
  ['', child, null],
])('of a pledge that comes from %j', (reference, of, expected) =>
  expect(simulatedReference({ memberState: 'KOR', reference }, of)).toBe(expected),
);
